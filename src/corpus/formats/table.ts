import { extname } from 'node:path';
import type { Given } from '../given.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';

/** How one kind of file is read: from its decoded text to the articles in it and what the file declares of them. */
export type Reader = (text: string) => Iterable<Given>;

export interface Format {
  /** For messages: "HTML". */
  readonly name: string;
  readonly endings: readonly string[];
  /** Whether a text whose name does not say it begins as this format does; `head` is its first few thousand characters. */
  readonly begins: (head: string) => boolean;
  /** Loads what it needs only when there is a file of its kind: starting is to stay fast. */
  readonly load: () => Promise<Reader>;
}

/** Every format that is read, the most telling first. Adding one is a file beside this one and an entry here. */
export const FORMATS: readonly Format[] = [
  {
    name: 'HTML',
    endings: ['.html', '.htm', '.xhtml'],
    begins: (head) =>
      /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,400}-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i.test(head),
    load: async () => (await import('./html.ts')).readHtml,
  },
  {
    name: 'Markdown',
    endings: ['.md', '.markdown'],
    begins: (head) => /^---[ \t]*\r?\n/.test(head),
    load: async () => readMarkdown,
  },
  { name: 'text', endings: ['.txt', '.text'], begins: () => true, load: async () => readText },
];

/** Whether a file of this name is of a kind that is read. */
export function isReadable(name: string): boolean {
  return byEnding(name) !== undefined;
}

/** The format of a file: by how it begins where that leaves no doubt, else by its name, else plain text. */
export function formatOf(name: string, text: string): Format {
  const named = byEnding(name);
  const head = text.slice(0, 4000);
  const told = FORMATS.find(({ begins }) => begins(head)) as Format;
  // A text that begins like plain text is what its name says.
  return told.name === 'text' && named ? named : told;
}

function byEnding(name: string): Format | undefined {
  const ending = extname(name).toLowerCase();
  return FORMATS.find(({ endings }) => endings.includes(ending));
}
