import type { AnnotatedArticle } from '../model.ts';
import { type Index, inverseOf } from './access.ts';
import { textsOf } from './counting.ts';

/** What is worked out over all articles; the rest of an index follows from it. */
export type Linked = Pick<Index, 'entities' | 'utterances' | 'stories' | 'copies'>;

/** The index of articles whose names, quotes, stories and copies are linked. */
export function indexFrom(articles: readonly AnnotatedArticle[], linked: Linked): Index {
  const { entities, utterances, stories, copies } = linked;
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
