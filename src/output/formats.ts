import type { PrintCommand } from './command.ts';
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

/** A way to print what a command finds. */
export interface Format {
  readonly name: string;
  /** For the help. */
  readonly does: string;
  /** What the name of a file of it ends in: `--output` chooses the format by it. */
  readonly endings: readonly string[];
  /** What a file of it begins with, besides. */
  readonly fileStart?: string;
  /** The one command whose rows it can say; all where it is not given. */
  readonly only?: string;
  /**
   * What is printed, piece by piece.
   *
   * @param width the columns of the terminal, for a format that is looked at in one
   */
  readonly print: (command: PrintCommand, request: Request, width: number) => Iterable<string>;
}

/** The formats, in the order of the help. */
export const FORMATS: readonly Format[] = [
  {
    name: 'table',
    endings: ['.txt'],
    does: 'aligned for the terminal (when it is one)',
    print: (command, request, width) =>
      command.text?.(request, width) ?? table([...command.rows(request)], command.columns, width),
  },
  { name: 'json', endings: ['.json'], does: 'one array', print: ({ rows }, request) => json(rows(request)) },
  {
    name: 'jsonl',
    endings: ['.jsonl', '.ndjson'],
    does: 'one object a line (when it is no terminal)',
    print: ({ rows }, request) => jsonLines(rows(request)),
  },
  {
    name: 'csv',
    endings: ['.csv'],
    does: 'for a spreadsheet',
    // Without it Excel reads a file in the old encoding of the machine. A pipe has no use for it.
    fileStart: '\ufeff',
    print: ({ rows, cells }, request) => csv(rows(request), cells),
  },
  {
    name: 'markdown',
    endings: ['.md', '.markdown'],
    does: 'with citations as footnotes',
    print: (command, request) => markdown(pageOf(command, request)),
  },
  {
    name: 'html',
    endings: ['.html', '.htm'],
    does: 'one page that needs nothing else',
    print: (command, request) => html(pageOf(command, request)),
  },
  {
    name: 'csl',
    endings: ['.csl.json', '.csl'],
    only: 'articles',
    does: 'CSL-JSON for a reference manager',
    print: (_, request) => csl(referencesOf(request)),
  },
  {
    name: 'bibtex',
    endings: ['.bib'],
    only: 'articles',
    does: 'BibTeX',
    print: (_, request) => bibtex(referencesOf(request)),
  },
];

/** The format that the name of a file ends in; of two such endings the longer means it. */
export function formatOfFile(file: string): Format | undefined {
  const name = file.toLowerCase();
  const endingIn = ({ endings }: Format) =>
    Math.max(0, ...endings.filter((ending) => name.endsWith(ending)).map(({ length }) => length));
  return FORMATS.filter((format) => endingIn(format) > 0).sort((a, b) => endingIn(b) - endingIn(a))[0];
}
