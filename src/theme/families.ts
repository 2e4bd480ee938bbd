/** A font family we embed, and what stands for it in Word: the metric twin that every Word has. */
export interface Family {
  /** The npm package its WOFF2 files come from. */
  package: string;
  /** The twin's name in Word; its glyphs are exactly as wide. */
  word: string;
  /** Where to look for letters this family lacks. */
  fallback?: string;
  generic: 'serif' | 'sans-serif' | 'monospace';
}

export const FAMILIES = {
  Caladea: { package: '@fontsource/caladea', word: 'Cambria', fallback: 'Tinos', generic: 'serif' },
  Tinos: { package: '@fontsource/tinos', word: 'Times New Roman', generic: 'serif' },
  Cousine: { package: '@fontsource/cousine', word: 'Courier New', generic: 'monospace' },
} as const satisfies Record<string, Family>;

export type FamilyName = keyof typeof FAMILIES;

/** The family and those it falls back on, in the order a browser tries them. */
export function familyChain(name: FamilyName): FamilyName[] {
  const family: Family = FAMILIES[name];
  return family.fallback ? [name, ...familyChain(family.fallback as FamilyName)] : [name];
}

/** The CSS `font-family` value. */
export function fontStack(name: FamilyName): string {
  return [...familyChain(name).map((family) => `"${family}"`), FAMILIES[name].generic].join(', ');
}
