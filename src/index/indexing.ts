import type { AnnotatedArticle } from '../model.ts';
import { type Index, inverseOf } from './access.ts';
import { linkingEntities } from './entities.ts';
import { type Paused, telling } from './paused.ts';
import type { Progress } from './progress.ts';
import { groupingStories } from './stories.ts';
import { groupingUtterances } from './utterances.ts';

/** Builds the index of articles that are analysed already, with pauses, telling what is being done. */
export function* indexing(articles: readonly AnnotatedArticle[]): Paused<Index, Progress> {
  const entities = yield* telling({ doing: 'Linking names' }, linkingEntities(articles));
  const stories = yield* telling({ doing: 'Grouping articles' }, groupingStories(articles, entities));
  const utterances = yield* groupingUtterances(articles, entities);
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
    speakers: new Map(),
  };
}
