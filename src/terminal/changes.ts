import { BLANK, type Cells, isCertain, type Row } from './cells.ts';
import { PLAIN } from './looks.ts';
import type { Pen } from './pen.ts';
import { graphemes, graphemeWidth } from './width.ts';

/** So many cells that stay are written again where that is no more than to jump over them. */
const BRIDGE = 4;
/** From so many blanks on they are erased at once: to the end of the row, before what stays, before what changes. */
const LEAST_TO_END = 4;
const LEAST_BEFORE_REST = 6;
const LEAST_WITHIN = 11;

/**
 * Writes what makes one row of the screen another. Where every terminal agrees on the cells of both, only those that
 * change; else the whole row, and behind each character of unsure width the column is told, so that what terminals
 * make of it moves nothing else.
 *
 * @param top the row of the screen, from 0
 * @param columns of the terminal; what is behind them is left out
 */
export function writeChanges(pen: Pen, before: Row, after: Row, top: number, columns: number): void {
  if (before.cells && after.cells) writeCells(pen, before.cells, after.cells, top, columns);
  else writeWhole(pen, after, top, columns);
}

function writeWhole(pen: Pen, { runs }: Row, top: number, columns: number): void {
  pen.to(top, 0);
  pen.eraseRow();
  let column = 0;
  for (const { text, look } of runs) {
    for (const piece of isCertain(text) ? [...text] : graphemes(text)) {
      const width = graphemeWidth(piece);
      if (column + width > columns) return;
      pen.put(piece, look, width);
      column += width;
      if (!isSteady(piece, width)) pen.unsure();
    }
  }
}

/** Letters of one character and one column are drawn in one everywhere, whatever way they are written. */
function isSteady(grapheme: string, width: number): boolean {
  return isCertain(grapheme) || (width === 1 && grapheme.length === 1 && /^\p{L}$/u.test(grapheme));
}

function writeCells(pen: Pen, before: Cells, after: Cells, top: number, columns: number): void {
  const end = Math.min(Math.max(before.width, after.width), columns);
  const stays = (at: number) => unitAt(before, at) === unitAt(after, at) && lookAt(before, at) === lookAt(after, at);
  for (let from = 0; from < end; from++) {
    if (stays(from)) continue;
    let to = from + 1;
    for (let at = to; at < end && at - to <= BRIDGE; at++) {
      // The second column of a wide one goes with its first.
      if (!stays(at) || (at === to && unitAt(after, at) === 0)) to = at + 1;
      else if (!bridges(after, at, to - 1)) break;
    }
    writeRun(pen, after, top, from, to);
    from = to;
  }
}

/** Whether a cell that stays can be written again for one byte. */
function bridges(cells: Cells, at: number, last: number): boolean {
  const unit = unitAt(cells, at);
  return unit >= BLANK && unit < 0x7f && lookAt(cells, at) === lookAt(cells, last);
}

/** Writes the cells from one column to another: blanks that are many are erased, the others are text. */
function writeRun(pen: Pen, cells: Cells, top: number, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const blanks = blanksFrom(cells, at, to);
    pen.to(top, at);
    if (isWorthErasing(cells, at, at + blanks, to)) {
      if (isBlankBehind(cells, at + blanks)) pen.eraseRow();
      else pen.erase(blanks);
      at += blanks;
    } else {
      let end = at + blanks;
      while (end < to) {
        const more = blanksFrom(cells, end, to);
        if (more > 0 && isWorthErasing(cells, end, end + more, to)) break;
        end += Math.max(1, more);
      }
      writeText(pen, cells, at, end);
      at = end;
    }
  }
}

function isWorthErasing(cells: Cells, from: number, end: number, to: number): boolean {
  if (end < to) return end - from >= LEAST_WITHIN;
  return end - from >= (isBlankBehind(cells, end) ? LEAST_TO_END : LEAST_BEFORE_REST);
}

function isBlankBehind(cells: Cells, from: number): boolean {
  return from >= cells.width || blanksFrom(cells, from, cells.width) === cells.width - from;
}

function writeText(pen: Pen, cells: Cells, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const look = lookAt(cells, at);
    const start = at;
    let text = '';
    for (; at < to && lookAt(cells, at) === look; at++) {
      const unit = unitAt(cells, at);
      // Of a wide one that the edge cuts in two nothing can be seen.
      if (unit !== 0) text += at + 1 === to && unitAt(cells, at + 1) === 0 ? ' ' : String.fromCharCode(unit);
    }
    pen.put(text, look, at - start);
  }
}

/** How many plain blanks stand from a column on. */
function blanksFrom(cells: Cells, from: number, to: number): number {
  let at = from;
  while (at < to && unitAt(cells, at) === BLANK && lookAt(cells, at) === PLAIN) at++;
  return at - from;
}

function unitAt({ units, width }: Cells, at: number): number {
  return at < width ? (units[at] as number) : BLANK;
}

function lookAt({ looks, width }: Cells, at: number): number {
  return at < width ? (looks[at] as number) : PLAIN;
}
