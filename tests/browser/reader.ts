import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

// PDF bytes → what an independent reader (pdf.js) recovers from them.

export interface PdfReading {
  text: string;
  outline: string[];
  /** The roles of the structure tree in reading order, one list for all pages. */
  tags: string[];
  info: Record<string, unknown>;
  lang: string | null;
  pages: number;
  /** Of the first page, in points. */
  size: { width: number; height: number };
}

interface StructNode {
  role?: string;
  children?: StructNode[];
}

export async function readPdf(pdf: Uint8Array): Promise<PdfReading> {
  const document = await getDocument({ data: pdf.slice(), verbosity: VerbosityLevel.ERRORS }).promise;
  try {
    const tags: string[] = [];
    let text = '';
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      for (const item of (await page.getTextContent()).items) {
        if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
      }
      collect((await page.getStructTree()) as StructNode | null, tags);
    }
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
    const metadata = await document.getMetadata();
    const info = metadata.info as Record<string, unknown>;
    return {
      text,
      outline: ((await document.getOutline()) ?? []).map(({ title }) => title),
      tags,
      info,
      lang: (info.Language as string | undefined) ?? null,
      pages: document.numPages,
      size: { width, height },
    };
  } finally {
    await document.loadingTask.destroy();
  }
}

function collect(node: StructNode | null, tags: string[]): void {
  if (!node) return;
  if (node.role) tags.push(node.role);
  for (const child of node.children ?? []) collect(child, tags);
}
