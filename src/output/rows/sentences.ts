import { textAt } from '../../index/access.ts';
import type { AnnotatedArticle, Span } from '../../model.ts';
import { articlesSearched, holding, type Request } from '../request.ts';
import type { Row } from './row.ts';

/** Rows of the sentences, article by article in order of place. */
export function* sentenceRows(request: Request): Generator<Row> {
  const { articles } = request.index;
  const all = articlesSearched(request).flatMap((article) =>
    articles[article]!.annotations.sentences.map((span) => ({ article, span })),
  );
  const textOf = ({ article, span }: (typeof all)[number]) => textAt(request.index, article, span);
  for (const { article, span } of holding(all, request, textOf)) yield rowOf(articles[article]!, span);
}

/** Rows of the sentences of one article. */
export function sentencesOf(article: AnnotatedArticle): readonly Row[] {
  return article.annotations.sentences.map((span) => rowOf(article, span));
}

function rowOf({ article }: AnnotatedArticle, { start, end }: Span): Row {
  return { path: article.path, start, end };
}
