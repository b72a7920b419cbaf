import { type Index, quoteAt, speakerOf } from '../../index/access.ts';
import type { Ref, Span } from '../../model.ts';
import { articlesAsked, type Request } from '../request.ts';
import { outletOf, type Row } from './row.ts';

/** Rows of the quotes, article by article in order of place. */
export function* quoteRows(request: Request): Generator<Row> {
  for (const ref of quotesAsked(request)) yield quoteRow(request.index, ref);
}

/** The quotes asked for: article by article in order of place, or as they are listed. */
export function* quotesAsked(request: Request): Generator<Ref> {
  const { index, chosen, listed } = request;
  if (listed?.quotes) {
    yield* listed.quotes.filter(chosen.quote);
    return;
  }
  for (const article of articlesAsked({ ...request, chosen: { ...chosen, article: () => true } }))
    for (const item of index.articles[article]!.annotations.quotes.keys()) {
      const ref = { article, item };
      if (chosen.quote(ref)) yield ref;
    }
}

/** A quote as a row. */
function quoteRow(index: Index, ref: Ref): Row {
  const { article } = index.articles[ref.article]!;
  const quote = quoteAt(index, ref);
  const who = speakerOf(index, ref);
  const words = (span: Span | null) => span && article.text.slice(span.start, span.end);
  return {
    path: article.path,
    start: quote.start,
    end: quote.end,
    text: quote.spans.map(words).join(' … '),
    kind: quote.kind,
    speaker: who.name,
    speakerAsWritten: words(quote.speakerAsWritten),
    anonymous: who.kind === 'anonymous',
    cue: words(quote.cue),
    spans: quote.spans.map(({ start, end }) => [start, end]),
    utterance: index.utterances[index.utteranceOf[ref.article]?.[ref.item] ?? -1]?.id ?? null,
    outlet: outletOf(index, ref.article),
    how: who.how,
    confidence: quote.confidence,
  };
}
