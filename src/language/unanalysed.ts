import type { AnnotatedArticle, Annotations, Article } from '../model.ts';

const NOTHING: Annotations = {
  tokens: { count: 0, start: new Int32Array(), end: new Int32Array(), pos: new Uint8Array() },
  sentences: [],
  mentions: [],
  quotes: [],
};

/** An article in which nothing was found because its analysis failed, with why: one article ends no run. */
export function unanalysed(article: Article, why: string): AnnotatedArticle & { readonly problem: string } {
  return {
    article,
    annotations: NOTHING,
    problem: `${article.path} could not be analysed (${why}); it can only be read`,
  };
}
