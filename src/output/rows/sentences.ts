import { articlesAsked, type Request } from '../request.ts';
import type { Row } from './row.ts';

/** Rows of the sentences, article by article in order of place. */
export function* sentenceRows(request: Request): Generator<Row> {
  for (const a of articlesAsked(request)) {
    const { article, annotations } = request.index.articles[a]!;
    for (const { start, end } of annotations.sentences) yield { path: article.path, start, end };
  }
}
