import { type Index, quoteAt } from '../index/access.ts';
import { type Copies, findCopies } from '../index/copies.ts';
import { findEvents } from '../index/events.ts';
import { readingOf } from '../index/terms/reading.ts';
import type { Span } from '../model.ts';
import { type Degraded, degradedAmong } from './degraded.ts';
import { figureRows } from './figures.ts';
import { inOrderOfTelling } from './order.ts';
import { passageRows } from './passages.ts';
import { type Cell, type ComparisonRow, type Part, rowOf } from './row.ts';
import { withSuspects } from './suspect.ts';

export type { Degraded, Sign } from './degraded.ts';
export type { Piece } from './pieces.ts';
export type { Agreement, Cell, ComparisonRow, FigureVerdict, RowKind } from './row.ts';

/** A row of several articles that is less sure than this to be of one thing is shown as a guess. */
export const SURE_ROW = 0.6;

/** Articles set side by side: columns by article, rows by utterance, passage or figure, in order of the telling. */
export interface Comparison {
  /** Indices into the index's articles. */
  readonly articles: readonly number[];
  readonly rows: readonly ComparisonRow[];
  /** Those of the articles that look like spun or translated copies: where they differ, the others are better witnesses. */
  readonly degraded: readonly Degraded[];
  /** Those of the articles that print one text word for word. */
  readonly copies: readonly Copies[];
}

/** Sets articles side by side. The order of `articles` is the order of the columns. */
export function compareArticles(index: Index, articles: readonly number[]): Comparison {
  const reading = readingOf(index.articles, index.entities);
  const events = findEvents(index.articles, articles, reading);
  const rows = withoutTold([
    ...utteranceRows(index, articles),
    ...passageRows(index, articles, events),
    ...figureRows(index, articles, reading, events),
  ]);
  const degraded = degradedAmong(index, articles, rows);
  const placed = withSuspects(index, rows, degraded).map((row) => ({
    row,
    places: row.cells.map(([first]) => first?.span.start ?? null),
  }));
  return {
    articles,
    rows: inOrderOfTelling(placed).map(({ row }) => row),
    degraded,
    copies: findCopies(index.articles, articles),
  };
}

/** One row for each utterance that the articles report. */
function utteranceRows(index: Index, articles: readonly number[]): readonly ComparisonRow[] {
  const chosen = new Set(articles);
  const reported = new Set(articles.flatMap((article) => [...(index.utteranceOf[article] ?? [])]));
  return [...reported].flatMap((number) => {
    const utterance = index.utterances[number];
    if (!utterance) return [];
    const parts = utterance.quotes
      .filter(({ article }) => chosen.has(article))
      .flatMap((quote) => quoteAt(index, quote).spans.map((span): Part => ({ article: quote.article, span, quote })));
    return [rowOf(index, articles, 'utterance', parts, utterance.confidence)];
  });
}

/**
 * Leaves out what only one article is said to have where a row of several tells that stretch too: it is not only there,
 * it was only not paired as a quote.
 */
function withoutTold(rows: readonly ComparisonRow[]): readonly ComparisonRow[] {
  const told = new Map<number, Span[]>();
  for (const { agreement, kind, cells } of rows) {
    if (agreement === 'only' || kind === 'figure') continue;
    for (const { article, span } of cells.flat()) told.set(article, [...(told.get(article) ?? []), span]);
  }
  const isTold = ({ article, span }: Cell) =>
    told.get(article)?.some(({ start, end }) => start <= span.start && end >= span.end) ?? false;
  return rows.filter(
    ({ agreement, kind, cells }) => agreement !== 'only' || kind === 'figure' || !cells.flat().every(isTold),
  );
}
