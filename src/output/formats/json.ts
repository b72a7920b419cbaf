import type { Row } from '../rows/row.ts';

/** One JSON array of all rows (RFC 8259). JSON escapes control characters; everything else is as in the file. */
export function* json(rows: Iterable<Row>): Generator<string> {
  let before = '[\n';
  for (const row of rows) {
    yield `${before}${indented(row)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** One JSON object a line (https://jsonlines.org), as soon as it is known. */
export function* jsonLines(rows: Iterable<Row>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}

function indented(row: Row): string {
  return JSON.stringify(row, null, 2).replace(/^/gm, '  ');
}
