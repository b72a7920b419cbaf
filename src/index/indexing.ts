import type { AnnotatedArticle } from '../model.ts';
import type { Index } from './access.ts';
import { findingCopies } from './copies.ts';
import { linkingEntities } from './entities.ts';
import { indexFrom } from './linked.ts';
import { Linking } from './linking.ts';
import type { Paused } from './paused.ts';
import type { Progress } from './progress.ts';

/**
 * The index of some articles of a corpus while the others are still read, with pauses: names are linked and copies are
 * found. What takes long and more articles would change is not there: no stories, and no utterances.
 */
export function* indexingPart(articles: readonly AnnotatedArticle[]): Paused<Index> {
  const entities = yield* linkingEntities(articles);
  const copies = yield* findingCopies(articles);
  return indexFrom(articles, { entities, utterances: [], stories: [], copies });
}

/** Builds the index of articles that are analysed already, with pauses, telling what is being done. */
export function indexing(articles: readonly AnnotatedArticle[]): Paused<Index, Progress> {
  return new Linking().linked(articles);
}
