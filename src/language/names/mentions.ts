import { type Article, ENTITY_TYPES, type Mention, type Sentence, type Tokens } from '../../model.ts';
import { builtinTagger } from './builtin.ts';
import type { Tagger } from './tagger.ts';

/**
 * Finds the names in an article and which of them name one thing within it.
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
  const local = new Map<string, number>();
  return tagger.tag(article, tokens, sentences).map((chunk) => {
    const start = tokens.start[chunk.first]!;
    const end = tokens.end[chunk.end - 1]!;
    const name = article.text.slice(start, end);
    if (!local.has(name)) local.set(name, local.size);
    return { start, end, type: ENTITY_TYPES[chunk.type]!, local: local.get(name)! };
  });
}
