import { type Article, ENTITY_TYPES, type Tokens } from '../../model.ts';
import { COUNTRIES } from './countries.ts';
import { fold } from './forms.ts';
import type { Chunk } from './labels.ts';

const PERSON = ENTITY_TYPES.indexOf('person');
const PLACE = ENTITY_TYPES.indexOf('place');
const ORGANIZATION = ENTITY_TYPES.indexOf('organization');
/** Houses that speak in the news. */
const SPEAKING = new Set(['white house', 'kremlin', 'pentagon', 'downing street', 'capitol hill', 'foggy bottom']);
/** No body has a longer name. */
const LONGEST_BODY = 80;
const ADMINISTRATION = 'administration';

/**
 * The conventions of news, whatever the tagger was taught: the White House, the Kremlin and the Pentagon are
 * organizations, and so is a president's administration ("the Biden administration" is one name). The name of a known
 * international body is not cut short ("in Europe" ends the name of one).
 */
export function byConvention(chunks: readonly Chunk[], article: Article, tokens: Tokens): readonly Chunk[] {
  const textOf = (first: number, end: number) => article.text.slice(tokens.start[first]!, tokens.end[end - 1]!);
  const out: Chunk[] = [];
  for (const chunk of chunks.map(wholeCountry).map(mended)) if (chunk.first >= (out.at(-1)?.end ?? 0)) out.push(chunk);
  return out;

  /** "the United States" of which only "States" was found. */
  function wholeCountry({ first, end, type }: Chunk, c: number): Chunk {
    if (type !== PLACE || first === 0 || (chunks[c - 1]?.end ?? 0) >= first) return { first, end, type };
    if (COUNTRIES.names.has(textOf(first, end).toLowerCase())) return { first, end, type };
    return COUNTRIES.names.has(textOf(first - 1, end).toLowerCase())
      ? { first: first - 1, end, type }
      : { first, end, type };
  }

  function mended(chunk: Chunk, c: number): Chunk {
    const { first, end, type } = chunk;
    if (SPEAKING.has(fold(textOf(first, end)))) return { first, end, type: ORGANIZATION };
    const free = end < tokens.count && (chunks[c + 1]?.first ?? tokens.count) > end;
    const person =
      type === PERSON || (type !== PLACE && end - first === 1 && !COUNTRIES.peoples.has(fold(textOf(first, end))));
    if (free && person && textOf(end, end + 1).toLowerCase() === ADMINISTRATION)
      return { first, end: end + 1, type: ORGANIZATION };
    return { ...chunk, end: bodyEnd(chunk) };
  }

  /** Where a chunk that starts as the name of a known body does ends, if the text goes on with the rest of it. */
  function bodyEnd({ first, end, type }: Chunk): number {
    if (type !== ORGANIZATION || end - first < 3) return end;
    const from = tokens.start[first]!;
    const lower = article.text.slice(from, from + LONGEST_BODY).toLowerCase();
    for (const name of COUNTRIES.bodies.keys()) {
      if (name.length <= tokens.end[end - 1]! - from || !lower.startsWith(name)) continue;
      let last = end;
      while (last < tokens.count && tokens.end[last]! <= from + name.length) last++;
      if (tokens.end[last - 1] === from + name.length) return last;
    }
    return end;
  }
}
