import type { Annotations, Article } from '../model.ts';
import { findMentions } from './names/mentions.ts';
import { findQuotes } from './quotes/quotes.ts';
import { tokenise } from './tokens.ts';

/** Everything that is read off one article alone: a pure function of the article. */
export function analyse(article: Article): Annotations {
  const { tokens, sentences } = tokenise(article);
  const mentions = findMentions(article, tokens, sentences);
  const quotes = findQuotes(article, tokens, sentences, mentions);
  return { tokens, sentences, mentions, quotes };
}
