import type { Cell } from '../../compare/comparison.ts';
import { figureRows as aligned } from '../../compare/figures.ts';
import { type Index, speakerOf, textAt } from '../../index/access.ts';
import { findEvents } from '../../index/events.ts';
import { readingOf } from '../../index/terms/reading.ts';
import { type Figure, findFigures } from '../../language/figures/figures.ts';
import type { Span } from '../../model.ts';
import { holding, type Request } from '../request.ts';
import { articlesCounted, outletOf, placeOf, type Row } from './row.ts';
import { groupsAsked } from './together.ts';

/**
 * Rows of the figures in order of their first place; the members of one count the same thing. `low` and `high` are the
 * values that the words allow, `high` `null` where they set no end.
 */
export function* figureRows(request: Request): Generator<Row> {
  const { index } = request;
  const groups = groupsAsked(request);
  const reading = readingOf(index.articles, index.entities);
  const found = new Map(
    groups
      .flat()
      .flatMap((article) =>
        findFigures(index.articles[article]!).map((figure) => [keyOf(article, figure), figure] as const),
      ),
  );
  const rows = groups
    .flatMap((articles) => aligned(index, articles, reading, findEvents(index.articles, articles, reading)))
    .map((row) => ({ ...row, cells: row.cells.flat() }))
    .sort((a, b) => byPlace(a.cells[0], b.cells[0]));
  const textOf = ({ cells }: { readonly cells: readonly Cell[] }) =>
    cells.map((cell) => textAt(index, cell.article, cell.span)).join('\n');
  for (const { cells, agreement, verdict, confidence } of holding(rows, request, textOf)) {
    const [first] = cells;
    const figure = first && found.get(keyOf(first.article, first.span));
    if (!figure) continue;
    yield {
      figure: `f-${first.article}-${first.span.start}`,
      kind: figure.kind,
      unit: figure.unit,
      what: figure.what,
      planned: figure.planned,
      articles: articlesCounted(index, cells),
      agreement,
      verdict: verdict ?? null,
      confidence,
      members: cells.map((cell) => member(index, cell, found.get(keyOf(cell.article, cell.span)))),
    };
  }
}

function member(index: Index, { article, span, quote }: Cell, figure: Figure | undefined): Row {
  const { text } = index.articles[article]!.article;
  const words = (its: Span | null | undefined) => (its ? text.slice(its.start, its.end) : null);
  return {
    ...placeOf(index, article, span),
    low: figure?.low ?? null,
    high: figure && Number.isFinite(figure.high) ? figure.high : null,
    qualifier: words(figure?.qualifier),
    counted: words(figure?.counted),
    speaker: quote && speakerOf(index, quote).name,
    outlet: outletOf(index, article),
  };
}

function keyOf(article: number, { start, end }: Span): string {
  return `${article} ${start} ${end}`;
}

function byPlace(a: Cell | undefined, b: Cell | undefined): number {
  return (a?.article ?? 0) - (b?.article ?? 0) || (a?.span.start ?? 0) - (b?.span.start ?? 0);
}
