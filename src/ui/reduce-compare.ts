import type { ComparisonRow } from '../compare/comparison.ts';
import { countedOnce } from '../index/counting.ts';
import type { Ref } from '../model.ts';
import type { Command } from './commands.ts';
import type { Env } from './env.ts';
import { isGuess, isShown } from './present/compare.ts';
import { openPlace, openQuote } from './reduce-read.ts';
import { movedTo, topFor } from './scroll.ts';
import { type CompareState, SHOWN, SHOWN_KINDS, type Shown, type State } from './state.ts';

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

/** Of an entity that more sources name, those are compared that name it most: more columns say no more. */
const MOST_ABOUT = 24;

/**
 * Opens the side-by-side view: of the marked quotes or sources, those of the pane in use first; of what is said of an
 * entity; or of the story that the source or quote under the cursor belongs to.
 *
 * @param item what the cursor is on
 */
export function openCompare(env: Env, state: State, item: number | undefined): State {
  const { links } = env.world;
  const inOrder = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
  const ofQuotes = state.markedQuotes.length > 1 && (state.pane === 'quotes' || state.marked.length < 2);
  if (ofQuotes) {
    const quotes = inOrder(state.markedQuotes).flatMap((number) => links.quotes[number] ?? []);
    return opened(env, state, { articles: quotes.map(({ article }) => article), quotes });
  }
  if (state.marked.length > 1) return opened(env, state, { articles: inOrder(state.marked) });
  if (state.pane === 'entities' && item !== undefined) {
    return opened(env, state, { articles: articlesNaming(env, item), about: item });
  }
  return openStory(env, state, item);
}

/** The articles that are set side by side for an entity, in order: those that name it most, with their copies. */
export function articlesNaming({ world: { index, links } }: Env, entity: number): readonly number[] {
  const counts = links.mentionsIn.of(entity);
  const naming = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([article]) => article);
  const texts = new Set(
    countedOnce(index, naming)
      .slice(0, MOST_ABOUT)
      .map((article) => index.textOf[article]),
  );
  return naming.filter((article) => texts.has(index.textOf[article]!)).sort((a, b) => a - b);
}

/** The articles that are set side by side for a story, in order. */
export function articlesOfStory({ world: { index } }: Env, story: number): readonly number[] {
  return index.stories[story]?.articles ?? [];
}

/** Opens the side-by-side view of the story that a source or quote belongs to, on the row of the quote. */
export function openStory(env: Env, state: State, item: number | undefined): State {
  const { index, links } = env.world;
  const quote = state.pane === 'quotes' ? links.quotes[item ?? -1] : undefined;
  const article = state.pane === 'quotes' ? quote?.article : item;
  const story = index.storyOf[article ?? 0] ?? 0;
  return opened(env, state, { story, articles: articlesOfStory(env, story) }, quote);
}

/** The view as it opens, at once where that is possible, else when what is compared is known. */
function opened(
  env: Env,
  state: State,
  asked: Pick<CompareState, 'articles'> & Partial<Pick<CompareState, 'story' | 'quotes' | 'about'>>,
  quote: Ref | null = null,
): State {
  const compare: CompareState = {
    ...{ story: null, quotes: null, about: null, ...asked },
    ...{ apart: false, opening: { quote }, row: 0, top: 0, column: 0, show: 'shared', kind: 'all' },
  };
  const next = { ...state, compare };
  return env.comparing.known(compare) ? compared(env, next) : next;
}

/**
 * The side-by-side view once what is compared is known. It opens on what several have; on all, when the quote it is
 * opened from is one that only one has.
 */
export function compared(env: Env, state: State): State {
  const { compare } = state;
  if (!compare?.opening || !env.comparing.known(compare)) return { ...state };
  const { quote } = compare.opening;
  const { rows } = env.comparison(compare);
  const reports = ({ cells }: ComparisonRow) =>
    quote !== null &&
    cells.flat().some((cell) => cell.quote?.article === quote.article && cell.quote.item === quote.item);
  const alone = rows.find(reports)?.agreement === 'only' || rows.every(({ agreement }) => agreement === 'only');
  const show: Shown = alone ? 'all' : 'shared';
  const shown = rows.filter(({ agreement }) => isShown(agreement, show));
  const row = shown.findIndex(quote ? reports : isSureUtterance);
  // From far below the view scrolls up to the row, which then stands first.
  const top = row > 0 ? Number.MAX_SAFE_INTEGER : 0;
  return seen(env, state, { ...compare, opening: null, row: Math.max(0, row), top, show });
}

/** One thing said, in different words, and no guess: what the view is opened for. */
function isSureUtterance(row: ComparisonRow): boolean {
  return row.kind === 'utterance' && row.agreement === 'different' && !isGuess(row);
}

/** What a command does in the side-by-side view. */
export function reduceCompare(env: Env, state: State, compare: CompareState, command: Command): State {
  switch (command) {
    case 'back':
      return { ...state, compare: null };
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
    case 'copies': {
      if (env.comparison(compare).copies.length === 0) return state;
      const next: CompareState = { ...compare, apart: !compare.apart, row: 0, top: 0, column: 0 };
      return seen(env, state, next);
    }
    case 'left':
    case 'right': {
      const { columns } = env.compareLayout(compare, state.size);
      const last = env.comparison(compare).articles.length - columns.length;
      const column = Math.max(0, Math.min(last, (columns[0] ?? 0) + (command === 'right' ? 1 : -1)));
      if (column === columns[0]) return state;
      return seen(env, state, { ...compare, column });
    }
    case 'nextStory':
    case 'previousStory': {
      const { stories } = env.world.index;
      if (stories.length < 2) return state;
      const from = compare.story ?? (command === 'nextStory' ? -1 : 0);
      const story = (from + (command === 'nextStory' ? 1 : -1) + stories.length) % stories.length;
      const articles = articlesOfStory(env, story);
      const subject = { story, articles, about: null, quotes: null, opening: null };
      return seen(env, state, { ...compare, ...subject, row: 0, top: 0, column: 0 });
    }
    case 'enter':
      return toQuote(env, state, compare);
    case 'read': {
      const row = env.compareLayout(compare, state.size).rows[compare.row];
      const [cell] = row?.cells.flat() ?? [];
      if (!cell) return state;
      const isQuote = row?.kind === 'utterance' || row?.kind === 'speaker';
      return cell.quote && isQuote ? openQuote(env, state, cell.quote) : openPlace(env, state, cell.article, cell.span);
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
  if (!ref) return state;
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
