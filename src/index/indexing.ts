import type { AnnotatedArticle } from '../model.ts';
import type { Index } from './access.ts';
import { findingCopies } from './copies.ts';
import { linkingEntities } from './entities.ts';
import { indexFrom } from './linked.ts';
import { type Paused, telling } from './paused.ts';
import type { Progress } from './progress.ts';
import { groupingStories } from './stories.ts';
import { groupingUtterances } from './utterances.ts';

/** Builds the index of articles that are analysed already, with pauses, telling what is being done. */
export function* indexing(articles: readonly AnnotatedArticle[]): Paused<Index, Progress> {
  const entities = yield* telling({ doing: 'Linking names' }, linkingEntities(articles));
  const stories = yield* telling({ doing: 'Grouping articles' }, groupingStories(articles, entities));
  const utterances = yield* groupingUtterances(articles, entities);
  const all = articles.map((_, article) => article);
  const copies = yield* telling({ doing: 'Looking for copies' }, findingCopies(articles, all));
  return indexFrom(articles, { entities, utterances, stories, copies });
}
