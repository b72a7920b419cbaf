import type { Piece, Source } from '../given.ts';
import { type Fields, fieldsOf, givenOf, isArticle } from '../record.ts';
import { Unreadable } from '../unreadable.ts';

/** Lists of articles stand this deep in what services answer: `articles.results`, `response.docs`. */
const MAX_DEPTH = 4;

/**
 * JSON (RFC 8259): one article, a list of them, or a service's answer with the list somewhere in it.
 *
 * @throws {Unreadable} when it is no JSON, or no object in it holds a text
 */
export async function* readJson({ text, map }: Source): AsyncGenerator<Piece> {
  const value = parse(text);
  const alone = fieldsOf(value);
  if (alone && isArticle(alone, map) && !listsOf(value, 1).some((list) => list.some((item) => isArticle(item, map)))) {
    const given = await givenOf(alone, map);
    if (given) yield given;
    return;
  }
  const list = listsOf(value, 0).find((candidate) => candidate.some((item) => isArticle(item, map)));
  if (!list)
    throw new Unreadable(
      `holds no articles: no field is known as a text; say which, as in --map text=NAME${alone ? ` (it has ${[...alone.keys()].slice(0, 6).join(', ')})` : ''}`,
    );
  for (const [i, fields] of list.entries()) {
    const given = await givenOf(fields, map, String(i + 1));
    yield given ?? { trouble: `record ${i + 1} holds no text; it was passed over` };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unreadable(`is not JSON (${error instanceof Error ? error.message : error})`);
  }
}

/** The lists of objects in a value, outer ones first. */
function listsOf(value: unknown, depth: number): readonly (readonly Fields[])[] {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    const objects = value.flatMap((item) => fieldsOf(item) ?? []);
    return objects.length > 0 ? [objects] : [];
  }
  return Object.values(value).flatMap((inner) => listsOf(inner, depth + 1));
}
