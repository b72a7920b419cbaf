/**
 * What a command prints as a document, before a format decides how it looks: Markdown and HTML write one from the same
 * pages. All text is as it stands in the files; each format makes it harmless in its own way.
 */
export interface Page {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly blocks: Iterable<Block>;
}

/** A part of a page. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | MarkedBlock
  | QuoteBlock
  | TableBlock;

/** A paragraph of a file, with what is in it marked. */
interface MarkedBlock {
  readonly kind: 'marked';
  readonly runs: readonly Run[];
  /** BCP 47. */
  readonly language: string;
}

/** Words of a file, who is quoted with them, and where they stand. */
export interface QuoteBlock {
  readonly kind: 'quote';
  readonly text: string;
  readonly language: string;
  readonly by: string;
  /** The citation: outlet and how it is known, headline, date, place in the file. */
  readonly source: string;
}

/** A table whose cells have lines. */
export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly head: readonly (readonly Line[])[];
  /** As many cells as the head has. Where `rowHeads`, the first of each says what the row is. */
  readonly rows: Iterable<readonly (readonly Line[])[]>;
  readonly rowHeads: boolean;
}

/** A line of a cell. */
export interface Line {
  readonly runs: readonly Run[];
  /** Said beside the text, as who speaks and where it stands. */
  readonly quiet?: true;
  /** BCP 47, where it is not the page's. */
  readonly language?: string;
}

/** Words of a line that are alike in whether they differ. */
export interface Run {
  readonly text: string;
  /** These words are not those of the others in the row. */
  readonly differs?: true;
  /** These words are a quote, a name, or what was sought. */
  readonly marks?: 'quote' | 'name' | 'found';
}

/** Plain text as a cell. */
export function plain(text: string): readonly Line[] {
  return [{ runs: [{ text }] }];
}
