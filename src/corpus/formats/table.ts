import { extname } from 'node:path';
import type { Piece, Source } from '../given.ts';
import { isKnownField } from '../record.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';

/** How one kind of file is read: from what is in it to its articles and what the file declares of them. */
export type Reader = (source: Source) => Iterable<Piece> | AsyncIterable<Piece>;

/** A kind of file that can be read. */
export interface Format {
  /** For messages: "HTML". */
  readonly name: string;
  readonly endings: readonly string[];
  /** Whether a text begins as this format does, whatever its name; `head` is its first few thousand characters. */
  readonly begins: (head: string, text: string) => boolean;
  /** Loads what it needs only when there is a file of its kind: starting is to stay fast. */
  readonly load: () => Promise<Reader>;
}

const HEADERS = /^(?:[A-Za-z][A-Za-z0-9-]{1,60}:[ \t].{0,2000}\r?\n(?:[ \t].{0,2000}\r?\n){0,40}){3}/;

/** Every format that is read, the most telling first. Adding one is a file beside this one and an entry here. */
export const FORMATS: readonly Format[] = [
  {
    name: 'feed',
    endings: ['.xml', '.rss', '.atom', '.rdf'],
    begins: (head) => /^\s{0,100}(?:<\?xml|<rss|<feed|<rdf:RDF)[\s>]/.test(head) && !HTML.test(head),
    load: async () => (await import('./feed.ts')).readFeed,
  },
  {
    name: 'HTML',
    endings: ['.html', '.htm', '.xhtml'],
    begins: (head) => HTML.test(head),
    load: async () => {
      const { readHtml } = await import('./html.ts');
      return ({ text }) => readHtml(text);
    },
  },
  {
    name: 'JSON Lines',
    endings: ['.jsonl', '.ndjson'],
    begins: (head, text) => /^\s{0,100}\{/.test(head) && /^[^\n]*\}\s{0,10}\n\s{0,10}\{/.test(text),
    load: async () => (await import('./json-lines.ts')).readJsonLines,
  },
  {
    name: 'JSON',
    endings: ['.json'],
    begins: (head) => /^\s{0,100}(?:\{\s{0,100}"|\[\s{0,100}\{)/.test(head),
    load: async () => (await import('./json.ts')).readJson,
  },
  {
    name: 'mailbox',
    endings: ['.mbox'],
    begins: (head) => /^From \S{1,200} .{10,60}\r?\n[A-Za-z-]{2,60}:/.test(head),
    load: async () => (await import('./mail.ts')).readMailbox,
  },
  {
    name: 'letter',
    endings: ['.eml'],
    begins: (head) => HEADERS.test(head) && /^(?:from|received|return-path|delivered-to):/im.test(head),
    load: async () => (await import('./mail.ts')).readLetter,
  },
  {
    name: 'CSV',
    endings: ['.csv', '.tsv', '.tab'],
    begins: (head) => isHeader(head.slice(0, head.indexOf('\n'))),
    load: async () => (await import('./csv.ts')).readCsv,
  },
  {
    name: 'Markdown',
    endings: ['.md', '.markdown'],
    begins: (head) => /^---[ \t]{0,20}\r?\n/.test(head),
    load:
      async () =>
      ({ text }) =>
        readMarkdown(text),
  },
  {
    name: 'text',
    endings: ['.txt', '.text'],
    begins: () => true,
    load:
      async () =>
      ({ text }) =>
        readText(text),
  },
];

const HTML =
  /^\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--[^>]{0,400}-->\s{0,100}){0,3}<(?:!doctype html|html|head|body)[\s>]/i;

/** Whether a line names columns: two or more, most of them known, a text among them. */
function isHeader(line: string): boolean {
  const names = line.split(/[,;\t|]/).map((name) => name.trim().replace(/^"|"$/g, ''));
  const known = names.filter((name) => isKnownField(name));
  return (
    known.length >= 2 && known.some((name) => isKnownField(name, 'text')) && names.every((name) => name.length < 60)
  );
}

/** Whether a file of this name is of a kind that is read; `.gz` behind its ending is no matter. */
export function isReadable(name: string): boolean {
  return byEnding(name) !== undefined;
}

/** The format of a file: by how it begins where that leaves no doubt, else by its name, else plain text. */
export function formatOf(name: string, text: string): Format {
  const named = byEnding(name);
  const head = text.slice(0, 4000);
  const told = FORMATS.find(({ begins }) => begins(head, text)) as Format;
  // What one format begins with may be the whole of another: a line of JSON Lines is JSON, letters are text.
  if (named && (told.name === 'text' || named.name === 'JSON Lines' || named.name === 'CSV')) return named;
  return told;
}

function byEnding(name: string): Format | undefined {
  const ending = extname(name.toLowerCase().replace(/\.gz$/, ''));
  return FORMATS.find(({ endings }) => endings.includes(ending));
}
