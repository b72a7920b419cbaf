import { linked } from '../terminal/links.ts';
import { drawable } from '../terminal/printable.ts';
import { graphemes, graphemeWidth, widthOf } from '../terminal/width.ts';
import { paint, type StyleName } from './theme.ts';

/** A run of text of one look. */
export interface Segment {
  readonly text: string;
  readonly styles: readonly StyleName[];
  /** Where it leads, for terminals that show links (OSC 8). */
  readonly link?: string;
  /** What is said of it where it is read aloud: of a bar, a sign, a digit in a column. */
  readonly says?: string;
}

/** One row of the screen, or part of one, before it is cut to its width. */
export type Line = readonly Segment[];

/** A segment; styles as they add up. */
export function seg(text: string, ...styles: StyleName[]): Segment {
  return { text, styles };
}

/** A segment that is a sign to the eye, and words to the ear. */
export function sign(text: string, says: string, ...styles: StyleName[]): Segment {
  return { text, styles, says };
}

/** The columns that a line takes when nothing is cut. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + widthOf(drawable(text)), 0);
}

/**
 * A line cut or filled to exactly `width` columns. What is cut ends in "…"; a wide character that does not fit
 * whole is left out. All text is made printable here.
 */
export function fit(line: Line, width: number): Line {
  const out: Segment[] = [];
  let left = width;
  const total = lineWidth(line);
  const cut = total > width;
  if (cut) left -= 1;
  for (const segment of line) {
    const { text } = segment;
    if (left <= 0) break;
    const safe = drawable(text);
    const taken = widthOf(safe) <= left ? safe : take(safe, left);
    left -= widthOf(taken);
    if (taken !== '' || segment.says !== undefined) out.push({ ...segment, text: taken });
    if (taken !== safe) break;
  }
  if (cut && width > 0) {
    out.push({ text: '…', styles: out.at(-1)?.styles ?? [] });
  }
  if (left > 0) out.push({ text: ' '.repeat(left), styles: [] });
  return out;
}

/** The longest start of a printable text that takes no more than `width` columns. */
export function take(text: string, width: number): string {
  let out = '';
  let left = width;
  for (const grapheme of graphemes(text)) {
    left -= graphemeWidth(grapheme);
    if (left < 0) break;
    out += grapheme;
  }
  return out;
}

/** Text left and text right on one row of `width` columns; the left gives way, down to its `least` columns. */
export function justify(left: Line, right: Line, width: number, least = 8): Line {
  const room = width - lineWidth(right);
  if (room < least) return fit(left, width);
  return [...fit(left, room - 1), seg(' '), ...right];
}

/** The row as the terminal gets it: cut to its width, with its looks; `over` lies over all of it but bars. */
export function render(line: Line, width: number, colour: boolean, over: readonly StyleName[] = []): string {
  return fit(line, width)
    .map(({ text, styles, link }) => {
      const painted = paint(text, over.length === 0 || styles.includes('bar') ? styles : [...styles, ...over], colour);
      return link === undefined ? painted : linked(painted, link);
    })
    .join('');
}

/**
 * The row for a screen reader: without looks, in full, without the lines that only part or frame what is seen; signs as
 * the words that they stand for. Words that differ stand between asterisks.
 */
export function spoken(line: Line): string {
  const said = line.map(({ text, styles, says }) => {
    if (says !== undefined) return says;
    return styles.includes('differs') && text.trim() !== '' ? `*${text}*` : text;
  });
  return drawable(said.join(''))
    .replaceAll(/[─│┄]+/g, '')
    .replaceAll('▸', 'here: ')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ([,;:])/g, '$1')
    .trim();
}
