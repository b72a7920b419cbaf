import { extname } from 'node:path';
import type { Given } from '../given.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';

/** How one kind of file is read: from its decoded text to what the file itself declares of the article. */
export type Format = (text: string) => Given;

/** Every format that is read, by the ending of its files. Adding one is a file beside this one and a line here. */
const FORMATS: Readonly<Record<string, Format>> = {
  '.txt': readText,
  '.text': readText,
  '.md': readMarkdown,
  '.markdown': readMarkdown,
};

/** The format of a file by its name; undefined when it is of no kind that is read. */
export function formatOf(name: string): Format | undefined {
  return FORMATS[extname(name).toLowerCase()];
}
