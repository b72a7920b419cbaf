import type { Article } from '../model.ts';

/** The number of the line of a file that an offset stands in, from 1, as editors count. */
export function lineNumber(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Where an offset stands, in words: the line of the file, or of what the file's text was made into. */
export function placeIn({ text, textIs }: Pick<Article, 'text' | 'textIs'>, offset: number): string {
  return `line ${lineNumber(text, offset)}${textIs === undefined ? '' : ` of ${textIs}`}`;
}

/** The line of the file itself to open it at: its first where the text is not the file. */
export function lineToOpen({ text, textIs }: Pick<Article, 'text' | 'textIs'>, offset: number): number {
  return textIs === undefined ? lineNumber(text, offset) : 1;
}
