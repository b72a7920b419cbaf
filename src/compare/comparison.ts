import { type Index, quoteAt } from '../index/access.ts';
import type { Copies } from '../index/copies.ts';
import { countedOnce } from '../index/counting.ts';
import { findingEvents } from '../index/events.ts';
import { atOnce, mapped, type Paused } from '../index/paused.ts';
import { readingOf } from '../index/terms/reading.ts';
import type { Span } from '../model.ts';
import { isAbout } from './about.ts';
import { quotesBeside } from './chosen-quotes.ts';
import type { Compared, Comparison } from './compared.ts';
import { degradedAmong } from './degraded.ts';
import { figureRows } from './figures.ts';
import { inOrderOfTelling } from './order.ts';
import { overlapping } from './overlapping.ts';
import { passageRows } from './passages.ts';
import { type Cell, type ComparisonRow, type Part, rowOf } from './row.ts';
import { speakerRows } from './speakers.ts';
import { withSuspects } from './suspect.ts';

export type { Compared, Comparison } from './compared.ts';
export type { Agreement, Cell, ComparisonRow, FigureVerdict, RowKind } from './row.ts';

/** A row of several articles that is less sure than this to be of one thing is shown as a guess. */
export const SURE_ROW = 0.6;

/** Sets articles side by side. The order of `articles` is the order of the columns. */
export function compareArticles(
  index: Index,
  articles: readonly number[],
  how: Omit<Compared, 'articles'> = {},
): Comparison {
  return atOnce(comparing(index, { articles, ...how }));
}

/** The same with pauses. */
export function* comparing(index: Index, { articles, apart, about, quotes }: Compared): Paused<Comparison> {
  if (quotes) return quotesBeside(index, quotes);
  const columns = apart ? articles : countedOnce(index, articles);
  const reading = readingOf(index.articles, index.entities, index.entityOf);
  const events = yield* findingEvents(index.articles, columns, reading);
  const utterances = yield* utteranceRows(index, columns);
  const passages = yield* passageRows(index, columns, events);
  yield;
  const figures = figureRows(index, columns, reading, events);
  yield;
  const rows = withoutTold([...utterances, ...passages, ...figures]);
  const degraded = degradedAmong(index, columns, rows);
  yield;
  const isOf = about == null ? () => true : (cell: Cell) => isAbout(index, cell, about);
  const suspected = withSuspects(index, rows, degraded);
  yield;
  const placed = suspected
    .filter(({ cells }) => cells.flat().some(isOf))
    .map((row) => ({ row, places: row.cells.map(([first]) => first?.span.start ?? null) }));
  const speakers = speakerRows(index, columns, isOf);
  yield;
  return {
    articles: columns,
    together: columns.map((column) =>
      apart ? [column] : [column, ...articles.filter((other) => other !== column && isSameText(index, other, column))],
    ),
    rows: inOrderOfTelling(placed).map(({ row }) => row),
    speakers,
    degraded,
    copies: copiesAmong(index, articles),
  };
}

function isSameText({ textOf }: Index, a: number, b: number): boolean {
  return textOf[a] === textOf[b];
}

/** The copies there are of a text, as far as they are among these articles. */
function copiesAmong({ copies }: Index, articles: readonly number[]): readonly Copies[] {
  const chosen = new Set(articles);
  return copies
    .map((group) => ({ ...group, articles: group.articles.filter((article) => chosen.has(article)) }))
    .filter((group) => group.articles.length > 1);
}

/** One row for each utterance that the articles report. */
function* utteranceRows(index: Index, articles: readonly number[]): Paused<readonly ComparisonRow[]> {
  const chosen = new Set(articles);
  const reported = new Set(articles.flatMap((article) => [...(index.utteranceOf[article] ?? [])]));
  const rows = yield* mapped([...reported], (number) => {
    const utterance = index.utterances[number];
    if (!utterance) return [];
    const parts = utterance.quotes
      .filter(({ article }) => chosen.has(article))
      .flatMap((quote) => quoteAt(index, quote).spans.map((span): Part => ({ article: quote.article, span, quote })));
    return [rowOf(index, articles, 'utterance', parts, utterance.confidence)];
  });
  return rows.flat();
}

/**
 * Leaves out what only one article is said to have where a row of several tells that stretch too: it is not only there,
 * it was only not paired as a quote.
 */
function withoutTold(rows: readonly ComparisonRow[]): readonly ComparisonRow[] {
  const told = new Map<number, Span[]>();
  for (const { agreement, kind, cells } of rows) {
    if (agreement === 'only' || kind === 'figure') continue;
    for (const { article, span } of cells.flat()) {
      const its = told.get(article);
      if (its) its.push(span);
      else told.set(article, [span]);
    }
  }
  const around = new Map(
    [...told].map(([article, spans]) => {
      const inOrder = spans.sort((a, b) => a.start - b.start);
      const found = overlapping(inOrder);
      const holds = ({ start, end }: Span) =>
        found({ start, end: start + 1 }).some((i) => inOrder[i]!.start <= start && inOrder[i]!.end >= end);
      return [article, holds];
    }),
  );
  const isTold = ({ article, span }: Cell) => around.get(article)?.(span) ?? false;
  return rows.filter(
    ({ agreement, kind, cells }) => agreement !== 'only' || kind === 'figure' || !cells.flat().every(isTold),
  );
}
