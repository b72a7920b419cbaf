import { cellOf, headOf, valueAt } from '../cells.ts';
import type { PrintCommand } from '../command.ts';
import { type Page, plain, type TableBlock } from '../page.ts';
import type { Request } from '../request.ts';

/** What a command prints as a document: its own page, or its rows in a table. */
export function pageOf(command: PrintCommand, request: Request): Page {
  return command.page?.(request) ?? { title: command.name, language: 'en', blocks: [listing(command, request)] };
}

function listing({ does, columns, rows }: PrintCommand, request: Request): TableBlock {
  return {
    kind: 'table',
    caption: does,
    head: columns.map((column) => plain(headOf(column))),
    rows: cellsOf(rows(request), columns),
    rowHeads: false,
  };
}

function* cellsOf(rows: ReturnType<PrintCommand['rows']>, columns: readonly string[]) {
  for (const row of rows) yield columns.map((column) => plain(cellOf(valueAt(row, column))));
}
