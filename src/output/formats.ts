import type { FormatWords, PrintCommand } from './command.ts';
import { csv } from './formats/csv.ts';
import { html } from './formats/html.ts';
import { json, jsonLines } from './formats/json.ts';
import { markdown } from './formats/markdown.ts';
import { table } from './formats/table.ts';
import { pageOf } from './pages/listing.ts';
import { bibtex } from './references/bibtex.ts';
import { csl } from './references/csl.ts';
import { referencesOf } from './references/reference.ts';
import type { Request } from './request.ts';
import type { Row } from './rows/row.ts';
import { type FormatName, KNOWN_FORMATS, type KnownFormat } from './words.ts';

/** A way to print what a command finds. */
export interface Format extends FormatWords {
  /**
   * What is printed, piece by piece.
   *
   * @param width the columns of the terminal, for a format that is looked at in one
   */
  readonly print: (command: PrintCommand, request: Request, width: number) => Iterable<string>;
  /**
   * What is printed of rows, each as soon as it is there; a format that has to see all of them first has
   * no such way. It takes no more than one row for each piece.
   */
  readonly flow?: (rows: Iterable<Row>, command: PrintCommand) => Iterable<string>;
}

const FLOWS = {
  json: (rows) => json(rows),
  jsonl: (rows) => jsonLines(rows),
  csv: (rows, { cells }) => csv(rows, cells),
} as const satisfies { readonly [name in FormatName]?: Format['flow'] };

const PRINTS: Readonly<Record<FormatName, Format['print']>> = {
  table: (command, request, width) =>
    command.text?.(request, width) ?? table([...command.rows(request)], command.columns, width),
  json: (command, request) => FLOWS.json(command.rows(request)),
  jsonl: (command, request) => FLOWS.jsonl(command.rows(request)),
  csv: (command, request) => FLOWS.csv(command.rows(request), command),
  markdown: (command, request) => markdown(pageOf(command, request)),
  html: (command, request) => html(pageOf(command, request)),
  csl: (_, request) => csl(referencesOf(request)),
  bibtex: (_, request) => bibtex(referencesOf(request)),
};

/** The format that a word of the command line means, with how it prints. */
export function printFormat(words: KnownFormat): Format {
  const flow = words.name in FLOWS ? { flow: FLOWS[words.name as keyof typeof FLOWS] } : {};
  return { ...words, print: PRINTS[words.name], ...flow };
}

/** The formats, in the order of the help. */
export const FORMATS: readonly Format[] = KNOWN_FORMATS.map(printFormat);
