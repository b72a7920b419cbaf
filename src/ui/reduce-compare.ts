import type { Command } from './commands.ts';
import type { Env } from './env.ts';
import { openArticle } from './reduce-read.ts';
import { movedTo, topFor } from './scroll.ts';
import { type CompareState, SHOWN, SHOWN_KINDS, type State } from './state.ts';

/** The rows of the screen that are neither head nor body: title, rule, foot, and the one that stays free. */
const AROUND = 4;

/** The rows that the body of the side-by-side view has on this screen, under so many rows of column heads. */
export function compareBody(rows: number, head: number): number {
  return Math.max(1, rows - AROUND - head);
}

/** The row of the screen that the body begins on. */
export function compareTop(head: number): number {
  return head + 2;
}

/** What a command does in the side-by-side view. */
export function reduceCompare(env: Env, state: State, compare: CompareState, command: Command): State {
  switch (command) {
    case 'back':
      return { ...state, compare: null };
    case 'help':
      return { ...state, help: 0 };
    case 'search':
      return { ...state, compare: null, focus: 'prompt' };
    case 'show': {
      const show = SHOWN[(SHOWN.indexOf(compare.show) + 1) % SHOWN.length] ?? 'all';
      return seen(env, state, { ...compare, show, row: 0, top: 0 });
    }
    case 'showKind': {
      const kind = SHOWN_KINDS[(SHOWN_KINDS.indexOf(compare.kind) + 1) % SHOWN_KINDS.length] ?? 'all';
      return seen(env, state, { ...compare, kind, row: 0, top: 0 });
    }
    case 'left':
    case 'right': {
      const { columns } = env.compareLayout(compare, state.size);
      const last = compare.articles.length - columns.length;
      const column = Math.max(0, Math.min(last, (columns[0] ?? 0) + (command === 'right' ? 1 : -1)));
      if (column === columns[0]) return { ...state, notice: 'All columns there are on this side are shown' };
      return seen(env, state, { ...compare, column });
    }
    case 'nextStory':
    case 'previousStory': {
      const { stories } = env.world.index;
      if (stories.length < 2) return { ...state, notice: 'There is only this story' };
      const from = compare.story ?? (command === 'nextStory' ? -1 : 0);
      const story = (from + (command === 'nextStory' ? 1 : -1) + stories.length) % stories.length;
      const articles = stories[story]?.articles ?? [];
      return { ...state, compare: { ...compare, story, articles, row: 0, top: 0, column: 0 } };
    }
    case 'enter':
      return toQuote(env, state, compare);
    case 'read': {
      const column = env.compareLayout(compare, state.size);
      const cells = column.rows[compare.row]?.cells.flat() ?? [];
      const [cell] = cells;
      if (!cell) return { ...state, notice: 'Nothing in this row to read' };
      return openArticle(env, state, cell.article, { of: 'quotes' }, cell.span.start);
    }
    default: {
      const { rows } = env.compareLayout(compare, state.size);
      const row = movedTo(command, compare.row, rows.length, 6);
      return seen(env, state, { ...compare, row: row ?? compare.row });
    }
  }
}

/** Scrolls so that the row under the cursor is seen from its first line, and whole where it fits. */
function seen(env: Env, state: State, compare: CompareState): State {
  const { rowAt, lines, head } = env.compareLayout(compare, state.size);
  const body = compareBody(state.size.rows, head.length);
  const first = rowAt[compare.row] ?? 0;
  const end = rowAt[compare.row + 1] ?? first + 1;
  const toEnd = topFor(compare.top, end - 1, lines.length, body);
  const top = Math.min(topFor(toEnd, first, lines.length, body), first);
  return { ...state, compare: { ...compare, top } };
}

/** Back to the explorer, with the cursor on the first quote of the row. */
function toQuote(env: Env, state: State, compare: CompareState): State {
  const { rows } = env.compareLayout(compare, state.size);
  const ref = rows[compare.row]?.cells.flat().find(({ quote }) => quote)?.quote;
  if (!ref) return { ...state, notice: 'No quote in this row to go to' };
  const item = (env.world.links.firstQuote[ref.article] ?? 0) + ref.item;
  const { quotes } = env.visible(state);
  const shown = quotes.items.includes(item);
  return {
    ...state,
    compare: null,
    focus: 'quotes',
    pane: 'quotes',
    notice: shown ? null : 'This quote is not listed under the present search and filters',
    cursors: shown
      ? { ...state.cursors, quotes: { item, top: Math.max(0, quotes.items.indexOf(item) - 2) } }
      : state.cursors,
  };
}

/** Scrolls by lines; the cursor stays on a row that is seen from its first line, if there is one. */
export function scrollCompare(env: Env, state: State, compare: CompareState, by: number): State {
  const { rowAt, lines, head } = env.compareLayout(compare, state.size);
  const body = compareBody(state.size.rows, head.length);
  const top = Math.max(0, Math.min(lines.length - body, compare.top + by));
  const isSeen = (first: number, row: number) => row < rowAt.length - 1 && first >= top && first < top + body;
  if (isSeen(rowAt[compare.row] ?? -1, compare.row)) return { ...state, compare: { ...compare, top } };
  const row = by > 0 ? rowAt.findIndex(isSeen) : rowAt.findLastIndex(isSeen);
  return { ...state, compare: { ...compare, top, row: row < 0 ? compare.row : row } };
}
