import type { Fact, LeftOut, Span } from '../model.ts';

/** The facts of an article that a file or a manifest may declare. */
export const DECLARABLE = ['headline', 'byline', 'outlet', 'origin', 'date'] as const;
export type Declarable = (typeof DECLARABLE)[number];

/** What a format gives: where the article's text stands in the file, and what the file declares of it. */
export interface Given {
  /** The stretch of the file that holds the article. */
  readonly body: Span;
  /** Ranges outside and inside `body` that the format knows not to be the article. */
  readonly leftOut: readonly LeftOut[];
  readonly facts: Partial<Record<Declarable, Fact>>;
  /** BCP 47, when declared. */
  readonly language?: string;
  /** What could not be read of the file's own declarations, in words. */
  readonly trouble?: string;
}
