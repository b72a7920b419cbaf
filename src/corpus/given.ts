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
  /** What `text` is, where it is not the whole file as decoded: "the field maintext of record 3". */
  readonly textIs?: string;
  /** What could not be read of the file's own declarations, in words. */
  readonly trouble?: string;
}

/** A record that could not be read, in words; the rest of its file is. */
interface Trouble {
  readonly trouble: string;
}

/** What a format gives, one after another. */
export type Piece = Given | Trouble;

/** A file to be read by a format. */
export interface Source {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** The user's own names of fields, for records. */
  readonly map: FieldMap;
}

/** What a record may give of an article. */
export const RECORD_FIELDS = ['headline', 'byline', 'outlet', 'origin', 'date', 'text', 'language', 'address'] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];

/** Which of a file's own field names hold what, where they are not among the names that are known. */
export type FieldMap = Partial<Record<RecordField, readonly string[]>>;
