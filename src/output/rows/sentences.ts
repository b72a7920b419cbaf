import { textAt } from '../../index/access.ts';
import { articlesSearched, holding, type Request } from '../request.ts';
import type { Row } from './row.ts';

/** Rows of the sentences, article by article in order of place. */
export function* sentenceRows(request: Request): Generator<Row> {
  const { articles } = request.index;
  const all = articlesSearched(request).flatMap((article) =>
    articles[article]!.annotations.sentences.map((span) => ({ article, span })),
  );
  const textOf = ({ article, span }: (typeof all)[number]) => textAt(request.index, article, span);
  for (const { article, span } of holding(all, request, textOf))
    yield { path: articles[article]!.article.path, start: span.start, end: span.end };
}
