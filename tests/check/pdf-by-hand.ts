import { writeObjects } from './write-objects.js';

/** A structure element: marked contents by page and number, links, or elements. */
export interface Element {
  role: string;
  kids: (Element | { page: number; content: number } | { page: number; uri: string })[];
}

export interface ByHand {
  /** Content streams; Helvetica is /F in them, `•` is octal 225. */
  pages: string[];
  tree: Element;
  /** Standard roles by role. */
  roleMap?: Record<string, string>;
}

/**
 * A small tagged PDF, written out as the standard (ISO 32000-1, 14.7) has it, to try what Chromium does not
 * write.
 */
export function pdfByHand({ pages, tree, roleMap = {} }: ByHand): Uint8Array {
  const objects: string[] = [];
  const add = (text = ''): number => objects.push(text);
  const put = (id: number, text: string): void => {
    objects[id - 1] = text;
  };

  const [catalog, pageTree, font, root] = [add(), add(), add(), add()] as const;
  put(font, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  const sheets = pages.map(() => ({ id: add(), annotations: [] as number[], parents: [] as number[] }));
  const linkParents: string[] = [];

  function addElement(element: Element, parent: number): number {
    const id = add();
    const kids = element.kids.map((kid) => {
      if ('role' in kid) return `${addElement(kid, id)} 0 R`;
      const sheet = sheets[kid.page] as (typeof sheets)[number];
      if ('content' in kid) {
        sheet.parents[kid.content] = id;
        return `<</Type/MCR/Pg ${sheet.id} 0 R/MCID ${kid.content}>>`;
      }
      const key = 100 + linkParents.length;
      linkParents.push(`${key} ${id} 0 R`);
      const annotation = add(
        `<</Type/Annot/Subtype/Link/F 4/Rect[0 0 9 9]/StructParent ${key}/A<</S/URI/URI(${kid.uri})>>>>`,
      );
      sheet.annotations.push(annotation);
      return `<</Type/OBJR/Pg ${sheet.id} 0 R/Obj ${annotation} 0 R>>`;
    });
    put(id, `<</Type/StructElem/S/${element.role}/P ${parent} 0 R/K[${kids.join(' ')}]>>`);
    return id;
  }

  const top = addElement(tree, root);
  pages.forEach((content, i) => {
    const { id, annotations } = sheets[i] as (typeof sheets)[number];
    const stream = add(`<</Length ${content.length}>>\nstream\n${content}\nendstream`);
    put(
      id,
      `<</Type/Page/Parent ${pageTree} 0 R/MediaBox[0 0 500 500]/Contents ${stream} 0 R/StructParents ${i}
/Resources<</Font<</F ${font} 0 R>>>>/Annots[${annotations.map((one) => `${one} 0 R`).join(' ')}]>>`,
    );
  });
  const refs = sheets.map(({ parents }, i) => `${i} [${parents.map((id) => `${id} 0 R`).join(' ')}]`);
  const roles = Object.entries(roleMap).map(([from, to]) => `/${from}/${to}`);
  put(
    root,
    `<</Type/StructTreeRoot/K[${top} 0 R]/RoleMap<<${roles.join('')}>>/ParentTree<</Nums[${[...refs, ...linkParents].join(' ')}]>>>>`,
  );
  put(
    pageTree,
    `<</Type/Pages/Count ${pages.length}/Kids[${sheets.map(({ id }) => `${id} 0 R`).join(' ')}]>>`,
  );
  put(catalog, `<</Type/Catalog/Pages ${pageTree} 0 R/StructTreeRoot ${root} 0 R/MarkInfo<</Marked true>>>>`);
  return writeObjects(objects, catalog);
}
