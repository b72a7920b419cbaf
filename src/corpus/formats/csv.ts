import Papa from 'papaparse';
import type { Piece, Source } from '../given.ts';
import { type Fields, givenOf, isArticle } from '../record.ts';
import { Unreadable } from '../unreadable.ts';

const SEPARATORS = [',', '\t', ';', '|'];
/** Rows are held all at once: more than these would take all memory, however short they are. */
const MOST_ROWS = 1_000_000;

/**
 * Values set apart by commas (RFC 4180), tabs, semicolons or bars, their names in the first row; one article a row.
 *
 * @throws {Unreadable} when none of the names is known as that of a text
 */
export async function* readCsv({ text, map }: Source): AsyncGenerator<Piece> {
  const { data, errors, meta } = Papa.parse<string[]>(text, {
    delimitersToGuess: SEPARATORS,
    skipEmptyLines: 'greedy',
    preview: MOST_ROWS + 1,
  });
  const [header, ...rows] = data;
  const names = (header ?? []).map((name) => name.trim());
  const fieldsOf = (row: readonly string[]): Fields =>
    new Map(names.flatMap((name, i) => (row[i] ? [[name, row[i]]] : [])));
  if (!rows.some((row) => isArticle(fieldsOf(row), map)))
    throw new Unreadable(
      `holds no articles: none of its columns (${names.slice(0, 6).join(', ')}) is known as a text; say which, as in --map text=NAME`,
    );
  for (const { row, message } of errors) {
    if (row !== undefined) yield { trouble: `row ${row + 1}: ${message}` };
  }
  if (meta.truncated) yield { trouble: `holds more than ${MOST_ROWS} rows; what comes after them was passed over` };
  for (const [i, row] of rows.entries()) {
    const given = await givenOf(fieldsOf(row), map, String(i + 1));
    yield given ?? { trouble: `row ${i + 2} holds no text; it was passed over` };
  }
}
