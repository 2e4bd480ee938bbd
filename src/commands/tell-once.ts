import { dirname } from 'node:path';
import { MachineError, WriteError } from '../errors.js';
import { counted } from '../source/counted.js';

/**
 * Failures as they are told. Every document that wanted a browser failed for the same reason, which is said once; files of
 * one folder that all could not be written for one reason, such as a full disk, are told of together.
 */
export function tellOnce(failures: readonly MachineError[]): MachineError[] {
  const alike = new Map<string, MachineError[]>();
  for (const failure of failures) {
    const kind =
      failure instanceof WriteError && failure.shared
        ? JSON.stringify([dirname(failure.path), failure.reason])
        : failure.message;
    const before = alike.get(kind);
    if (before) before.push(failure);
    else alike.set(kind, [failure]);
  }
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [together(first, others)],
  );
}

function together(first: MachineError, others: readonly MachineError[]): MachineError {
  const more = others.filter(({ message }) => message !== first.message).length;
  if (!(first instanceof WriteError) || more === 0) return first;
  const also = `${counted(more, 'more file')} in ${dirname(first.path)}`;
  return new MachineError(`cannot write ${first.path} and ${also}: ${first.reason}`, first.hint, {
    cause: first,
  });
}
