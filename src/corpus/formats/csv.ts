import Papa from 'papaparse';
import type { Piece, Source } from '../given.ts';
import { type Fields, givenOf, isArticle } from '../record.ts';
import { Unreadable } from '../unreadable.ts';

const SEPARATORS = [',', '\t', ';', '|'];

/**
 * Values set apart by commas (RFC 4180), tabs, semicolons or bars, their names in the first row; one article a row.
 *
 * @throws {Unreadable} when none of the names is known as that of a text
 */
export async function* readCsv({ text, map }: Source): AsyncGenerator<Piece> {
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: SEPARATORS, skipEmptyLines: 'greedy' });
  const [header, ...rows] = data;
  const names = (header ?? []).map((name) => name.trim());
  const records = rows.map((row): Fields => new Map(names.flatMap((name, i) => (row[i] ? [[name, row[i]]] : []))));
  if (!records.some((fields) => isArticle(fields, map)))
    throw new Unreadable(
      `holds no articles: none of its columns (${names.slice(0, 6).join(', ')}) is known as a text; say which, as in --map text=NAME`,
    );
  for (const { row, message } of errors) {
    if (row !== undefined) yield { trouble: `row ${row + 1}: ${message}` };
  }
  for (const [i, fields] of records.entries()) {
    const given = await givenOf(fields, map, String(i + 1));
    yield given ?? { trouble: `row ${i + 2} holds no text; it was passed over` };
  }
}
