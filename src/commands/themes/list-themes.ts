import { readTheme, listThemes as themeNames } from '../../theme/read.js';
import type { Terminal } from '../terminal.js';

/** `render themes`: the themes that ship with the program, each with its one idea. */
export async function listThemes(terminal: Terminal): Promise<number> {
  const found = await Promise.all((await themeNames()).map((name) => readTheme(name)));
  const width = Math.max(...found.map(({ name }) => name.length));
  for (const { name, description } of found) terminal.out(`${name.padEnd(width)}  ${description}`);
  return 0;
}
