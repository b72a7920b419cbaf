import type { ComparisonRow } from '../compare/comparison.ts';
import type { Moving } from '../index/moving.ts';
import type { Env } from './env.ts';
import { articlesNaming, articlesOfStory } from './reduce-compare.ts';
import { lineAt } from './scroll.ts';
import type { CompareState, Marking, ReadState, State } from './state.ts';

/** Goes over from one world to another: what the state has by number has other numbers there. */
export interface Going {
  readonly before: Env;
  readonly after: Env;
  readonly to: Moving;
  /** Takes down what is not there any more, in words. */
  readonly gone: (words: string) => void;
}

/** What becomes of the first item that is there still. */
export function firstOf(items: readonly number[], to: (item: number) => number | undefined): number | undefined {
  for (const item of items) {
    const there = to(item);
    if (there !== undefined) return there;
  }
  return undefined;
}

/** The timeline on the same period, and on what stands behind it. @param now the state with its lists as they will be */
export function timelineAgain({ before, after, to }: Going, was: State, now: State): State['timeline'] {
  const { timeline } = was;
  const then = before.timeline(was);
  if (!timeline || !then.known || timeline.row < 0) return timeline;
  const nameOf = (row: (typeof then.layout.rows)[number]) => (row.kind === 'moment' ? row.moment.name : row.kind);
  // The finest unit that gives a picture may be another one now.
  const there = { ...timeline, unit: then.of.unit };
  const again = after.timeline({ ...now, timeline: there });
  if (!again.known) return { ...there, row: -1 };
  const old = then.layout.rows.map(nameOf);
  const names = again.layout.rows.map(nameOf);
  const same = old.slice(timeline.row).find((name) => names.includes(name));
  const row = Math.max(0, same === undefined ? names.length - 1 : names.indexOf(same));
  const placed = { ...there, row, top: Math.max(0, row - (timeline.row - timeline.top)) };
  if (names[row] !== old[timeline.row]) return { ...placed, item: 0, itemTop: 0 };
  const { items, itemAt } = after.timeline({ ...now, timeline: placed }).layout;
  const on = then.layout.items[timeline.item];
  const [article, span] = [on && to.article(on.article), on?.span && to.span(on.article, on.span)];
  const there_ =
    on?.span && !span ? -1 : items.findIndex((its) => its.article === article && its.span?.start === span?.start);
  const item = there_ >= 0 ? there_ : Math.max(0, Math.min(items.length - 1, timeline.item));
  const down = (then.layout.itemAt[timeline.item] ?? 0) - timeline.itemTop;
  return { ...placed, item, itemTop: Math.max(0, (itemAt[item] ?? 0) - down) };
}

/** Who quotes whom, on the same speaker and outlet. @param now the state with its lists as they will be */
export function matrixAgain({ before, after, to }: Going, was: State, now: State): State['matrix'] {
  const { matrix } = was;
  if (!matrix) return null;
  const then = before.matrix(was).of;
  const again = after.matrix({ ...now, matrix }).of;
  const speaker = then.speakers[matrix.row];
  const entity = speaker?.kind === 'named' ? to.entity(speaker.entity) : -1;
  const same = again.speakers.findIndex((its) => its.kind === speaker?.kind && its.entity === entity);
  const outlet = then.outlets[matrix.column];
  const beside = again.outlets.indexOf((outlet === undefined ? undefined : to.outlet(outlet)) ?? -1);
  const row = Math.max(0, same >= 0 ? same : Math.min(again.speakers.length - 1, matrix.row));
  const column = Math.max(0, beside >= 0 ? beside : Math.min(again.outlets.length - 1, matrix.column));
  const top = Math.max(0, row - (matrix.row - matrix.top));
  return { ...matrix, row, top, column, left: Math.max(0, column - (matrix.column - matrix.left)) };
}

