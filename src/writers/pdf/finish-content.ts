import type { PDFDict, PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { adoptForms } from './adopt-forms.js';
import { decodeStream } from './decode-stream.js';
import { joinGlyphs, type Widths } from './join-glyphs.js';
import { markArtifacts } from './mark-artifacts.js';
import { moveMargins } from './move-margins.js';
import type { Operator } from './read-operators.js';
import { readScale } from './read-scale.js';
import { readWidths } from './read-widths.js';
import { releaseContents } from './release-contents.js';
import { readParentTree } from './structure-tree.js';
import { toldTexts } from './told-texts.js';
import { writeOperators } from './write-operators.js';

// The pages of a PDF → the same pages, painted in the order and in the words in which they are read, with what is only for
// show marked as such. Nothing that can be seen changes.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** A page and what it paints. */
export interface Content {
  page: PDFPage;
  operators: readonly Operator[];
  /** As of `toldTexts`. */
  told: ReadonlyMap<number, string>;
  /** As of `readScale`. */
  scale: number;
}

/**
 * Rewrites each page's content stream in place, not packed: more than one step reads it. One that it does not understand
 * stays as it is and is not among those that come back.
 */
export function finishContent(lib: PdfLib, document: PDFDocument): Content[] {
  const { PDFName, PDFRawStream, PDFRef } = lib;
  const tree = readParentTree(lib, document);
  /** Pages share their fonts. */
  const known = new Map<PDFDict, Widths | undefined>();
  const widthsIn = (page: PDFPage, name: string): Widths | undefined => {
    const font = fontIn(lib, page, name);
    if (font && !known.has(font)) known.set(font, widthsOf(lib, font));
    return font && known.get(font);
  };
  return document.getPages().flatMap((page) => {
    const [ref, stream] = [page.node.get(PDFName.of('Contents')), page.node.Contents()];
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) return [];
    adoptForms(lib, document, page, tree);
    const joined = joinGlyphs(decodeStream(lib, stream), (font) => widthsIn(page, font));
    if (!joined) return [];
    const marked = markArtifacts(moveMargins(joined), (name) => {
      return holdsMarks(lib, page.node.Resources(), name);
    });
    releaseContents(lib, document, page, tree, marked.released);
    const content = Buffer.from(writeOperators(marked.operators), 'latin1');
    document.context.assign(ref, document.context.stream(content));
    const { operators } = marked;
    return [{ page, operators, told: toldTexts(operators), scale: readScale(joined) }];
  });
}

/** Whether what is painted by this name is a form with marked content in it, or in a form inside it. */
function holdsMarks(lib: PdfLib, resources: PDFDict | undefined, name: string): boolean {
  const { PDFDict, PDFName, PDFRawStream } = lib;
  const object = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.lookup(PDFName.of(name));
  if (!(object instanceof PDFRawStream) || object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) {
    return false;
  }
  const content = decodeStream(lib, object);
  const own = object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict);
  const inner = Array.from(content.matchAll(/\/(\S+)\s+Do\b/g), ([, form = '']) => form);
  return /\bB(MC|DC)\b/.test(content) || inner.some((form) => holdsMarks(lib, own, form));
}

const fontIn = ({ PDFDict, PDFName }: PdfLib, page: PDFPage, name: string): PDFDict | undefined =>
  page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)?.lookupMaybe(PDFName.of(name), PDFDict);

/** Only of fonts whose codes are two bytes, written from left to right: the only ones Chromium makes of our fonts. */
function widthsOf(lib: PdfLib, font: PDFDict): Widths | undefined {
  const { PDFArray, PDFDict, PDFName } = lib;
  if (font.lookup(PDFName.of('Encoding')) !== PDFName.of('Identity-H')) return undefined;
  const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
  return descendant && readWidths(lib, descendant);
}
