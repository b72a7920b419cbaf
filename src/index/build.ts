import { annotate } from '../language/analyse.ts';
import type { AnnotatedArticle, Article } from '../model.ts';
import { type Index, inverseOf } from './access.ts';
import { findingCopies } from './copies.ts';
import { textsOf } from './counting.ts';
import { linkingEntities } from './entities.ts';
import { atOnce, type Paused, telling } from './paused.ts';
import type { Progress } from './progress.ts';
import { groupingStories } from './stories.ts';
import { groupingUtterances } from './utterances.ts';

/** Builds the index of a corpus; the same articles give the same index. */
export function buildIndex(articles: readonly Article[]): Index {
  return indexOf(articles.map(annotate));
}

/** Builds the index from articles that are analysed already. */
export function indexOf(articles: readonly AnnotatedArticle[]): Index {
  return atOnce(indexing(articles));
}

/** The same with pauses, telling what is being done. */
export function* indexing(articles: readonly AnnotatedArticle[]): Paused<Index, Progress> {
  const entities = yield* telling({ doing: 'Linking names' }, linkingEntities(articles));
  const stories = yield* telling({ doing: 'Grouping articles' }, groupingStories(articles, entities));
  const utterances = yield* groupingUtterances(articles, entities);
  const all = articles.map((_, article) => article);
  const copies = yield* telling({ doing: 'Looking for copies' }, findingCopies(articles, all));
  const storyOf = new Int32Array(articles.length).fill(-1);
  stories.forEach((story, i) => {
    for (const article of story.articles) storyOf[article] = i;
  });
  return {
    articles,
    entities,
    utterances,
    stories,
    entityOf: inverseOf(
      articles.map(({ annotations }) => annotations.mentions.length),
      entities.map(({ mentions }) => mentions),
    ),
    utteranceOf: inverseOf(
      articles.map(({ annotations }) => annotations.quotes.length),
      utterances.map(({ quotes }) => quotes),
    ),
    storyOf,
    copies,
    textOf: textsOf(articles, copies),
    speakers: new Map(),
  };
}
