import { annotate } from '../language/analyse.ts';
import type { AnnotatedArticle, Article } from '../model.ts';
import type { Index } from './access.ts';
import { indexing } from './indexing.ts';
import { atOnce } from './paused.ts';

/** Builds the index of a corpus; the same articles give the same index. */
export function buildIndex(articles: readonly Article[]): Index {
  return indexOf(articles.map(annotate));
}

/** Builds the index from articles that are analysed already. */
export function indexOf(articles: readonly AnnotatedArticle[]): Index {
  return atOnce(indexing(articles));
}
