import type { Piece, Source } from '../given.ts';
import { fieldsOf, givenOf, isArticle } from '../record.ts';
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
  const holdsArticles = (list: readonly object[]) => list.some((item) => isArticle(fieldsOf(item)!, map));
  const alone = fieldsOf(value);
  if (alone && isArticle(alone, map) && !listsOf(value, 1).some(holdsArticles)) {
    const given = await givenOf(alone, map);
    if (given) yield given;
    return;
  }
  const list = listsOf(value, 0).find(holdsArticles);
  if (!list)
    throw new Unreadable(
      `holds no articles: no field is known as a text; say which, as in --map text=NAME${alone ? ` (it has ${[...alone.keys()].slice(0, 6).join(', ')})` : ''}`,
    );
  for (const [i, item] of list.entries()) {
    const given = await givenOf(fieldsOf(item)!, map, String(i + 1));
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

/** The lists of objects in a value, outer ones first: as they are, since there may be millions of small ones. */
function listsOf(value: unknown, depth: number): readonly (readonly object[])[] {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    const objects = value.filter((item) => typeof item === 'object' && item !== null && !Array.isArray(item));
    return objects.length > 0 ? [objects] : [];
  }
  return Object.values(value).flatMap((inner) => listsOf(inner, depth + 1));
}
