import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, openBrowser } from '../../browser/open.js';
import { coverFields, type Evidence } from '../../check/fields/cover-fields.js';
import { resumeLeaves } from '../../check/fields/resume-leaves.js';
import { holdsPicture } from '../../check/holds-picture.js';
import { lossesIn, readBack, type TextFormat } from '../../check/verify-file.js';
import { packageRoot } from '../../package-root.js';
import { embedFonts } from '../../page/embed-fonts.js';
import { themeWishes } from '../../page/font-wishes.js';
import { type Rendering, renderDocument } from '../../pipeline.js';
import { readResume } from '../../resume/read.js';
import type { Resume } from '../../resume/schema.js';
import { measureContrast } from '../../theme/measure-contrast.js';
import { readTheme } from '../../theme/read.js';
import type { Theme } from '../../theme/theme.js';
import { buildView } from '../../view/build-view.js';
import { textsOf } from '../../view/texts-of.js';
import { readPhoto } from '../read-photo.js';
import type { Terminal } from '../terminal.js';
import { themeReach } from '../theme-reach.js';
import type { Report } from './reports.js';
import { type ThemeTest, tellThemeTest } from './tell-theme-test.js';

export interface TestTheme {
  name: string;
  report: Report;
  /** Tell of every field, not only of those that did not come through. */
  verbose: boolean;
  browser?: string;
  /** What it may extend themes from; absent: its neighbours. */
  root?: string;
}

/** All that hold words; a picture's cannot be read back. */
const FORMATS = ['html', 'pdf', 'docx', 'txt', 'md'] as const satisfies TextFormat[];

/** The résumé that theme tests render, and the name it goes by in findings. */
export const TORTURE = join('templates', 'torture', 'resume.yaml');

/**
 * `render themes test`: renders a résumé with every section and field in every format, reads the files back, and tells what
 * came through. Returns 0, 1 where something was lost, breaks the contract or has no letter to print it with, or 3 where
 * there is no browser. Throws UsageError, and ContentError where the theme cannot be read or composed.
 */
export async function testTheme(
  command: TestTheme,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const theme = await readTheme(command.name, '.', await themeReach(command.name, command.root));
  let opened: Browser | undefined;
  const browser = () => {
    const { browser: explicit } = command;
    const tell = (line: string) => {
      if (command.report === 'pretty') terminal.err(line);
    };
    opened ??= openBrowser({ env, tell, ...(explicit !== undefined && { explicit }) });
    return opened;
  };
  try {
    return tellThemeTest(await examine(theme, browser), command, terminal);
  } finally {
    await opened?.[Symbol.asyncDispose]();
  }
}

/** Renders the torture résumé with the theme and judges every file. */
async function examine(theme: Theme, browser: () => Browser): Promise<ThemeTest> {
  const file = join(packageRoot(), TORTURE);
  const { resume: whole } = readResume(await readFile(file, 'utf8'), TORTURE);
  if (!whole) throw new Error(`${TORTURE} is no résumé`);
  const found = await readPhoto(whole.basics.image ?? '', whole.basics.name, file);
  const photo = Array.isArray(found) ? undefined : found;
  const { resume, leftOut } = await printable(whole, theme);
  const rendering = await renderDocument(resume, theme, {
    formats: FORMATS,
    file: TORTURE,
    date: new Date(Date.UTC(2026, 0, 2)),
    verify: false,
    browser,
    ...(photo && { photo }),
  });
  const formats = await evidenceIn(rendering);
  return {
    theme: theme.name,
    formats: [...formats.keys()],
    fields: coverFields({
      leaves: resumeLeaves(resume),
      texts: textsOf(rendering.view),
      printed: rendering.page?.printed ?? [],
      formats,
      sectionIds: (resume.sections ?? []).map(({ id }) => id ?? ''),
    }),
    contrast: measureContrast(theme),
    diagnostics: rendering.diagnostics.filter(({ rule }) => /^contract-|^no-glyph$/.test(rule)),
    leftOut,
    ...(rendering.failure && { failure: rendering.failure }),
  };
}

/** The résumé without the sections whose letters come in a package that is not installed: no theme can print those. */
async function printable(
  resume: Resume,
  theme: Theme,
): Promise<{ resume: Resume; leftOut: ThemeTest['leftOut'] }> {
  const view = buildView(resume, theme);
  const { uninstalled } = await embedFonts(themeWishes(theme, view), view.lang);
  const packages = [...uninstalled];
  const leftOut = (resume.sections ?? []).flatMap((section) => {
    const text = JSON.stringify(section);
    const needed = packages.filter(([, letters]) => letters.some((letter) => text.includes(letter)));
    return needed.length > 0 ? [{ section: section.id ?? '', packages: needed.map(([name]) => name) }] : [];
  });
  const without = new Set(leftOut.map(({ section }) => section));
  const sections = (resume.sections ?? []).filter(({ id = '' }) => !without.has(id));
  return { resume: { ...resume, sections }, leftOut };
}

async function evidenceIn({ files, page }: Rendering): Promise<Map<TextFormat, Evidence>> {
  const formats = new Map<TextFormat, Evidence>();
  if (!page) return formats;
  for (const format of FORMATS) {
    const bytes = files.find((file) => file.format === format)?.bytes;
    if (!bytes) continue;
    const reading = await readBack(format, bytes);
    formats.set(format, {
      losses: await lossesIn(page, format, reading),
      picture: holdsPicture(format, bytes),
      // Plain text spells addresses out, and there they are part of what is looked for.
      ...(format !== 'txt' && { links: new Set(reading.links) }),
    });
  }
  return formats;
}
