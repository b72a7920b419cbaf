import type { AnnotatedArticle } from '../model.ts';
import type { Index } from './access.ts';
import { Linking } from './linking.ts';
import type { Paused } from './paused.ts';
import type { Progress } from './progress.ts';

/** Builds the index of articles that are analysed already, with pauses, telling what is being done. */
export function indexing(articles: readonly AnnotatedArticle[]): Paused<Index, Progress> {
  return new Linking().linked(articles);
}
