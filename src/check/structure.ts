import type { StructTreeContent, StructTreeNode } from 'pdfjs-dist/types/src/display/api.js';

// In: the structure tree of one page, as pdf.js gives it. Out: which content is a heading, a link, a list's
// label. Why: what a word is stands in this tree; the content stream only says where it is painted.

/** A heading or a link, or the part of it that is on this page. */
export interface Part {
  /** `H1` to `H6`, or `Link`. */
  role: string;
  /** The roles from the root down to it. */
  lineage: string;
  /** Marked content, and annotations, in order. */
  contents: string[];
  objects: string[];
}

export interface Structure {
  parts: Part[];
  /** Contents that are labels of list items. */
  labels: Set<string>;
  /** The contents of each list item. */
  items: string[][];
  /** All contents, in order. */
  contents: string[];
  /** Those that stand beside the text: in an aside, or whatever else is a section. */
  beside: Set<string>;
  /** For each content, the paragraph, heading or item it is part of. */
  blocks: Map<string, Part>;
}

/** Elements that begin on a line of their own; whatever else stands in a line. */
const BLOCK = /^(P|H[1-6]?|LI|Lbl|LBody|L|Div|Sect|Art|Part|Document|BlockQuote|Caption|T[HDR]|Aside)$/;

/** `null` is what pdf.js says of a page without a tree. */
export function readStructure(tree: StructTreeNode | null): Structure {
  const structure: Structure = {
    parts: [],
    labels: new Set(),
    items: [],
    contents: [],
    beside: new Set(),
    blocks: new Map(),
  };
  const root: Part = { role: '', lineage: '', contents: [], objects: [] };
  if (tree) visit(tree, root, root, structure);
  return structure;
}

function visit(node: StructTreeNode, parent: Part, block: Part, structure: Structure): void {
  const part: Part = {
    role: node.role,
    lineage: `${parent.lineage}/${node.role}`,
    contents: [],
    objects: [],
  };
  if (/^(H[1-6]|Link)$/.test(node.role)) structure.parts.push(part);
  const own = BLOCK.test(node.role) ? part : block;
  for (const child of node.children) {
    if ('children' in child) visit(child, part, own, structure);
    else addContent(child, part, own, structure);
  }
  if (node.role === 'Lbl') for (const id of part.contents) structure.labels.add(id);
  if (node.role === 'LI') structure.items.push(part.contents);
  parent.contents.push(...part.contents);
  if (node.role !== 'Link') parent.objects.push(...part.objects);
}

function addContent({ type, id }: StructTreeContent, part: Part, block: Part, structure: Structure): void {
  if (type === 'content') {
    part.contents.push(id);
    structure.contents.push(id);
    // PDF 1.7 knows no Aside: the role map makes it a Sect.
    if (/\/(Aside|Sect)(\/|$)/.test(part.lineage)) structure.beside.add(id);
    structure.blocks.set(id, block);
    // An annotation that is its element's only child is not called an object but an annotation, under a
    // prefixed id.
  } else part.objects.push(id.replace(/^pdfjs_internal_id_/, ''));
}
