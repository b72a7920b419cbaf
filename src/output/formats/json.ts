/** What JSON may leave as it is and a terminal would obey: DEL, C1, directional marks and overrides, separators. */
const OBEYED = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** One JSON array of all rows (RFC 8259), row by row; read back, every character is as in the file. */
export function* json(rows: Iterable<object>): Generator<string> {
  let before = '[\n';
  for (const row of rows) {
    yield `${before}  ${safe(JSON.stringify(row, null, 2)).replaceAll('\n', '\n  ')}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** One JSON object a line (https://jsonlines.org), as soon as it is known. */
export function* jsonLines(rows: Iterable<object>): Generator<string> {
  for (const row of rows) yield `${safe(JSON.stringify(row))}\n`;
}

/** JSON of the same value in which every character that a terminal would obey is escaped. */
function safe(json: string): string {
  return json.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
