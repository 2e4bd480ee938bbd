import { FOREIGN_NAMES } from '../resume/foreign-names.js';
import { SECTION_IDS } from '../resume/schema.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { suggest } from '../source/suggest.js';
import { nativeName } from '../source/unknown-keys.js';
import { fault, type Places } from './fault.js';
import type { ThemeFile } from './schema.js';

/**
 * Sections that a theme names and nobody has, and what is no language among its titles. In `order` and `aside` an author's
 * own section may be meant, whose id a theme cannot know, so only what is nearly one of ours is a mistake there; `titles`
 * are for ours alone, for an author's own section has the title its author gave it.
 */
export function checkSections(
  { order = [], aside = [], titles = {} }: ThemeFile,
  places: Places,
): Diagnostic[] {
  const inLists = Object.entries({ order, aside }).flatMap(([key, ids]) =>
    ids.flatMap((id, index) => {
      const meant = meantBy(id);
      return meant ? [fault(places, [key, index], noSection(id), meant)] : [];
    }),
  );
  const inTitles = Object.entries(titles).flatMap(([id, title]) => {
    const path = ['titles', id];
    const tags = Object.keys(typeof title === 'string' ? {} : title).filter((tag) => !LANGUAGE.test(tag));
    return [
      ...(isOurs(id)
        ? []
        : [
            {
              ...fault(places, path, noSection(id), meantBy(id) ?? ONLY_OURS),
              place: places.keyAt(path),
            },
          ]),
      ...tags.map((tag) => ({
        ...fault(
          places,
          [...path, tag],
          `\`${tag}\` is not the code of a language`,
          'codes are en, de, pt-BR …',
        ),
        place: places.keyAt([...path, tag]),
      })),
    ];
  });
  return [...inLists, ...inTitles];
}

const isOurs = (id: string): boolean => SECTION_IDS.some((known) => known === id);
const noSection = (id: string): string => `there is no section \`${id}\``;
const ONLY_OURS = `a theme can title ${SECTION_IDS.join(', ')}; other sections have the titles their authors gave them`;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The section of ours that another name or a slip most likely stands for. */
function meantBy(id: string): string | undefined {
  if (isOurs(id)) return undefined;
  const native = nativeName(id, SECTION_IDS, FOREIGN_NAMES);
  const near = suggest(id, SECTION_IDS);
  return native ? `here it is \`${native}\`` : near && `did you mean \`${near}\`?`;
}
