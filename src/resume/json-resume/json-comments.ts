import { LIMITS } from '../../source/depth.js';
import { parseSource } from '../../source/parse.js';

// JSON as editors allow it, with `//` and `/* */`. YAML knows neither, and in brackets it takes them for text: `// one`
// becomes part of the key below. Trailing commas need no help, YAML has them too.

/** Reads YAML or JSON as `parseSource` does, and JSON with comments. */
export function parseCommented(source: string, file: string): ReturnType<typeof parseSource> {
  const asYaml = parseSource(source, file);
  const bare = withoutComments(source);
  if (bare === undefined || ('tree' in asYaml && !isJson(bare))) return asYaml;
  const asJson = parseSource(bare, file);
  if ('tree' in asJson) return { ...asJson, tree: { ...asJson.tree, source: source.replace(/^\uFEFF/, '') } };
  return /^\s*\{\s*"/.test(bare) ? asJson : asYaml;
}

/** Comments blanked out, so that every line and column stays; undefined where there are none, or no JSON. */
function withoutComments(source: string): string | undefined {
  // Most files are YAML and need no second look: JSON begins with its brace, or with a comment before it.
  if (!/^\s*[{/]/.test(source) || source.length > LIMITS.bytes) return undefined;
  const bare = source.replace(COMMENT, (part) => (part[0] === '"' ? part : part.replaceAll(/[^\r\n]/g, ' ')));
  return bare !== source && /^\s*\{/.test(bare) ? bare : undefined;
}

// Strings first, so that nothing in them begins a comment. What is not closed reaches to its end all the same: a search
// that gave up there would begin again at each next quote. After a colon `//` is an address without quotes, in YAML.
const COMMENT = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|(?<!:)\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const COMMA = /("[^"\\\n]*(?:\\.[^"\\\n]*)*"?)|,(?=\s*[}\]])/g;

/** YAML in brackets may look like JSON with comments (`{name: Jazz // Soul}`), but is none without them either. */
function isJson(bare: string): boolean {
  try {
    JSON.parse(bare.replace(/^\uFEFF/, '').replace(COMMA, '$1'));
    return true;
  } catch {
    return false;
  }
}
