import type { Piece, Source } from '../given.ts';
import { fieldsOf, givenOf } from '../record.ts';

/** JSON Lines (https://jsonlines.org): one article a line. A line that is no article is told of, the rest is read. */
export async function* readJsonLines({ text, map }: Source): AsyncGenerator<Piece> {
  let line = 0;
  for (let from = 0; from < text.length; ) {
    line++;
    const end = text.indexOf('\n', from);
    const words = text.slice(from, end < 0 ? text.length : end).trim();
    from = end < 0 ? text.length : end + 1;
    if (words === '') continue;
    const fields = parse(words);
    if (typeof fields === 'string') {
      yield { trouble: `line ${line} is not JSON (${fields}); it was passed over` };
      continue;
    }
    const given = fields && (await givenOf(fields, map, String(line)));
    yield given ?? { trouble: `line ${line} holds no text that is known; say which field, as in --map text=NAME` };
  }
}

function parse(line: string): ReturnType<typeof fieldsOf> | string {
  try {
    return fieldsOf(JSON.parse(line));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
