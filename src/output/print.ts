import { printable } from '../terminal/printable.ts';
import { widthOf } from '../terminal/width.ts';
import type { Row } from './rows.ts';

export const FORMATS = ['table', 'json', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * Rows in a format, piece by piece.
 *
 * @param columns the columns of a `table`, in order
 * @param width the columns of the terminal that a `table` must fit
 */
export function* printed(
  rows: Iterable<Row>,
  format: Format,
  columns: readonly string[],
  width: number,
): Generator<string> {
  switch (format) {
    case 'jsonl':
      for (const row of rows) yield `${JSON.stringify(row)}\n`;
      return;
    case 'json':
      yield `${JSON.stringify([...rows], null, 2)}\n`;
      return;
    case 'table':
      yield* table([...rows], columns, width);
  }
}

const MOST_ROWS_MEASURED = 1000;
const GAP = 2;

function* table(rows: readonly Row[], columns: readonly string[], width: number): Generator<string> {
  const cells = rows.map((row) => columns.map((column) => cellOf(row[column])));
  const widths = columns.map((column, c) =>
    cells.slice(0, MOST_ROWS_MEASURED).reduce((most, cell) => Math.max(most, widthOf(cell[c] ?? '')), column.length),
  );
  // The widest column gives way, again and again, until all fit.
  for (let over = widths.reduce((sum, w) => sum + w + GAP, -GAP) - width; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = Math.max(1, (widths[widest] ?? 1) - 1);
  }
  for (const cell of [columns, ...cells]) {
    const line = cell.map((text, c) => padded(text, widths[c] ?? 0)).join(' '.repeat(GAP));
    yield `${line.trimEnd()}\n`;
  }
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'object' && 'name' in value) return cellOf(value.name);
  if (Array.isArray(value)) return value.map(cellOf).join(', ');
  return printable(String(value));
}

function padded(text: string, width: number): string {
  if (widthOf(text) <= width) return text + ' '.repeat(width - widthOf(text));
  let cut = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(cut + segment) > width - 1) break;
    cut += segment;
  }
  return `${cut}…${' '.repeat(Math.max(0, width - 1 - widthOf(cut)))}`;
}
