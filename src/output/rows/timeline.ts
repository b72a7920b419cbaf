import { type Index, textAt } from '../../index/access.ts';
import { countTellings, datesOf, type Telling, timelineOf } from '../../index/timeline.ts';
import { isoDay } from '../../language/dates/calendar.ts';
import { articlesSearched, holding, type Request } from '../request.ts';
import { outletOf, placeOf, type Row } from './row.ts';

/**
 * Rows of the periods that the articles tell of, or were published in, in order, as fine as they are told, or as is
 * asked; the last is of what could not be placed. A member is a sentence that tells of it, or the headline of an article published then.
 */
export function* timelineRows(request: Request): Generator<Row> {
  const { index, listed } = request;
  const unit = listed?.unit ?? 'day';
  const { moments, open, undated } = timelineOf(index, datesOf(index), articlesSearched(request), unit);
  const asked = [
    ...moments.map(({ period, name, ...its }) => ({
      ...{ period: name, unit: period.unit, from: isoDay(period.first), to: isoDay(period.last) },
      ...its,
    })),
    ...(open.length + undated.length > 0
      ? [{ ...NOWHERE, told: open, ...countTellings(index, open), published: undated }]
      : []),
  ];
  const textOf = ({ told, published }: (typeof asked)[number]) =>
    [
      ...told.map(({ article, sentence }) => textAt(index, article, sentenceAt(index, article, sentence))),
      ...published.map((article) => index.articles[article]?.article.headline?.value ?? ''),
    ].join('\n');
  for (const { told, published, counted, ...its } of holding(asked, request, textOf))
    yield {
      ...its,
      sentences: counted,
      members: [
        ...told.map((telling) => tellingRow(index, telling)),
        ...published.map((article) => publishedRow(index, article)),
      ],
    };
}

const NOWHERE = { period: null, unit: null, from: null, to: null };

function sentenceAt(index: Index, article: number, sentence: number) {
  return index.articles[article]!.annotations.sentences[sentence]!;
}

function tellingRow(index: Index, { article, sentence, dates }: Telling): Row {
  const { text } = index.articles[article]!.article;
  return {
    ...placeOf(index, article, sentenceAt(index, article, sentence)),
    outlet: outletOf(index, article),
    is: 'told',
    dates: dates.map(({ start, end, how, says }) => ({ start, end, text: text.slice(start, end), how, says })),
  };
}

function publishedRow(index: Index, number: number): Row {
  const { article } = index.articles[number]!;
  const first = article.headline?.span ?? article.paragraphs[0] ?? { start: 0, end: 0 };
  return { ...placeOf(index, number, first), outlet: outletOf(index, number), is: 'published', dates: [] };
}
