import { drawable } from '../../terminal/printable.ts';
import { graphemes, widthOf } from '../../terminal/width.ts';
import { cellOf, headOf, valueAt } from '../cells.ts';
import type { Row } from '../rows/row.ts';

const MOST_ROWS_MEASURED = 1000;
const GAP = 2;

/**
 * Rows as a table for a terminal: aligned by display width, no wider than it is.
 *
 * @param columns paths into a row
 */
export function* table(rows: readonly Row[], columns: readonly string[], width: number): Generator<string> {
  const cells = rows.map((row) => columns.map((column) => drawable(cellOf(valueAt(row, column)))));
  const heads = columns.map(headOf);
  const widths = heads.map((head, c) =>
    cells.slice(0, MOST_ROWS_MEASURED).reduce((most, cell) => Math.max(most, widthOf(cell[c] ?? '')), head.length),
  );
  // The widest column gives way, again and again, until all fit.
  for (let over = widths.reduce((sum, w) => sum + w + GAP, -GAP) - width; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = Math.max(1, (widths[widest] ?? 1) - 1);
  }
  for (const cell of [heads, ...cells]) {
    const line = cell.map((text, c) => padded(text, widths[c] ?? 0)).join(' '.repeat(GAP));
    yield `${line.trimEnd()}\n`;
  }
}

function padded(text: string, width: number): string {
  const wide = widthOf(text);
  if (wide <= width) return text + ' '.repeat(width - wide);
  let cut = '';
  for (const grapheme of graphemes(text)) {
    if (widthOf(cut + grapheme) > width - 1) break;
    cut += grapheme;
  }
  return `${cut}…${' '.repeat(Math.max(0, width - 1 - widthOf(cut)))}`;
}
