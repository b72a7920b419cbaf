import type { Fact, LeftOut, Paragraph, Span } from '../model.ts';

/** The facts of an article that a file or a manifest may declare. */
export const DECLARABLE = ['headline', 'byline', 'outlet', 'origin', 'date'] as const;
export type Declarable = (typeof DECLARABLE)[number];
export type Facts = Partial<Record<Declarable, Fact>>;

/** What a format gives of one article: its text, where in it the article stands, and what the file declares of it. */
export interface Given {
  /** What is read, and what all offsets count in: the file as decoded, or what the format makes of it. */
  readonly text: string;
  /** The stretch of the text that holds the article. */
  readonly body: Span;
  /** The article's paragraphs, where the format knows them; otherwise they are told from the lines of `body`. */
  readonly blocks?: readonly Paragraph[];
  /** Ranges outside and inside `body` that the format knows not to be the article. */
  readonly leftOut: readonly LeftOut[];
  readonly facts: Facts;
  /** BCP 47, when declared. */
  readonly language?: string;
  /** Which one it is of the articles of its file, where a file may hold several: `3` of `feed.xml#3`. */
  readonly part?: string;
  /** What could not be read of the file's own declarations, in words. */
  readonly trouble?: string;
}
