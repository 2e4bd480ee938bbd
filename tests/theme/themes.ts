import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ContentError } from '../../src/errors.js';
import { readTheme } from '../../src/theme/read.js';

/** A folder of themes that is gone after the test: `await using themes = await folder()`. */
export async function folder() {
  const root = await mkdtemp(join(tmpdir(), 'themes-'));
  return {
    root,
    /** Writes a theme and gives its path. */
    async theme(name: string, yaml: string, files: Record<string, string> = {}): Promise<string> {
      for (const [file, text] of Object.entries({ 'theme.yaml': yaml, ...files })) {
        const path = join(root, name, file);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      }
      return join(root, name);
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

/** What is wrong with a theme: `file line:column rule <path> message → suggestion`. */
export async function findings(path: string): Promise<string[]> {
  try {
    await readTheme(path);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.diagnostics.map(({ rule, place, path, message, suggestion }) => {
      return `${place?.line}:${place?.column} ${rule} <${path}> ${message}${suggestion ? ` → ${suggestion}` : ''}`;
    });
  }
}
