import type { Index } from '../index/build.ts';
import type { Ref, Span } from '../model.ts';

/** What a row sets side by side. */
export type RowKind = 'utterance' | 'passage' | 'figure';

/** A stretch of one article's words in a cell; `same` says whether the other cells of the row have it too. */
export interface Piece extends Span {
  readonly same: boolean;
}

/** What one article has of a row: a stretch of its text, in pieces that cover it without gaps. */
export interface Cell {
  readonly article: number;
  readonly span: Span;
  readonly pieces: readonly Piece[];
  /** The quote it is, in a row of utterances. */
  readonly quote: Ref | null;
}

/**
 * `same`: the words are the same; `different`: one thing in different words, or figures that disagree; `only`: one
 * article alone has it.
 */
export type Agreement = 'same' | 'different' | 'only';

export interface ComparisonRow {
  readonly kind: RowKind;
  readonly agreement: Agreement;
  /** One list a column, in the order of `Comparison.articles`; empty where the article has nothing of it. */
  readonly cells: readonly (readonly Cell[])[];
  /** 0 to 1: how sure it is that the cells are of one thing; 1 for `only`. */
  readonly confidence: number;
}

/** Articles set side by side: columns by article, rows by utterance, passage or figure, in order of the telling. */
export interface Comparison {
  /** Indices into the index's articles. */
  readonly articles: readonly number[];
  readonly rows: readonly ComparisonRow[];
}

/** Sets articles side by side. The order of `articles` is the order of the columns. */
export function compareArticles(_index: Index, articles: readonly number[]): Comparison {
  return { articles, rows: [] };
}
