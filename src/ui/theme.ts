/** What a piece of the screen is; how it looks is decided here alone. */
export type StyleName =
  | 'title'
  | 'titleFocused'
  | 'border'
  | 'borderFocused'
  | 'dim'
  | 'strong'
  | 'match'
  | 'selected'
  | 'current'
  | 'name'
  | 'quote'
  | 'figure'
  | 'cue'
  | 'speaker'
  | 'differs'
  | 'guess'
  | 'chip'
  | 'key'
  | 'warning'
  | 'aside'
  | 'bar'
  | 'heat1'
  | 'heat2'
  | 'heat3'
  | 'heat4';

/** SGR parameters (ECMA-48): attributes work without colour, colours are the terminal's own sixteen. */
interface Look {
  readonly attributes?: readonly number[];
  readonly colour?: number;
  /** The colour lies behind the text, which has that of the background: as readable as the colour is on it. */
  readonly swapped?: true;
}

const BOLD = 1;
const DIM = 2;
const ITALIC = 3;
const UNDERLINE = 4;
const INVERSE = 7;

type Theme = Readonly<Record<StyleName, Look>>;

/** The terminal's own colours: whatever its background, they are made to be read on it. */
const ANSI: Theme = {
  title: { attributes: [BOLD] },
  titleFocused: { attributes: [BOLD], colour: 36 },
  border: { attributes: [DIM] },
  borderFocused: { colour: 36 },
  dim: { attributes: [DIM] },
  strong: { attributes: [BOLD] },
  match: { attributes: [BOLD, UNDERLINE], colour: 33 },
  selected: { attributes: [INVERSE] },
  current: { attributes: [BOLD] },
  name: { colour: 36 },
  quote: { colour: 32 },
  figure: { colour: 33 },
  cue: { attributes: [ITALIC], colour: 35 },
  speaker: { attributes: [BOLD], colour: 34 },
  differs: { attributes: [BOLD, UNDERLINE], colour: 31 },
  guess: { attributes: [ITALIC, DIM] },
  chip: { attributes: [BOLD], colour: 35 },
  key: { attributes: [BOLD] },
  warning: { colour: 33 },
  aside: { attributes: [ITALIC] },
  bar: { colour: 36 },
  heat1: { colour: 36, swapped: true },
  heat2: { colour: 32, swapped: true },
  heat3: { colour: 33, swapped: true },
  heat4: { attributes: [BOLD], colour: 31, swapped: true },
};

/** The same attributes with other colours; where one has none it is without. */
function recoloured(colours: Partial<Record<StyleName, number>>): Theme {
  const looks = Object.entries(ANSI).map(([name, { attributes, swapped }]) => {
    const colour = colours[name as StyleName];
    const coloured = colour === undefined ? {} : { colour, ...(swapped && { swapped }) };
    return [name, { ...(attributes && { attributes }), ...coloured }] as const;
  });
  return Object.fromEntries(looks) as Theme;
}

/** The looks that can be chosen by name. */
const THEMES = {
  ansi: ANSI,
  /** Nothing is told by red beside green: blue, yellow, magenta and bright ones (Okabe and Ito's advice, in 16 colours). */
  'colour-blind': recoloured({
    ...{ titleFocused: 34, borderFocused: 34, match: 33, name: 94, quote: 33, figure: 35, cue: 95 },
    ...{ speaker: 34, differs: 93, chip: 35, warning: 93, bar: 34, heat1: 34, heat2: 36, heat3: 35, heat4: 33 },
  }),
  /** The bright ones of the sixteen, for backgrounds on which the plain ones are too dark. */
  bright: recoloured({
    ...{ titleFocused: 96, borderFocused: 96, match: 93, name: 96, quote: 92, figure: 93, cue: 95 },
    ...{ speaker: 94, differs: 91, chip: 95, warning: 93, bar: 96, heat1: 96, heat2: 92, heat3: 93, heat4: 91 },
  }),
  /** Blue, magenta and red: the ones of the sixteen that old palettes, too, make dark enough for a white background. */
  light: recoloured({
    ...{ titleFocused: 34, borderFocused: 34, match: 31, name: 34, quote: 35, figure: 31, cue: 35 },
    ...{ speaker: 34, differs: 31, chip: 35, warning: 31, bar: 34, heat1: 34, heat2: 35, heat3: 31, heat4: 31 },
  }),
  /** Bold, underline and the like alone. */
  plain: recoloured({}),
} as const satisfies Record<string, Theme>;

/** A theme's name. */
export type ThemeName = keyof typeof THEMES;

/** The themes, the usual one first. */
export const THEME_NAMES = Object.keys(THEMES) as readonly ThemeName[];

let looks: Theme = ANSI;

/** Puts another theme in force: once, before anything is drawn. */
export function dress(name: ThemeName): void {
  looks = THEMES[name];
}

/**
 * Text with the looks of its styles around it.
 *
 * @param colour false leaves the colours out and keeps bold, underline and inverse (NO_COLOR asks for no colour)
 */
export function paint(text: string, styles: readonly StyleName[], colour: boolean): string {
  const codes: number[] = [];
  // What is selected is one bar of one colour; only what the search found stands out of it.
  const isSelected = styles.includes('selected');
  for (const style of styles) {
    const { attributes = [], colour: its, swapped } = looks[style];
    codes.push(...(isSelected ? attributes.filter((it) => it !== DIM) : attributes));
    if (its === undefined || !colour || (isSelected && style !== 'match')) continue;
    codes.push(its);
    if (swapped) codes.push(INVERSE);
  }
  return codes.length === 0 || text === '' ? text : `\u001b[${codes.join(';')}m${text}\u001b[0m`;
}
