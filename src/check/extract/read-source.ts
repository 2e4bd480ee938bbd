import { isUtf8 } from 'node:buffer';
import sax from 'sax';
import { attribute, isElement, type Node, parseHtml } from '../../page/dom.js';
import { LIMITS } from '../../source/depth.js';
import { SOURCE_ID, SOURCE_NAME, SOURCE_NAMESPACE, SOURCE_TYPE } from '../../writers/source-name.js';
import { readParts } from './docx-parts.js';
import type { CheckFormat } from './extraction.js';
import { openPdf } from './open-pdf.js';
import { sniffFile } from './sniff-file.js';
import { Unreadable } from './unreadable.js';

// In: the bytes of any finished file, by whomever. Out: the YAML it carries, as text: it is not looked into here.

/**
 * The source inside a PDF, HTML or Word file, undefined where there is none. Throws Unreadable for another kind of file, one
 * that is damaged, locked or beyond all measure, and for a source that is no text or larger than a résumé may be.
 */
export async function readSource(bytes: Uint8Array): Promise<string | undefined> {
  const kind = sniffFile(bytes);
  if (kind === 'locked') throw new Unreadable('encrypted', LOCKED, 'save it without a password, as .docx');
  if (kind === 'empty') throw new Unreadable('wrong-format', 'the file is empty', 'name another');
  if (kind === 'unknown') throw new Unreadable('wrong-format', NEITHER, 'name another');
  const source = await READERS[kind](bytes);
  return source === undefined ? undefined : asText(source);
}

const LOCKED = 'the file is locked with a password, or in the format of Word before 2007';
const NEITHER = 'the file is neither PDF nor HTML nor Word';

const READERS: Record<CheckFormat, (bytes: Uint8Array) => Promise<Uint8Array | undefined>> = {
  pdf: (bytes) => openPdf(bytes, async (document) => attached(await document.getAttachments())),
  docx: async (bytes) => fromWord(readParts(bytes)),
  html: async (bytes) => fromHtml(new TextDecoder().decode(bytes)),
};

/** What pdf.js gives is not typed, and the file may be anybody's. */
function attached(attachments: unknown): Uint8Array | undefined {
  const files = Object.values(
    (attachments ?? {}) as Record<string, { filename?: unknown; content?: unknown }>,
  );
  const content = files.find(({ filename }) => filename === SOURCE_NAME)?.content;
  return content instanceof Uint8Array ? content : undefined;
}

/** Word numbers the parts anew when it saves: the one is known by its root element. */
function fromWord(parts: ReadonlyMap<string, string>): Uint8Array | undefined {
  const part = [...parts].find(
    ([name, xml]) => name.startsWith('customXml/') && xml.includes(SOURCE_NAMESPACE),
  );
  return part && sourceElement(part[1]);
}

function sourceElement(xml: string): Uint8Array | undefined {
  let found: string | undefined;
  let inside = false;
  const parser = sax.parser(true, { xmlns: true });
  parser.onopentag = (tag) => {
    if (found === undefined && 'uri' in tag && tag.uri === SOURCE_NAMESPACE && tag.local === 'source') {
      inside = true;
      found = '';
    }
  };
  parser.onclosetag = () => {
    inside = false;
  };
  const write = (text: string) => {
    if (inside) found += text;
  };
  parser.ontext = write;
  parser.oncdata = write;
  try {
    parser.write(xml).close();
  } catch (error) {
    const [first] = (error as Error).message.split('\n');
    throw new Unreadable(
      'damaged',
      `the source in the Word file is damaged: ${first}`,
      'render the résumé again',
    );
  }
  return found === undefined ? undefined : Buffer.from(found, 'utf8');
}

function fromHtml(html: string): Uint8Array | undefined {
  const waiting: Node[] = [...parseHtml(html).childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (attribute(node, 'id') === SOURCE_ID && attribute(node, 'type') === SOURCE_TYPE) {
      const [text] = node.childNodes;
      return text && 'value' in text ? Buffer.from(text.value, 'utf8') : undefined;
    }
    for (const child of node.childNodes) waiting.push(child);
  }
  return undefined;
}

/** Throws Unreadable for what no résumé is and for what would command a terminal. */
function asText(bytes: Uint8Array): string {
  if (bytes.length > LIMITS.bytes) {
    throw new Unreadable(
      'too-large',
      'the source inside is larger than 1 MB',
      'a résumé never is: do not trust this file',
    );
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(text) && !UNPRINTABLE.test(text.toString('utf8'))) return text.toString('utf8');
  throw new Unreadable(
    'damaged',
    'the source inside is no plain text',
    'do not trust this file: ask for another',
  );
}

const UNPRINTABLE = /(?![\t\n\r])\p{Cc}/u;
