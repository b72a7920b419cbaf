import { analyse } from '../language/analyse.ts';
import type { AnnotatedArticle, Article } from '../model.ts';
import { type Index, inverseOf } from './access.ts';
import { linkEntities } from './entities.ts';
import { groupStories } from './stories.ts';
import { groupUtterances } from './utterances.ts';

/** Builds the index of a corpus; the same articles give the same index. */
export function buildIndex(articles: readonly Article[]): Index {
  return indexOf(articles.map((article) => ({ article, annotations: analyse(article) })));
}

/** Builds the index from articles that are analysed already. */
export function indexOf(articles: readonly AnnotatedArticle[]): Index {
  const entities = linkEntities(articles);
  const stories = groupStories(articles, entities);
  const utterances = groupUtterances(articles, entities);
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
