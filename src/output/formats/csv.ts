import { valueAt } from '../cells.ts';
import type { Row } from '../rows/row.ts';

const MEMBER = 'members.';
/** Spreadsheets run what begins with one of these (OWASP, CSV Injection), full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",;\t\r\n']|^\s|\s$/;

/**
 * Comma-separated values as RFC 4180 has them: CRLF, a header, quotes where needed and doubled inside. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises; numbers are left alone.
 *
 * @param columns paths into a row; with one into `members`, each member has a line of its own
 */
export function* csv(rows: Iterable<Row>, columns: readonly string[]): Generator<string> {
  yield lineOf(columns.map((column) => column.replace(MEMBER, 'member.')));
  const unrolled = columns.some((column) => column.startsWith(MEMBER));
  for (const row of rows)
    for (const its of unrolled ? unroll(row) : [row]) yield lineOf(columns.map((column) => flat(valueAt(its, column))));
}

/** One row for each member, in which `members` is that one. */
function unroll(row: Row): readonly Row[] {
  return (row['members'] as readonly Row[]).map((members) => ({ ...row, members }));
}

/** A value in one cell: lists of plain values joined, other nested values as JSON. */
function flat(value: unknown): string | number | boolean {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object'))
    return value.map((item) => item ?? '').join('; ');
  return JSON.stringify(value);
}

function lineOf(cells: readonly (string | number | boolean)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
