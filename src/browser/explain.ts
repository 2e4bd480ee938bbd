import { MachineError, PrintError } from '../errors.js';
import { counted } from '../source/counted.js';
import { FREE_SPACE } from './temporary-folder.js';

// In: what Puppeteer threw when a browser did not start, or a page did not print. Out: a sentence and a way out.
// Why: the reason is in the browser's own last words, under a page of text that helps nobody.

const REASONS: readonly { sign: RegExp; says: (match: RegExpExecArray) => string; hint: string }[] = [
  {
    sign: /error while loading shared libraries: ([^\s:]+)/,
    says: ([, library = '']) => `the library ${library} is missing`,
    hint: 'Install the libraries Chrome needs (Debian and Ubuntu: apt-get install chromium brings them all).',
  },
  {
    sign: /No usable sandbox|without --no-sandbox|Failed to move to new namespace|sandbox_host_linux/,
    says: () => 'this system does not let it set up its sandbox',
    hint: 'Set CHROME_NO_SANDBOX=1 to print without the sandbox. The pages run no script and reach no network.',
  },
  {
    sign: /requires the chromium snap/,
    says: () => 'it is only a pointer to a snap that is not installed',
    hint: 'Install it with: snap install chromium',
  },
];

export interface FailedLaunch {
  program: string;
  /** Milliseconds it had to answer. */
  startPatience: number;
  /** What the browser wrote to its standard error, if anything. */
  said: string;
  /** The folder for temporary files, where it is full. */
  full?: string | undefined;
}

export function explainLaunch(
  error: unknown,
  { program, startPatience, said, full }: FailedLaunch,
): MachineError {
  if (full !== undefined) return noRoom(`${program} did not start`, full, error);
  if (tookTooLong(error)) {
    const reason = `it gave no answer within ${seconds(startPatience)}`;
    return new MachineError(`${program} did not start: ${reason}.`, SILENT, { cause: error });
  }
  const text = `${said}\n${messageOf(error)}`;
  for (const { sign, says, hint } of REASONS) {
    const match = sign.exec(text);
    if (match) return new MachineError(`${program} did not start: ${says(match)}.`, hint, { cause: error });
  }
  return new MachineError(`${program} did not start: ${gist(text)}`, HINT, { cause: error });
}

export interface FailedPrint {
  /** Milliseconds the page had. */
  patience: number;
  /** The folder for temporary files, where it is full. */
  full?: string | undefined;
}

export function explainPrint(error: unknown, { patience, full }: FailedPrint): MachineError {
  if (error instanceof MachineError) return error;
  const failed = 'the browser did not print the page';
  // Without room a page may fail, take the browser with it, or wait for ever.
  if (full !== undefined) return noRoom(failed, full, error);
  if (tookTooLong(error)) {
    const reason = `it took the browser more than ${seconds(patience)}`;
    return new PrintError(`the page was given up: ${reason}`, BUSY, { cause: error });
  }
  return new PrintError(`${failed}: ${gist(messageOf(error))}`, HINT, { cause: error });
}

/** What fails for all documents alike. */
function noRoom(failed: string, full: string, cause: unknown): MachineError {
  const message = `${failed}: the folder for temporary files, ${full}, is full.`;
  return new MachineError(message, FREE_SPACE, { cause });
}

/** Our own patience ran out, or one of Puppeteer's two: its own, and that of the connection. */
export function tookTooLong(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.message.includes(' timed out'));
}

const seconds = (milliseconds: number): string => counted(Math.ceil(milliseconds / 1000), 'second');

const SILENT =
  'Is it a Chrome, Chromium or Edge program? Name another with --browser; or try again when the machine is less busy.';
const BUSY =
  'look in the theme for what keeps it busy, such as heights of kilometres or wide blurs; or try a less busy machine';
const HINT = 'Name another browser with --browser, or see what was found with: render doctor';

/** The line that says most, without Chromium's time stamp and source position. */
function gist(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^\s*\[[^\]]*\]\s*/, '').trim());
  const spoken = lines.filter((line) => line !== '');
  return (
    spoken.find((line) => /fatal|error|cannot|not supported/i.test(line)) ?? spoken[0] ?? 'no reason given'
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
