import { describeTheme, type ThemeDescription } from '../../theme/describe-theme.js';
import { FAMILIES } from '../../theme/families.js';
import { readLayers, readTheme } from '../../theme/read.js';
import type { CharacterLook, ParagraphLook } from '../../theme/schema.js';
import type { Terminal } from '../terminal.js';
import { themeReach } from '../theme-reach.js';
import { align } from './align.js';
import type { Report } from './reports.js';

export interface ShowTheme {
  name: string;
  report: Report;
  /** What it may extend themes from; absent: its neighbours. */
  root?: string;
}

/** `render themes show`: a theme with everything followed, as text or as one JSON object on `out`. Throws as `readTheme`. */
export async function showTheme({ name, report, root }: ShowTheme, terminal: Terminal): Promise<number> {
  const reach = await themeReach(name, root);
  const [theme, layers] = await Promise.all([readTheme(name, '.', reach), readLayers(name, '.', reach)]);
  const described = describeTheme(theme, layers);
  if (report === 'json') terminal.out(JSON.stringify(described, null, 2));
  else for (const line of asText(described)) terminal.out(line);
  return 0;
}

function asText(theme: ThemeDescription): string[] {
  const parents = theme.layers.slice(0, -1).reverse();
  return [
    `${theme.title}${parents.length > 0 ? `, which extends ${parents.join(', which extends ')}` : ''}`,
    ...(theme.description ? [theme.description] : []),
    '',
    ...align(facts(theme)),
    '',
    ...styleTable(theme),
    '',
    ...characterTable(theme),
  ];
}

/** Where a thing comes from is told only where it can be from more than one theme. */
const origins = ({ layers }: ThemeDescription, from: readonly string[]): string[] =>
  layers.length > 1 ? [from.join(' + ')] : [];
const fromHead = (theme: ThemeDescription): string[] => origins(theme, ['from']);

function facts(theme: ThemeDescription): string[][] {
  const { page, slack, fonts, colors, order, aside, templates, css } = theme;
  const { top, right, bottom, left } = page.margin;
  const { from: _, ...floors } = slack;
  return [
    ['page', page.paper, `margins ${top} ${right} ${bottom} ${left}`, ...origins(theme, page.from)],
    ...(page.footer === undefined ? [] : [['footer', '', page.footer]]),
    [
      'slack',
      '',
      Object.entries(floors)
        .map(([key, floor]) => `${key} ${floor}`)
        .join(', ') || 'none',
      ...origins(theme, slack.from),
    ],
    ...Object.entries(fonts).map(([name, { family, word, from }], index) => [
      index === 0 ? 'fonts' : '',
      name,
      `${family}, in Word ${word}`,
      ...origins(theme, from),
    ]),
    ...Object.entries(colors).map(([name, { value, contrast, from }], index) => [
      index === 0 ? 'colours' : '',
      name,
      `${value}, ${contrast.toFixed(1)}:1 to white`,
      ...origins(theme, from),
    ]),
    ['order', '', order.join(', ') || 'the usual one'],
    ...(aside.length > 0 ? [['aside', '', aside.join(', ')]] : []),
    ...Object.entries(templates).map(([name, layer], index) => [
      index === 0 ? 'templates' : '',
      name,
      'its own',
      ...origins(theme, [layer]),
    ]),
    ...(css.length > 0 ? [['theme.css', '', '', ...origins(theme, css)]] : []),
  ];
}

function styleTable(theme: ThemeDescription): string[] {
  const rows = Object.entries(theme.styles).map(([name, look]) => {
    const { family, word } = familyOf(look, theme);
    return [
      name,
      family,
      word,
      told(look.size),
      told(look.line),
      told(look.before),
      look.color ?? '',
      look.align ?? '',
      ...origins(theme, look.from),
      [...traits(look), ...paragraphTraits(look)].join(', '),
    ];
  });
  const head = ['style', 'font', 'in Word', 'size', 'line', 'before', 'colour', 'align', ...fromHead(theme)];
  return align([head, ...rows], [3, 4, 5]);
}

function characterTable(theme: ThemeDescription): string[] {
  const rows = Object.entries(theme.characters).map(([name, look]) => {
    const { family, word } = look.font === undefined ? { family: '', word: '' } : familyOf(look, theme);
    return [
      name,
      family,
      word,
      told(look.size),
      look.color ?? '',
      ...origins(theme, look.from),
      [...traits(look), ...FLAGS.filter((flag) => look[flag] === false).map((flag) => `not ${flag}`)].join(
        ', ',
      ),
    ];
  });
  return align([['characters', 'font', 'in Word', 'size', 'colour', ...fromHead(theme)], ...rows], [3]);
}

const familyOf = ({ font = '' }: CharacterLook, { fonts }: ThemeDescription) =>
  fonts[font] ?? { family: 'Tinos', word: FAMILIES.Tinos.word };

const told = (value: unknown): string => (value === undefined ? '' : String(value));

const FLAGS = ['bold', 'italic', 'underline', 'uppercase'] as const;

const traits = (look: CharacterLook): string[] => [
  ...FLAGS.filter((flag) => look[flag]),
  ...(look.tracking ? [`tracking ${look.tracking}`] : []),
];

function paragraphTraits(look: ParagraphLook): string[] {
  const { base, indent, hanging, marker, rule, keepNext, keepLines } = look;
  return [
    ...(base === undefined ? [] : [`base ${base}`]),
    ...(indent ? [`indent ${indent}`] : []),
    ...(hanging ? [`hanging ${hanging}`] : []),
    ...(marker === undefined ? [] : [`marker ${marker}`]),
    ...(rule ? [`rule ${rule.width} ${rule.color} ${rule.side ?? 'below'}`] : []),
    ...(keepNext ? ['keepNext'] : []),
    ...(keepLines ? ['keepLines'] : []),
  ];
}
