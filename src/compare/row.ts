import type { Index } from '../index/access.ts';
import type { Ref, Span } from '../model.ts';
import { differences, type Piece } from './pieces.ts';

/** What a row sets side by side; a `speaker`'s row is whom each article quotes, and not what is said. */
export type RowKind = 'utterance' | 'passage' | 'figure' | 'speaker';

/** What one article has of a row: a stretch of its text, in pieces that cover it without gaps. */
export interface Cell {
  readonly article: number;
  readonly span: Span;
  readonly pieces: readonly Piece[];
  /**
   * The quote it is, in a row of utterances; a quote that its cue breaks in two has two cells. In a row of figures, the
   * quote that it stands in: who says so.
   */
  readonly quote: Ref | null;
}

/**
 * `same`: the words are the same, or figures that can both be true; `different`: one thing in different words, or
 * figures that cannot both be true; `only`: one article alone has it.
 */
export type Agreement = 'same' | 'different' | 'only';

/** How the figures of a row agree: one value, values that can all be true, or values that cannot. */
export type FigureVerdict = 'same' | 'compatible' | 'different';

/** One thing, as each of the articles has it. */
export interface ComparisonRow {
  readonly kind: RowKind;
  readonly agreement: Agreement;
  /** One list a column, in the order of `Comparison.articles`; empty where the article has nothing of it. */
  readonly cells: readonly (readonly Cell[])[];
  /** 0 to 1: how sure it is that the cells are of one thing; 1 for `only`. */
  readonly confidence: number;
  /** In a row of figures that several articles have. */
  readonly verdict?: FigureVerdict;
  /** Articles that look like degraded copies and turn the sense round here: more likely a corruption than news. */
  readonly suspects?: readonly number[];
  /** In a row of a speaker: the name, `null` where it is not known who speaks. */
  readonly speaker?: string | null;
  /** The reader put these together; whether they were found to be one thing, too. */
  readonly byHand?: { readonly isOne: boolean };
}

/** What a row is made of: a stretch of one of the articles. */
export interface Part {
  readonly article: number;
  readonly span: Span;
  readonly quote: Ref | null;
}

/** Lays parts into columns, marks their word differences and says whether they agree. */
export function rowOf(
  index: Index,
  articles: readonly number[],
  kind: RowKind,
  parts: readonly Part[],
  confidence: number,
): ComparisonRow {
  const columns = articles.map((article) => parts.filter((part) => part.article === article));
  const { pieces, agree } = differences(
    columns.map((column) =>
      column.map(({ article, span }) => ({ text: index.articles[article]?.article.text ?? '', span })),
    ),
  );
  const only = columns.filter((column) => column.length > 0).length < 2;
  return {
    kind,
    agreement: only ? 'only' : agree ? 'same' : 'different',
    cells: columns.map((column, c) => column.map((part, i) => ({ ...part, pieces: pieces[c]?.[i] ?? [] }))),
    confidence: only ? 1 : confidence,
  };
}
