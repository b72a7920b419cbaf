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
  /** Behind the text; the text is black or white then, whatever the theme. */
  readonly behind?: number;
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
  heat1: { colour: 30, behind: 46 },
  heat2: { colour: 30, behind: 42 },
  heat3: { colour: 30, behind: 43 },
  heat4: { attributes: [BOLD], colour: 97, behind: 41 },
};

/** The same attributes with other colours; where one has none it is without. */
function recoloured(colours: Partial<Record<StyleName, number>>): Theme {
  const looks = Object.entries(ANSI).map(([name, { attributes }]) => {
    const colour = colours[name as StyleName];
    return [name, { ...(attributes && { attributes }), ...(colour !== undefined && { colour }) }] as const;
  });
  return Object.fromEntries(looks) as Theme;
}

/** The looks that can be chosen by name. */
const THEMES = {
  ansi: ANSI,
  /** Nothing is told by red beside green: blue, yellow, magenta and bright ones (Okabe and Ito's advice, in 16 colours). */
  'colour-blind': recoloured({
    ...{ titleFocused: 34, borderFocused: 34, match: 33, name: 94, quote: 33, figure: 35, cue: 95 },
    ...{ speaker: 34, differs: 93, chip: 35, warning: 93, bar: 34 },
  }),
  /** The bright ones of the sixteen, for backgrounds on which the plain ones are too dark. */
  bright: recoloured({
    ...{ titleFocused: 96, borderFocused: 96, match: 93, name: 96, quote: 92, figure: 93, cue: 95 },
    ...{ speaker: 94, differs: 91, chip: 95, warning: 93, bar: 96 },
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
  for (const style of styles) {
    const look = looks[style];
    if (look.attributes) codes.push(...look.attributes);
    if (look.colour !== undefined && colour) codes.push(look.colour);
    if (look.behind !== undefined && colour) codes.push(look.behind);
  }
  return codes.length === 0 || text === '' ? text : `\u001b[${codes.join(';')}m${text}\u001b[0m`;
}
