import { findEvents } from '../../index/events.ts';
import { readingOf } from '../../index/reading.ts';
import { articlesAsked, type Request } from '../request.ts';
import { outletOf, placeOf, type Row } from './row.ts';

/**
 * Rows of the happenings that several of the articles asked for report, the surest first; a member is a passage. They
 * are looked for over all these articles, not within one story alone: two stories of one crisis tell the same past.
 */
export function* eventRows(request: Request): Generator<Row> {
  const { index } = request;
  const reading = readingOf(index.articles, index.entities);
  for (const { passages, confidence } of findEvents(index.articles, articlesAsked(request), reading)) {
    const [first] = passages;
    yield {
      event: `e-${first?.article}-${first?.firstSentence}`,
      articles: new Set(passages.map(({ article }) => article)).size,
      confidence,
      members: passages.map((passage) => ({
        ...placeOf(index, passage.article, passage),
        outlet: outletOf(index, passage.article),
      })),
    };
  }
}
