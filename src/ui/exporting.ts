import type { Comparison } from '../compare/comparison.ts';
import type { Index } from '../index/access.ts';
import type { Bookmark } from '../index/bookmarks.ts';
import type { MatrixOrder } from '../index/matrix.ts';
import type { TimelineUnit } from '../index/timeline.ts';
import type { Ref, Span } from '../model.ts';
import type { Env } from './env.ts';
import { filterWords } from './present/filters.ts';
import type { Marking, State } from './state.ts';
import type { World } from './world.ts';

/** What is on the screen, to be written into a file: a list as it is filtered and sorted, an article, a view of many. */
export type OnScreen =
  | { readonly what: 'sources'; readonly articles: readonly number[] }
  | { readonly what: 'entities'; readonly entities: readonly number[] }
  | { readonly what: 'quotes'; readonly quotes: readonly Ref[] }
  | {
      readonly what: 'article';
      readonly article: number;
      readonly marking: Marking;
      /** The places that are stepped through. */
      readonly places: readonly Span[];
    }
  | { readonly what: 'timeline'; readonly articles: readonly number[]; readonly unit: TimelineUnit }
  | {
      readonly what: 'matrix';
      readonly quotes: readonly Ref[];
      readonly orders: { readonly speakers: MatrixOrder; readonly outlets: MatrixOrder };
    }
  | { readonly what: 'bookmarks'; readonly bookmarks: readonly Bookmark[] }
  | {
      readonly what: 'comparison';
      readonly story: number | null;
      /** With the rows that are shown. */
      readonly comparison: Comparison;
    };

/** How writing a file ended: written, there is one already, or in words what kept it from being written. */
export type Exported =
  | { readonly ended: 'written' | 'there'; readonly file: string }
  | { readonly ended: 'failed'; readonly says: string };

/**
 * Writes what is on the screen into a file, whole or not at all, in the format that its name ends in.
 *
 * @param file as it was typed
 * @param over a file that is there already is replaced
 * @param columns of the terminal, for what is aligned for one
 */
export type Exporter = (
  index: Index,
  shown: OnScreen,
  file: string,
  over: boolean,
  columns: number,
) => Promise<Exported>;

/** What is on the screen; undefined where nothing is listed. */
export function onScreen(env: Env, state: State): OnScreen | undefined {
  const { links } = env.world;
  const inOrder = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
  if (state.listing) {
    return state.bookmarks.length === 0 ? undefined : { what: 'bookmarks', bookmarks: state.bookmarks };
  }
  if (state.read) {
    const { article, marking } = state.read;
    const places = env.readLayout(state, state.read).stops.map(({ start, end }) => ({ start, end }));
    return { what: 'article', article, marking, places };
  }
  if (state.compare) {
    const { story, kind } = state.compare;
    const { rows } = env.compareLayout(state.compare, state.size);
    if (rows.length === 0) return undefined;
    const shown = kind === 'speaker' ? { rows: [], speakers: rows } : { rows, speakers: [] };
    return { what: 'comparison', story, comparison: { ...env.comparison(state.compare), ...shown } };
  }
  const visible = env.visible(state);
  if (state.timeline) {
    const { of, layout } = env.timeline(state);
    if (layout.rows.length === 0) return undefined;
    return { what: 'timeline', articles: inOrder(visible.sources.items), unit: of.unit };
  }
  if (state.matrix) {
    const { speakers, outlets } = state.matrix;
    const quotes = inOrder(visible.quotes.items).flatMap((item) => links.quotes[item] ?? []);
    return quotes.length === 0 ? undefined : { what: 'matrix', quotes, orders: { speakers, outlets } };
  }
  const { items } = visible[state.pane];
  if (items.length === 0) return undefined;
  if (state.pane === 'sources') return { what: 'sources', articles: items };
  if (state.pane === 'entities') return { what: 'entities', entities: items };
  return { what: 'quotes', quotes: items.flatMap((item) => links.quotes[item] ?? []) };
}

const ENDINGS = {
  ...{ sources: 'csv', entities: 'csv', quotes: 'md', article: 'md', comparison: 'html' },
  ...{ timeline: 'md', matrix: 'html', bookmarks: 'md' },
} as const satisfies Record<OnScreen['what'], string>;

/** A name for a file of it: what it is, and what it was filtered by. */
export function proposedName({ world }: Env, state: State, shown: OnScreen): string {
  return `${slug(wordsFor(world, state, shown))}.${ENDINGS[shown.what]}`;
}

function wordsFor(world: World, state: State, shown: OnScreen): string {
  const { articles, stories } = world.index;
  switch (shown.what) {
    case 'article':
      return (
        articles[shown.article]?.article.path
          .split('/')
          .at(-1)
          ?.replace(/\.\w{1,20}$/, '') ?? ''
      );
    case 'comparison':
      return shown.story === null ? 'side by side' : (stories[shown.story]?.id ?? '');
    case 'bookmarks':
      return 'bookmarks';
    default:
      return [
        shown.what === 'matrix' ? 'who quotes whom' : shown.what,
        state.answered,
        ...state.filters.map((filter) => filterWords(world, filter)),
      ].join(' ');
  }
}

/** Letters and digits with hyphens between: nothing that a shell or a file system takes for something else. */
function slug(words: string): string {
  const parts =
    words
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}_]+/gu) ?? [];
  return parts.join('-').slice(0, 60).replace(/-$/, '') || 'export';
}
