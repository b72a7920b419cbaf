import type { AnnotatedArticle, Annotations, Article } from '../model.ts';
import { findMentions } from './names/mentions.ts';
import { findQuotes } from './quotes/quotes.ts';
import { tokenise } from './tokens.ts';
import { unanalysed } from './unanalysed.ts';

/** Everything that is read off one article alone: a pure function of the article. */
export function analyse(article: Article): Annotations {
  const { tokens, sentences } = tokenise(article);
  const mentions = findMentions(article, tokens, sentences);
  const quotes = findQuotes(article, tokens, sentences, mentions);
  return { tokens, sentences, mentions, quotes };
}

/** No article is longer, in millions of characters; what is takes some hundred times its length of memory. */
const LONGEST = 4;

/** The same, and where it fails the article without annotations and with what went wrong: one article ends no run. */
export function annotate(article: Article): AnnotatedArticle {
  if (article.text.length > LONGEST * 1e6)
    return unanalysed(article, `it is longer than ${LONGEST} million characters`);
  try {
    return { article, annotations: analyse(article) };
  } catch (error) {
    return unanalysed(article, error instanceof Error ? error.message : String(error));
  }
}