/** The comparison of what is there still, on the same row; where nothing is, it is closed. */
export function compareAgain({ before, after, to, gone }: Going, was: State, now: State): State['compare'] {
  const { compare } = was;
  if (!compare) return null;
  const story = compare.story === null ? null : (to.story(compare.story) ?? null);
  const about = compare.about === null ? null : (to.entity(compare.about) ?? null);
  const quotes = compare.quotes?.flatMap((ref) => to.quote(ref) ?? []) ?? null;
  const left = compare.articles.flatMap((article) => to.article(article) ?? []);
  const articles =
    story !== null
      ? articlesOfStory(after, story)
      : about !== null
        ? articlesNaming(after, about)
        : (quotes?.map(({ article }) => article) ?? left.sort((a, b) => a - b));
  if (articles.length === 0 || (compare.about !== null && about === null)) {
    gone('what was set side by side is gone');
    return null;
  }
  const fewer = compare.articles.length - left.length;
  if (fewer > 0) gone(`${fewer} of the sources set side by side ${fewer === 1 ? 'is' : 'are'} gone`);
  const there: CompareState = { ...compare, story, about, quotes, articles };
  if (compare.opening) {
    const { quote } = compare.opening;
    return { ...there, opening: { quote: (quote && to.quote(quote)) ?? null } };
  }
  const then = before.compareLayout(compare, was.size);
  const on = then.rows[compare.row];
  if (!after.comparing.known(there)) {
    const quote = on?.cells.flat().find((cell) => cell.quote)?.quote;
    return { ...there, opening: { quote: (quote && to.quote(quote)) ?? null } };
  }
  const first = before.comparison(compare).articles[then.columns[0] ?? 0];
  const column = after
    .comparison(there)
    .together.findIndex((its) => first !== undefined && its.includes(to.article(first) ?? -1));
  const placed: CompareState = { ...there, column: Math.max(0, column) };
  const { rows, rowAt } = after.compareLayout(placed, now.size);
  const same = on ? sameRow(to, on, rows) : -1;
  const row = Math.max(0, same >= 0 ? same : Math.min(rows.length - 1, compare.row));
  const down = (then.rowAt[compare.row] ?? 0) - compare.top;
  return { ...placed, row, top: Math.max(0, (rowAt[row] ?? 0) - down) };
}

/** The row of the same kind that has words of the one before; of several such the one that has most. */
function sameRow(to: Moving, was: ComparisonRow, rows: readonly ComparisonRow[]): number {
  const spans = was.cells
    .flat()
    .map(({ article, span }) => ({ article: to.article(article), span: to.span(article, span) }));
  const shared = (row: ComparisonRow) =>
    row.kind !== was.kind || (row.kind === 'speaker' && row.speaker !== was.speaker)
      ? 0
      : row.cells.flat().reduce((sum, cell) => {
          const its = spans.map(({ article, span }) =>
            article === cell.article && span
              ? Math.min(span.end, cell.span.end) - Math.max(span.start, cell.span.start)
              : 0,
          );
          return sum + Math.max(0, ...its);
        }, 0);
  let best = -1;
  let most = 0;
  rows.forEach((row, i) => {
    const its = shared(row);
    if (its > most) [best, most] = [i, its];
  });
  return best;
}

/** The article that is read, with the same words in its first line; where it is gone, it is closed. */
export function readAgain(going: Going, was: State, now: State): State['read'] {
  const { to, before, gone } = going;
  const { read } = was;
  if (!read) return null;
  const article = to.article(read.article);
  if (article === undefined) {
    gone(`the article you were reading was removed: ${before.world.index.articles[read.article]?.article.path ?? ''}`);
    return null;
  }
  const there = placeAgain(going, was, now, read, article);
  if (!read.finding) return there;
  const { marking, at, top } = placeAgain(going, was, now, { ...read, ...read.finding.before }, article);
  return { ...there, finding: { ...read.finding, before: { marking, at, top } } };
}

/** The place that was marked and the first line, in the article as it is now. */
function placeAgain({ before, after, to }: Going, was: State, now: State, read: ReadState, article: number): ReadState {
  const then = before.readLayout(was, read);
  const marking = markingAgain(to, read);
  const there: ReadState = { ...read, article, marking, at: -1 };
  const { stops, starts } = after.readLayout(now, there);
  const stop = then.stops[read.at];
  const place = stop && to.place(read.article, stop.start);
  const at = marking.of === read.marking.of ? stops.findIndex(({ start }) => start === place) : -1;
  return { ...there, at, top: lineAt(starts, to.place(read.article, then.starts[read.top] ?? 0)) };
}

function markingAgain(to: Moving, { article, marking }: ReadState): Marking {
  if (marking.of === 'entity') {
    const entity = to.entity(marking.entity);
    return entity === undefined ? { of: 'names' } : { of: 'entity', entity };
  }
  if (marking.of !== 'place') return marking;
  const span = to.span(article, marking);
  return span ? { of: 'place', ...span } : { of: 'quotes' };
}
