import type { AnnotatedArticle } from '../model.ts';
import type { Page } from './page.ts';
import type { Request } from './request.ts';
import type { Row } from './rows/row.ts';

/** A command word of the command line: it prints rows and ends. */
export interface CommandWords {
  readonly name: string;
  /** For the help. */
  readonly does: string;
  /** For the help: what one would type, as it is, with the articles that come with the program. */
  readonly examples: readonly [string, string];
  /** Whether `--story` chooses among what it prints. */
  readonly takesStory: boolean;
  /** What it wants before the paths, for the help: `QUERY`. It then fails where nothing is found. */
  readonly wants?: string;
}

/** What a command prints. */
export interface Printer {
  /** The columns of its table, as paths into a row: `outlet.name`, `members.0.text`. */
  readonly columns: readonly string[];
  /**
   * The columns of its CSV, as paths into a row. A path that begins with `members.` is of one member: each member then
   * has a line of its own.
   */
  readonly cells: readonly string[];
  readonly rows: (request: Request) => Iterable<Row>;
  /** The rows of one article, where they need no other: they are printed while the next is still being read. */
  readonly each?: (article: AnnotatedArticle) => Iterable<Row>;
  /** What it is as a document, where it is more than a table of its rows. */
  readonly page?: (request: Request) => Page;
  /** What a terminal shows, where it is more than a table of its rows. */
  readonly text?: (request: Request, width: number) => Iterable<string>;
}

/** A command with what it prints. */
export type PrintCommand = CommandWords & Printer;

/** A way to print what a command finds, as the command line knows it. */
export interface FormatWords {
  readonly name: string;
  /** For the help. */
  readonly does: string;
  /** What the name of a file of it ends in: `--output` chooses the format by it. */
  readonly endings: readonly string[];
  /** What a file of it begins with, besides. */
  readonly fileStart?: string;
  /** The one command whose rows it can say; all where it is not given. */
  readonly only?: string;
}
