import type { Index } from '../index/access.ts';
import type { Rank } from '../search/ranks.ts';
import { articleRows, entityRows, mentionRows, quoteRows, type Row, sentenceRows } from './rows.ts';
import { searchRows } from './search-rows.ts';

/** A command word of the command line: it prints rows and ends. */
export interface PrintCommand {
  readonly name: string;
  /** For the help. */
  readonly does: string;
  /** The columns of its table. */
  readonly columns: readonly string[];
  readonly rows: (index: Index) => Iterable<Row>;
}

/** `entities --mentions` is a command of its own behind a flag. */
export const MENTIONS: PrintCommand = {
  name: 'entities --mentions',
  does: 'every place where an entity is named',
  columns: ['path', 'start', 'end', 'type', 'text', 'name'],
  rows: mentionRows,
};

/** The command words, in the order of the help. */
export const PRINT_COMMANDS: readonly PrintCommand[] = [
  {
    name: 'articles',
    does: 'the articles: outlet, date, headline, story',
    columns: ['path', 'outlet', 'date', 'words', 'story', 'headline'],
    rows: articleRows,
  },
  {
    name: 'entities',
    does: 'who and what is named, with all spellings',
    columns: ['name', 'type', 'mentions', 'outlets'],
    rows: entityRows,
  },
  {
    name: 'quotes',
    does: 'who said what, in whose words',
    columns: ['path', 'start', 'kind', 'speaker', 'text'],
    rows: quoteRows,
  },
  { name: 'sentences', does: 'where each sentence stands', columns: ['path', 'start', 'end'], rows: sentenceRows },
];

/** The word of the command that takes a query, and what it does. */
export const SEARCH = { name: 'search', does: 'what a query finds, best first: sources, entities and quotes' } as const;

/** `search QUERY` as a command; it prints no row when nothing is found. */
export function searchCommand(query: string, rank: Rank): PrintCommand {
  return {
    ...SEARCH,
    columns: ['score', 'type', 'path', 'start', 'text'],
    rows: (index) => searchRows(index, query, rank),
  };
}
