import { type Article, ENTITY_TYPES, type Tokens } from '../../model.ts';
import { COUNTRIES } from './countries.ts';
import { fold } from './forms.ts';
import type { Chunk } from './labels.ts';

const PERSON = ENTITY_TYPES.indexOf('person');
const PLACE = ENTITY_TYPES.indexOf('place');
const ORGANIZATION = ENTITY_TYPES.indexOf('organization');
/** Houses that speak in the news. */
const SPEAKING = new Set(['white house', 'kremlin', 'pentagon', 'downing street', 'capitol hill', 'foggy bottom']);
const ADMINISTRATION = 'administration';

/**
 * The conventions of news, whatever the tagger was taught: the White House, the Kremlin and the Pentagon are
 * organizations, and so is a president's administration ("the Biden administration" is one name).
 */
export function byConvention(chunks: readonly Chunk[], article: Article, tokens: Tokens): readonly Chunk[] {
  const textOf = (first: number, end: number) => article.text.slice(tokens.start[first]!, tokens.end[end - 1]!);
  return chunks.map((chunk, c) => {
    const { first, end, type } = chunk;
    if (SPEAKING.has(fold(textOf(first, end)))) return { first, end, type: ORGANIZATION };
    const free = end < tokens.count && (chunks[c + 1]?.first ?? tokens.count) > end;
    const person =
      type === PERSON || (type !== PLACE && end - first === 1 && !COUNTRIES.peoples.has(fold(textOf(first, end))));
    if (free && person && textOf(end, end + 1).toLowerCase() === ADMINISTRATION)
      return { first, end: end + 1, type: ORGANIZATION };
    return chunk;
  });
}
