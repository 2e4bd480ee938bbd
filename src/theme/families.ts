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
  Gelasio: { package: '@fontsource/gelasio', word: 'Georgia', fallback: 'Tinos', generic: 'serif' },
  Tinos: { package: '@fontsource/tinos', word: 'Times New Roman', generic: 'serif' },
  Carlito: { package: '@fontsource/carlito', word: 'Calibri', fallback: 'Arimo', generic: 'sans-serif' },
  Arimo: { package: '@fontsource/arimo', word: 'Arial', generic: 'sans-serif' },
  Cousine: { package: '@fontsource/cousine', word: 'Courier New', generic: 'monospace' },
} as const satisfies Record<string, Family>;

export type FamilyName = keyof typeof FAMILIES;

/**
 * Families for the letters that the theme's own lack. Their packages are large, so only those install them whose résumé
 * has such letters. (Hebrew needs none: Tinos has it.)
 */
export interface ScriptFamily {
  package: string;
  /** What draws these letters in Word, which every Word for that market has. No twin: only the style is alike. */
  word: string;
  /** The weights it comes in, where they are not regular and bold. */
  weights?: readonly number[];
  /** The CSS `unicode-range` it is taken for, where the package's own list says less than the file holds. */
  range?: string;
}

export const SCRIPT_FAMILIES = {
  Vazirmatn: { package: '@fontsource/vazirmatn', word: 'Times New Roman' },
  'BIZ UDPMincho': { package: '@fontsource/biz-udpmincho', word: 'Yu Mincho' },
  'Noto Serif SC': { package: '@fontsource/noto-serif-sc', word: 'SimSun' },
  'Nanum Myeongjo': { package: '@fontsource/nanum-myeongjo', word: 'Batang' },
  Mukta: { package: '@fontsource/mukta', word: 'Nirmala UI' },
  'STIX Two Math': {
    package: '@fontsource/stix-two-math',
    word: 'Cambria Math',
    weights: [400],
    range: 'U+2190-2BFF',
  },
  'Noto Sans Symbols 2': {
    package: '@fontsource/noto-sans-symbols-2',
    word: 'Segoe UI Symbol',
    weights: [400],
  },
  /** In one colour, as text: coloured pictures would be no letters in a PDF. */
  'Noto Emoji': { package: '@fontsource/noto-emoji', word: 'Segoe UI Emoji' },
} as const satisfies Record<string, ScriptFamily>;

export type ScriptFamilyName = keyof typeof SCRIPT_FAMILIES;

/** The family and those it falls back on, in the order a browser tries them. */
export function familyChain(name: FamilyName): FamilyName[] {
  const family: Family = FAMILIES[name];
  return family.fallback ? [name, ...familyChain(family.fallback as FamilyName)] : [name];
}

/** The CSS `font-family` value; `scripts` are the families of other scripts that the page embeds, the preferred first. */
export function fontStack(name: FamilyName, scripts: readonly ScriptFamilyName[] = []): string {
  const families = [...familyChain(name), ...scripts];
  return [...families.map((family) => `"${family}"`), FAMILIES[name].generic].join(', ');
}
