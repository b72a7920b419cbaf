import { type Article, ENTITY_TYPES, type Mention, type Sentence, type Tokens } from '../../model.ts';
import { takenApart } from './apart.ts';
import { bearingOf } from './bearing.ts';
import { builtinTagger } from './builtin.ts';
import { governsAt } from './context.ts';
import { byConvention } from './conventions.ts';
import { fromCredits } from './credits.ts';
import { splitRunTogether } from './datelines.ts';
import { isTitle } from './forms.ts';
import type { Chunk } from './labels.ts';
import { joinNicknames } from './nicknames.ts';
import type { Tagger } from './tagger.ts';
import { linkWithin, settledTypes } from './within.ts';

/**
 * Finds the names in an article and which of them name one thing within it. Titles of courtesy and office are no part
 * of a person's name: of "Mr. Putin" the mention is "Putin".
 *
 * @param tagger finds the names; the built-in unless told otherwise
 * @returns mentions in order of place, none overlapping; offsets are UTF-16 code units into `article.text`
 */
export function findMentions(
  article: Article,
  tokens: Tokens,
  sentences: readonly Sentence[],
  tagger: Tagger = builtinTagger(),
): readonly Mention[] {
  const textOf = ({ first, end }: Chunk) => article.text.slice(tokens.start[first]!, tokens.end[end - 1]!);
  const split = splitRunTogether(tagger.tag(article, tokens, sentences), article, tokens);
  const found = takenApart(fromCredits(split, article, tokens), article, tokens);
  const chunks = byConvention(joinNicknames(found, article, tokens), article, tokens).map((chunk) => {
    let { first } = chunk;
    if (ENTITY_TYPES[chunk.type] === 'person')
      while (first + 1 < chunk.end && isTitle(textOf({ ...chunk, first, end: first + 1 }))) first++;
    return { ...chunk, first };
  });
  const types = settledTypes(chunks.map((chunk) => ({ text: textOf(chunk), type: ENTITY_TYPES[chunk.type]! })));
  const locals = linkWithin(
    chunks.map((chunk, c) => ({
      text: textOf(chunk),
      type: types[c]!,
      ...bearingOf(article.text, tokens.start[chunk.first]!, tokens.end[chunk.end - 1]!),
      governs: governsAt(article, tokens, chunk),
    })),
  );
  return chunks.map(({ first, end }, c) => ({
    start: tokens.start[first]!,
    end: tokens.end[end - 1]!,
    type: types[c]!,
    local: locals[c]!,
  }));
}
