import type { Diagnostic } from './source/diagnostic.js';

// The three ways a run can fail that are not our bug. Each knows the exit code the command line documents;
// everything else that is thrown is a bug and is shown with its stack.

/** Something in a résumé or theme is wrong. Exit code 1. */
export class ContentError extends Error {
  readonly exitCode = 1;
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((d) => d.message).join('\n'));
    this.name = 'ContentError';
  }
}

/** The command or the call was put wrongly. Exit code 2. */
export class UsageError extends Error {
  readonly exitCode = 2;
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The machine lacks something: a browser, a writable folder, disk space. Exit code 3. */
export class MachineError extends Error {
  readonly exitCode = 3;
  constructor(
    message: string,
    readonly hint?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'MachineError';
  }
}

/** A file could not be written, or its folder made. */
export class WriteError extends MachineError {
  constructor(
    readonly path: string,
    readonly reason: string,
    /** Whether the reason is the folder's or the disk's, so that its neighbours fail alike. */
    readonly shared: boolean,
    hint: string,
    options: ErrorOptions,
  ) {
    super(`cannot write ${path}: ${reason}`, hint, options);
  }
}

/** One document could not be printed, where others can: its page hangs, or takes every browser down. */
export class PrintError extends MachineError {
  /** The same, said of a résumé's file. */
  of(file: string): PrintError {
    return new PrintError(`${file}: ${this.message}`, this.hint, { cause: this });
  }
}
