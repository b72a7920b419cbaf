import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const ASCII = /^[\u0020-\u007e]*$/;
const widths = new Map<string, number>();

/** The characters of a text as a person counts them (UAX #29). */
export function* graphemes(text: string): Generator<string> {
  if (ASCII.test(text)) yield* text;
  else for (const { segment } of segmenter.segment(text)) yield segment;
}

/** The columns that printable text takes in a terminal. */
export function widthOf(text: string): number {
  return ASCII.test(text) ? text.length : stringWidth(text);
}

/** The columns of one grapheme; remembered, as a page has few different ones. */
export function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1 && grapheme >= ' ' && grapheme <= '~') return 1;
  let width = widths.get(grapheme);
  if (width === undefined) {
    width = stringWidth(grapheme);
    if (widths.size > 20_000) widths.clear();
    widths.set(grapheme, width);
  }
  return width;
}
