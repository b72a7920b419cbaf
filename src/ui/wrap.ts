import type { Span } from '../model.ts';
import { drawable } from '../terminal/printable.ts';
import { graphemes, graphemeWidth } from '../terminal/width.ts';
import type { Line, Segment } from './line.ts';
import type { StyleName } from './theme.ts';

/** A stretch of a text that looks different. Marks may overlap: their looks add up. */
export interface Mark extends Span {
  readonly style: StyleName;
}

/**
 * Breaks a stretch of text into rows of at most `width` columns, at white space where there is some (UAX #14 is not
 * followed: a word longer than a row is cut at a grapheme).
 *
 * @returns the stretch of `text` that each row shows, without the white space it breaks at
 */
export function wrap(text: string, span: Span, width: number): readonly Span[] {
  const rows: Span[] = [];
  let rowStart = span.start;
  let at = span.start;
  let column = 0;
  /** Where the last white space of this row begins and ends; -1 when it has none. */
  let gapStart = -1;
  let gapEnd = -1;
  for (const grapheme of graphemes(text.slice(span.start, span.end))) {
    const blank = isBlank(grapheme);
    const columns = graphemeColumns(grapheme);
    if (blank && column === 0) {
      at += grapheme.length;
      rowStart = at;
      continue;
    }
    if (blank && gapEnd !== at) gapStart = at;
    if (blank) gapEnd = at + grapheme.length;
    // What is behind a gap may be too wide, too, with what comes.
    while (column + columns > width && !blank && column > 0) {
      if (gapStart > rowStart) {
        rows.push({ start: rowStart, end: gapStart });
        rowStart = gapEnd;
        column = columnsOf(text, { start: rowStart, end: at });
      } else {
        rows.push({ start: rowStart, end: at });
        rowStart = at;
        column = 0;
      }
      gapStart = -1;
    }
    column += columns;
    at += grapheme.length;
  }
  if (gapEnd === at && gapStart >= rowStart) at = gapStart;
  if (at > rowStart) rows.push({ start: rowStart, end: at });
  return rows;
}

function isBlank(grapheme: string): boolean {
  return grapheme === ' ' || grapheme === '\n' || grapheme === '\t' || grapheme === '\r\n' || grapheme === '\r';
}

function graphemeColumns(grapheme: string): number {
  if (grapheme.length === 1 && grapheme >= ' ' && grapheme <= '~') return 1;
  const safe = drawable(grapheme);
  if (safe === grapheme) return graphemeWidth(grapheme);
  let columns = 0;
  for (const part of graphemes(safe)) columns += graphemeWidth(part);
  return columns;
}

function columnsOf(text: string, { start, end }: Span): number {
  let columns = 0;
  for (const grapheme of graphemes(text.slice(start, end))) columns += graphemeColumns(grapheme);
  return columns;
}

/** One row of text as a line: cut where marks begin and end, each piece with the looks of the marks over it. */
export function markedLine(text: string, row: Span, marks: readonly Mark[]): Line {
  const over = marks.filter(({ start, end }) => start < row.end && end > row.start);
  if (over.length === 0) return [{ text: text.slice(row.start, row.end), styles: [] }];
  const cuts = new Set([row.start, row.end]);
  for (const { start, end } of over) {
    cuts.add(Math.max(start, row.start));
    cuts.add(Math.min(end, row.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const line: Segment[] = [];
  edges.forEach((start, i) => {
    const end = edges[i + 1];
    if (end === undefined) return;
    const styles = over.filter((mark) => mark.start <= start && mark.end >= end).map(({ style }) => style);
    line.push({ text: text.slice(start, end), styles: [...new Set(styles)] });
  });
  return line;
}

/** Wraps and marks in one go. */
export function paragraph(text: string, span: Span, width: number, marks: readonly Mark[]): readonly Line[] {
  return wrap(text, span, width).map((row) => markedLine(text, row, marks));
}
