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

const LOOKS: Readonly<Record<StyleName, Look>> = {
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

/**
 * Text with the looks of its styles around it.
 *
 * @param colour false leaves the colours out and keeps bold, underline and inverse (NO_COLOR asks for no colour)
 */
export function paint(text: string, styles: readonly StyleName[], colour: boolean): string {
  const codes: number[] = [];
  for (const style of styles) {
    const look = LOOKS[style];
    if (look.attributes) codes.push(...look.attributes);
    if (look.colour !== undefined && colour) codes.push(look.colour);
    if (look.behind !== undefined && colour) codes.push(look.behind);
  }
  return codes.length === 0 || text === '' ? text : `\u001b[${codes.join(';')}m${text}\u001b[0m`;
}
