/**
 * One JSON array of all rows (RFC 8259), row by row. JSON escapes control characters; everything else is as in the
 * file.
 */
export function* json(rows: Iterable<object>): Generator<string> {
  let before = '[\n';
  for (const row of rows) {
    yield before + indented(row);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** One JSON object a line (https://jsonlines.org), as soon as it is known. */
export function* jsonLines(rows: Iterable<object>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/** Only a line feed is a new line of ours: U+2028 is one to a pattern, but stands inside of a text. */
function indented(row: object): string {
  return `  ${JSON.stringify(row, null, 2).replaceAll('\n', '\n  ')}`;
}
