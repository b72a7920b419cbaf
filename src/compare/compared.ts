import type { Copies } from '../index/copies.ts';
import type { Ref } from '../model.ts';
import type { Degraded } from './degraded.ts';
import type { ComparisonRow } from './row.ts';

/** Articles set side by side: columns by article, rows by utterance, passage or figure, in order of the telling. */
export interface Comparison {
  /** Per column an index into the index's articles: of copies of one text that are together, the one that is shown. */
  readonly articles: readonly number[];
  /** Per column the articles whose text it is; more than one where copies are together. */
  readonly together: readonly (readonly number[])[];
  readonly rows: readonly ComparisonRow[];
  /** Who is quoted by whom: a row for each speaker, whom most quote first. */
  readonly speakers: readonly ComparisonRow[];
  /** Those of the articles that look like spun or translated copies: where they differ, the others are better witnesses. */
  readonly degraded: readonly Degraded[];
  /** Those of the articles that print one text word for word. */
  readonly copies: readonly Copies[];
}

/** What is set side by side. */
export interface Compared {
  readonly articles: readonly number[];
  /** Copies of one text get a column each; else they have one together. */
  readonly apart?: boolean;
  /** Only what is said of or by this entity. */
  readonly about?: number | null;
  /** Only these quotes, a column each, as the reader put them together. */
  readonly quotes?: readonly Ref[] | null;
}
