import { dirname } from 'node:path';
import { ContentError, UsageError } from './errors.js';
import { isThemePackage } from './json-resume-theme/read-theme-package.js';
import { isJsonResume } from './resume/read.js';
import type { Resume } from './resume/schema.js';
import type { Diagnostic } from './source/diagnostic.js';
import type { SourceTree } from './source/parse.js';
import { readTheme } from './theme/read.js';
import type { ReadTheme } from './theme/read-once.js';
import type { Theme } from './theme/theme.js';

/**
 * The theme a résumé asks for, a path being seen from its own folder, which it must not leave, unless `root` is another. One
 * that is not there is the résumé's mistake, not wrong usage; in JSON Resume it is another program's theme, and classic stands
 * in. Code is never run for a résumé's asking: who renders it may not be who wrote it.
 */
export async function ownTheme(
  resume: Resume,
  tree: SourceTree,
  root = dirname(tree.file),
  read: ReadTheme = readTheme,
): Promise<{ themes: Theme[]; diagnostics: readonly Diagnostic[] }> {
  const name = resume.meta?.theme ?? 'classic';
  try {
    if (isThemePackage(name)) {
      throw new UsageError(
        `\`${name}\` is a program, which runs only when you name it yourself`,
        `if you trust it: --theme ${name}`,
      );
    }
    return { themes: [await read(name, dirname(tree.file), root)], diagnostics: [] };
  } catch (error) {
    if (error instanceof ContentError) return { themes: [], diagnostics: error.diagnostics };
    if (!(error instanceof UsageError)) throw error;
    const { file } = tree;
    const fault = { rule: 'unknown-theme', file, path: 'meta.theme', message: error.message };
    if (isJsonResume(tree)) {
      const suggestion = isThemePackage(name)
        ? `classic is used; ${error.hint}`
        : 'classic is used; `meta.theme` or --theme chooses another';
      return {
        themes: [await read('classic')],
        diagnostics: [{ severity: 'warning', ...fault, suggestion }],
      };
    }
    return {
      themes: [],
      diagnostics: [{ severity: 'error', ...fault, ...(error.hint && { suggestion: error.hint }) }],
    };
  }
}
