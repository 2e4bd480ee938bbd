import { type Block, blockText } from '../page/blocks.js';

const WIDTH = 72;

/** Blocks → plain text, wrapped at 72 columns: what survives pasting into a web form. */
export async function writeTxt(blocks: readonly Block[]): Promise<Uint8Array> {
  const numbers = new Map<number, number>();
  const marker = ({ item }: Block): string => {
    if (!item) return '';
    const depth = '  '.repeat(item.level);
    if (!item.ordered) return `${depth}- `;
    const number = numbers.get(item.list) ?? item.start;
    numbers.set(item.list, number + 1);
    return `${depth}${number}. `;
  };
  const lines = blocks.flatMap((block, index) => [
    ...(index > 0 ? gap(block) : []),
    ...paragraph(block, marker(block)),
  ]);
  return Buffer.from(`${lines.join('\n')}\n`, 'utf8');
}

const gap = ({ style }: Block): string[] => (/^(Heading \d|Record|Part)$/.test(style) ? [''] : []);

/** East Asian letters are twice as wide as others wherever all others are equally wide. */
const columns = (text: string): number =>
  [...text].length +
  (text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u30ff\uff01-\uff60]/gu,
  )?.length ?? 0);

function paragraph(block: Block, marker: string): string[] {
  // Columns do not survive a proportional font, so what stands at the right edge follows after a dot.
  const text = blockText(block).replaceAll('\t', ' · ');
  if (block.style === 'Heading 1') return [text, '-'.repeat(columns(text))];
  return text.split('\n').flatMap((line, index) => {
    const first = index === 0 ? marker : ' '.repeat(marker.length);
    return wrap(line, first, ' '.repeat(marker.length));
  });
}

function wrap(text: string, first: string, rest: string): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ').filter((part) => part !== '')) {
    if (!empty && columns(`${line} ${word}`) > WIDTH) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
