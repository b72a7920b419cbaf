import stringWidth from 'string-width';
import { NARROW } from './narrow.ts';
import { LazySegmenter } from './segmenter.ts';

const segmenter = new LazySegmenter(undefined, { granularity: 'grapheme' });
const widths = new Map<string, number>();

/** The characters of a text as a person counts them (UAX #29). */
export function* graphemes(text: string): Generator<string> {
  if (NARROW.test(text)) yield* text;
  else for (const { segment } of segmenter.segment(text)) yield segment;
}

/** The columns that printable text takes in a terminal. */
export function widthOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/** The columns of one grapheme; remembered, as a page has few different ones. */
export function graphemeWidth(grapheme: string): number {
  if (NARROW.test(grapheme)) return grapheme.length;
  let width = widths.get(grapheme);
  if (width === undefined) {
    width = stringWidth(grapheme);
    if (widths.size > 20_000) widths.clear();
    widths.set(grapheme, width);
  }
  return width;
}
