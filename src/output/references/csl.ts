import { json } from '../formats/json.ts';
import type { Reference } from './reference.ts';

/**
 * References as CSL-JSON, the input of citation processors
 * (https://github.com/citation-style-language/schema, csl-data.json).
 */
export function* csl(references: Iterable<Reference>): Generator<string> {
  yield* json(itemsOf(references));
}

function* itemsOf(references: Iterable<Reference>) {
  for (const reference of references) yield item(reference);
}

function item({ id, title, authors, outlet, date, language, note }: Reference) {
  return {
    id,
    type: 'article-newspaper',
    title,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...(outlet !== null && { 'container-title': outlet }),
    ...(date.length > 0 && { issued: { 'date-parts': [date] } }),
    language,
    note,
  };
}
