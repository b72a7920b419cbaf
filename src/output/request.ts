import type { Comparison } from '../compare/comparison.ts';
import type { Index } from '../index/access.ts';
import type { Bookmark } from '../index/bookmarks.ts';
import type { MatrixOrder } from '../index/matrix.ts';
import type { TimelineUnit } from '../index/timeline.ts';
import type { Ref, Span, Story } from '../model.ts';
import type { Rank } from '../search/ranks.ts';

/** Which of an index's articles, entities and quotes are printed. */
export interface Chosen {
  readonly article: (article: number) => boolean;
  readonly entity: (entity: number) => boolean;
  readonly quote: (quote: Ref) => boolean;
  /** The articles of which sentences, events, figures and comparisons are printed. */
  readonly searched: (article: number) => boolean;
  /** Which of the texts of such rows; `null` for all. */
  readonly holding: ((texts: readonly string[]) => ReadonlySet<number>) | null;
}

/** Everything. */
export const EVERYTHING: Chosen = {
  article: () => true,
  entity: () => true,
  quote: () => true,
  searched: () => true,
  holding: null,
};

/** A list that was made elsewhere, in its own order: what the explorer shows, filtered and sorted as it is. */
interface Listed {
  readonly articles?: readonly number[];
  readonly entities?: readonly number[];
  readonly quotes?: readonly Ref[];
  /** Places in the first of the articles. */
  readonly places?: readonly Span[];
  /** How fine a timeline is. */
  readonly unit?: TimelineUnit;
  /** The order of who quotes whom. */
  readonly orders?: { readonly speakers: MatrixOrder; readonly outlets: MatrixOrder };
}

/** Articles set side by side, with those of the rows that are wanted. */
export interface SideBySide {
  /** `null`: the articles are of no one story. */
  readonly story: Story | null;
  readonly comparison: Comparison;
}

/** What is asked of a command. */
export interface Request {
  readonly index: Index;
  readonly chosen: Chosen;
  /** The one story that is asked for, by `--story`. */
  readonly story: Story | null;
  /** The words that the command itself takes: the query of `search`, the name of `entities --explain`. */
  readonly words: string;
  /** How `search` ranks. */
  readonly rank: Rank;
  /** The reader's bookmarks of these articles. */
  readonly bookmarks?: readonly Bookmark[];
  /** These and no others, in this order. */
  readonly listed?: Listed;
  /** This comparison, and none that is worked out anew. */
  readonly compared?: SideBySide;
}

/** All that an index knows. */
export function everythingOf(index: Index, words = ''): Request {
  return { index, chosen: EVERYTHING, story: null, words, rank: 'meant' };
}

/** The articles asked for, in order: those of the story, if one is named, that are chosen. */
export function articlesAsked({ index, chosen, story, listed }: Request): readonly number[] {
  return (listed?.articles ?? story?.articles ?? [...index.articles.keys()]).filter(chosen.article);
}

/** The articles in which sentences, events, figures and comparisons are asked for, in order. */
export function articlesSearched({ chosen, ...request }: Request): readonly number[] {
  return articlesAsked({ ...request, chosen: { ...chosen, article: chosen.searched } });
}

/**
 * Those of some items whose texts hold the words of the query, in their order.
 *
 * @param textOf what an item says
 */
export function holding<Item>(
  items: readonly Item[],
  { chosen }: Request,
  textOf: (item: Item) => string,
): readonly Item[] {
  const found = chosen.holding?.(items.map(textOf));
  return found ? items.filter((_, i) => found.has(i)) : items;
}
