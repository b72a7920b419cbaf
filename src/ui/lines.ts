import { lineOf } from '../index/citation.ts';
import type { Article } from '../model.ts';

/** Where an offset stands, in words: the line of the file, or of what the file's text was made into. */
export function placeIn({ text, textIs }: Pick<Article, 'text' | 'textIs'>, offset: number): string {
  return `line ${lineOf(text, offset)}${textIs === undefined ? '' : ` of ${textIs}`}`;
}

/** The line of the file itself to open it at: its first where the text is not the file. */
export function lineToOpen({ text, textIs }: Pick<Article, 'text' | 'textIs'>, offset: number): number {
  return textIs === undefined ? lineOf(text, offset) : 1;
}
