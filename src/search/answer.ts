import type { Index } from '../index/access.ts';
import type { Links } from '../index/links.ts';
import type { Span } from '../model.ts';
import type { Paused } from './slices.ts';

/** The lists that are searched together. */
export const SEARCHED = ['sources', 'entities', 'quotes'] as const;
export type SearchedList = (typeof SEARCHED)[number];

/** The items of a list that a query matches, best first, and what of a shown text made them match. */
export interface Hits {
  /** Numbers of articles, entities or quotes. */
  readonly records: readonly number[];
  /** What each of the first is worth, 0 to 2; the rest follows by kind of match. */
  readonly scores: readonly number[];
  /** The parts of a text to highlight, in order, none overlapping. */
  marks(text: string): readonly Span[];
}

/** What a query finds. */
export interface Answer extends Readonly<Record<SearchedList, Hits | null>> {
  /** Why the query could not be read and was searched as plain words; `null` when it could. */
  readonly problem: string | null;
  /** Whether it asks for a kind of quote: then all kinds are to be shown. */
  readonly asksKind: boolean;
}

/** What is found when nothing is asked. */
export const NOTHING_ASKED: Answer = { sources: null, entities: null, quotes: null, problem: null, asksKind: false };

/** What the reader has bookmarked: numbers of articles, entities and quotes. */
export type Bookmarked = Readonly<Record<SearchedList, ReadonlySet<number>>>;

/** Searches the three lists. */
export interface Searches {
  /** How many records are searched. */
  readonly size: number;
  /** Makes an index searchable instead of the one before; what is the same in both is kept as it is. */
  build(index: Index, links: Links): Paused<void>;
  /** A search to be built of another index, which has what this one has to begin with; this one stays as it is. */
  next(): Paused<Searches>;
  /** Searches for a few words of its own, so that the first that is typed is answered as fast as the others. */
  warmUp(): Paused<void>;
  /** What `is:bookmarked` finds from now on; numbers of the index as it is, or as it will be built. */
  mark(bookmarked: Bookmarked): void;
  /** What a query finds. Nothing but white space or punctuation is nothing to filter by: `null` everywhere. */
  find(text: string): Paused<Answer>;
  /** The same without pausing. */
  findNow(text: string): Answer;
}
