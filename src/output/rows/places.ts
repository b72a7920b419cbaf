import { articlesAsked, type Request } from '../request.ts';
import { outletOf, placeOf, type Row } from './row.ts';

/** Rows of the places listed, as a search in an article finds them. */
export function* placeRows(request: Request): Generator<Row> {
  const [article] = articlesAsked(request);
  if (article === undefined) return;
  for (const place of request.listed?.places ?? [])
    yield { ...placeOf(request.index, article, place), outlet: outletOf(request.index, article) };
}
