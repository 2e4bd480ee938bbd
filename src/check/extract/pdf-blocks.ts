import type { StructTreeNode } from 'pdfjs-dist/types/src/display/api.js';

// In: the structure tree of one page. Out: for each piece of marked content, the paragraph, heading or list item it
// belongs to; and the pictures and tables. Why: a tagged PDF says itself where a paragraph begins and ends.

export interface Block {
  role: string;
  /** HTML's heading level. */
  level?: number;
}

export interface Blocks {
  /** By the id of the marked content; undefined where the tree knows the content and gives it no role. */
  of: Map<string, Block | undefined>;
  /** Contents that are the labels of list items. */
  labels: Set<string>;
  images: { alt?: string | undefined }[];
  tables: number;
}

const BLOCK = /^(P|H[1-6]?|Title|LI|LBody|TD|TH|Caption|BlockQuote|Note|TOCI)$/;
const LEVEL = /^H([1-6])$/;

/** `null` is what pdf.js says of a page without a tree. */
export function readBlocks(tree: StructTreeNode | null): Blocks {
  const blocks: Blocks = { of: new Map(), labels: new Set(), images: [], tables: 0 };
  if (tree) visit(tree, undefined, false, blocks);
  return blocks;
}

/** The types of pdf.js leave the alternative text out. */
type Node = StructTreeNode & { alt?: string };

function visit(node: Node, around: Block | undefined, inLabel: boolean, blocks: Blocks): void {
  const level = LEVEL.exec(node.role)?.[1];
  // The body of an item goes on with what its label began.
  const own = BLOCK.test(node.role) && !(node.role === 'LBody' && around?.role === 'LI');
  const block = own ? { role: node.role, ...(level && { level: Number(level) }) } : around;
  const label = inLabel || node.role === 'Lbl';
  if (node.role === 'Figure') blocks.images.push({ alt: node.alt });
  if (node.role === 'Table') blocks.tables += 1;
  for (const child of node.children) {
    if ('children' in child) visit(child, block, label, blocks);
    else if (child.type === 'content') {
      blocks.of.set(child.id, block);
      if (label) blocks.labels.add(child.id);
    }
  }
}
