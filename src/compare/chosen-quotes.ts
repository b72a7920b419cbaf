import { type Index, quoteAt } from '../index/access.ts';
import type { Ref, Span } from '../model.ts';
import type { Comparison } from './compared.ts';
import { differences, type Stretch } from './pieces.ts';
import type { Cell, ComparisonRow } from './row.ts';
import { speakerRows } from './speakers.ts';

/**
 * Quotes set side by side because the reader chose them: a column for each, first their words, then the paragraphs
 * that they stand in. That they are of one thing is not claimed; whether it was found is told.
 */
export function quotesBeside(index: Index, quotes: readonly Ref[]): Comparison {
  const articles = quotes.map(({ article }) => article);
  const utterances = new Set(quotes.map(({ article, item }) => index.utteranceOf[article]?.[item]));
  const byHand = { isOne: utterances.size === 1 };
  const said = rowOfColumns(
    index,
    quotes,
    quotes.map((ref) => quoteAt(index, ref).spans),
  );
  const around = rowOfColumns(
    index,
    quotes,
    quotes.map((ref) => paragraphsAround(index, ref)),
  );
  return {
    articles,
    together: articles.map((article) => [article]),
    rows: [
      { kind: 'utterance', confidence: 1, byHand, ...said },
      { kind: 'passage', confidence: 1, byHand, ...withoutQuotes(around) },
    ],
    speakers: speakerRows(index, [...new Set(articles)], ({ quote }) =>
      quotes.some(({ article, item }) => article === quote?.article && item === quote.item),
    ).map((row) => ({
      ...row,
      cells: quotes.map(({ article, item }) =>
        row.cells.flat().filter(({ quote }) => quote?.article === article && quote.item === item),
      ),
    })),
    degraded: [],
    copies: [],
  };
}

type Beside = Pick<ComparisonRow, 'agreement' | 'cells'>;

function rowOfColumns(index: Index, quotes: readonly Ref[], columns: readonly (readonly Span[])[]): Beside {
  const { pieces, agree } = differences(
    columns.map((spans, i) =>
      spans.map((span): Stretch => ({ text: index.articles[quotes[i]!.article]?.article.text ?? '', span })),
    ),
  );
  return {
    agreement: agree ? 'same' : 'different',
    cells: columns.map((spans, c) =>
      spans.map(
        (span, i): Cell => ({ article: quotes[c]!.article, span, pieces: pieces[c]?.[i] ?? [], quote: quotes[c]! }),
      ),
    ),
  };
}

function paragraphsAround(index: Index, ref: Ref): readonly Span[] {
  const { start, end } = quoteAt(index, ref);
  const { paragraphs } = index.articles[ref.article]!.article;
  return paragraphs
    .filter((its) => its.start < end && its.end > start)
    .map((its) => ({ start: its.start, end: its.end }));
}

/** A row of what stands around quotes, which are not what it sets side by side. */
function withoutQuotes({ agreement, cells }: Beside): Beside {
  return { agreement, cells: cells.map((column) => column.map((cell): Cell => ({ ...cell, quote: null }))) };
}
