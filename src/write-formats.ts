import type { Browser } from './browser/open.js';
import { prepareReader, verifyFile } from './check/verify-file.js';
import { MachineError, PrintError } from './errors.js';
import type { Page } from './page/page.js';
import type { Diagnostic } from './source/diagnostic.js';
import { type Format, isPaged, needsBrowser } from './writers/formats.js';
import type { FinishedPdf } from './writers/pdf/finish-pdf.js';
import { WRITERS } from './writers/writers.js';

// A page → its files, each of which is read back before anybody gets it.

export interface WriteOptions {
  formats: readonly Format[];
  /** Read every file back and compare it with the view; on by default. */
  verify?: boolean;
  /** The name shown in diagnostics. */
  file: string;
  /** Asked for only when a format needs one. */
  browser: () => Browser | Promise<Browser>;
  /** Told when the document is printed and needs the browser no more; not told where it needs none. */
  printed?: () => void;
}

export interface RenderedFile {
  format: Format;
  bytes: Uint8Array;
  /** From 1, in the formats of one file a page. */
  page?: number;
}

export interface Written {
  /** Those that passed. */
  files: RenderedFile[];
  /** What the machine lacked for the formats that are not there. */
  failure?: MachineError;
  /** What the files that are not there had lost, and what is wrong with others. */
  losses: Diagnostic[];
}

/**
 * Each file is read back as soon as it is written: those that need no browser while it is busy, and not before, for a
 * browser that has to wait for this thread is not busy.
 */
export async function writeFormats(page: Page, options: WriteOptions): Promise<Written> {
  let pdf: Promise<FinishedPdf> | undefined;
  let idle = () => {};
  const busy = options.formats.some(needsBrowser)
    ? new Promise<void>((resolve) => {
        idle = resolve;
      })
    : undefined;
  /** Printed for the first format that asks, and shared by all. */
  const printed = async () => {
    pdf ??= printPage(page, options, idle).finally(idle);
    return (await pdf).bytes;
  };
  const outcomes = await Promise.all(
    options.formats.map(async (format) => {
      try {
        if (!needsBrowser(format)) await busy;
        const written = await WRITERS[format](page, printed);
        const files = written.map(
          (bytes, index): RenderedFile =>
            isPaged(format) ? { format, bytes, page: index + 1 } : { format, bytes },
        );
        return options.verify === false
          ? { files, losses: [] }
          : await verifyFiles(page, files, options.file);
      } catch (error) {
        if (error instanceof PrintError) return error.of(options.file);
        if (error instanceof MachineError) return error;
        throw error;
      }
    }),
  );
  const failure = outcomes.find((outcome) => outcome instanceof MachineError);
  const written = outcomes.flatMap((outcome) => (outcome instanceof MachineError ? [] : outcome));
  const { scale = 1 } = (await pdf?.catch(() => undefined)) ?? {};
  return {
    files: written.flatMap(({ files }) => files),
    losses: [...tooWide(scale, page), ...written.flatMap(({ losses }) => losses)],
    ...(failure && { failure }),
  };
}

async function printPage(
  page: Page,
  { browser: open, printed, verify }: WriteOptions,
  idle: () => void,
): Promise<FinishedPdf> {
  const [{ writePdf }, browser] = await Promise.all([import('./writers/pdf/write-pdf.js'), open()]);
  const print: Browser['print'] = async (html, options) => {
    // What reads the file back loads while the browser is busy printing it.
    const preparing = verify === false ? undefined : prepareReader('pdf');
    const [pdf] = await Promise.all([browser.print(html, { ...options, idle }).finally(printed), preparing]);
    return pdf;
  };
  return writePdf(page, { print });
}

/** Less than this is rounding. */
const SMALLER = 0.995;

/** What Chromium does about it is done to the whole document, and Word does nothing of the kind. */
function tooWide(scale: number, { theme }: Page): Diagnostic[] {
  if (scale > SMALLER) return [];
  const suggestion =
    'look in its CSS for fixed widths and for `white-space: nowrap`, which keeps long lines whole';
  return [
    {
      severity: 'warning',
      rule: 'too-wide',
      file: `theme ${theme.name}`,
      path: '',
      message: `something is wider than the page, so the browser printed all of it ${Math.round((1 - scale) * 100)} % smaller`,
      suggestion,
    },
  ];
}

/** The files that give back every word of the page, and what the others lost. */
async function verifyFiles(page: Page, files: readonly RenderedFile[], file: string) {
  const losses = await Promise.all(files.map(({ format, bytes }) => verifyFile(page, format, bytes, file)));
  return { files: files.filter((_, index) => !losses[index]?.some(isError)), losses: losses.flat() };
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
