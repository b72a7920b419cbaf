import { type Article, ENTITY_TYPES, type Tokens } from '../../model.ts';
import { COUNTRIES } from './countries.ts';
import { elsewhereOf } from './elsewhere.ts';
import type { Chunk } from './labels.ts';

const PLACE = ENTITY_TYPES.indexOf('place');
const ORGANIZATION = ENTITY_TYPES.indexOf('organization');

/**
 * Takes apart two names that the tagger took for one, where the article gives the second by itself elsewhere: an owner
 * and what is owned ("the Council's Ada Orsolo"), two bodies and the "and" between them. A country and what is its own
 * ("Oman's Tarn Air") are two in any case, and so is what a stroke between blanks parts ("Tarn / Velmo").
 */
export function takenApart(chunks: readonly Chunk[], article: Article, tokens: Tokens): readonly Chunk[] {
  const word = (i: number) => article.text.slice(tokens.start[i]!, tokens.end[i]!);
  const elsewhere = elsewhereOf(chunks, article, tokens);
  return chunks.flatMap((chunk): readonly Chunk[] => {
    const { first, end, type } = chunk;
    for (let i = first + 1; i < end - 1; i++) {
      const joint = word(i);
      const rest = elsewhere.typeOf(i + 1, end);
      const setApart = tokens.start[i]! > tokens.end[i - 1]! && tokens.start[i + 1]! > tokens.end[i]!;
      const known = rest !== undefined && elsewhere.typeOf(first, i) !== undefined;
      if (joint === '/' && (setApart || known))
        return takenApart(
          [
            { first, end: i, type: elsewhere.typeOf(first, i) ?? type },
            { first: i + 1, end, type: rest ?? type },
          ],
          article,
          tokens,
        );
      if (joint === "'s" || joint === '’s') {
        const name = article.text.slice(tokens.start[first]!, tokens.end[i - 1]!).toLowerCase();
        const country = COUNTRIES.names.has(name);
        if (rest === undefined && !country) continue;
        return [
          { first, end: i, type: country ? PLACE : (elsewhere.typeOf(first, i) ?? type) },
          { first: i + 1, end, type: rest ?? type },
        ];
      }
      if (joint === 'and' && type === ORGANIZATION && rest === ORGANIZATION)
        return [
          { first, end: i, type },
          { first: i + 1, end, type },
        ];
    }
    return [chunk];
  });
}
