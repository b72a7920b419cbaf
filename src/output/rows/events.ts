import { textAt } from '../../index/access.ts';
import { findEvents, type ReportedEvent } from '../../index/events.ts';
import { readingOf } from '../../index/terms/reading.ts';
import { holding, type Request } from '../request.ts';
import { articlesCounted, outletOf, placeOf, type Row } from './row.ts';
import { groupsAsked } from './together.ts';

/** Rows of the happenings that several of the articles asked for report, the surest first; a member is a passage. */
export function* eventRows(request: Request): Generator<Row> {
  const { index } = request;
  const reading = readingOf(index.articles, index.entities);
  const events = groupsAsked(request)
    .flatMap((articles) => findEvents(index.articles, articles, reading))
    .filter(({ passages }) => articlesCounted(index, passages) > 1)
    .sort((a, b) => b.confidence - a.confidence);
  const textOf = ({ passages }: ReportedEvent) => passages.map((its) => textAt(index, its.article, its)).join('\n');
  for (const { passages, confidence } of holding(events, request, textOf)) {
    const [first] = passages;
    yield {
      event: `e-${first?.article}-${first?.firstSentence}`,
      articles: articlesCounted(index, passages),
      confidence,
      members: passages.map((passage) => ({
        ...placeOf(index, passage.article, passage),
        outlet: outletOf(index, passage.article),
      })),
    };
  }
}
