import { type Article, type Mention, PARTS_OF_SPEECH, type PartOfSpeech, type Span, type Tokens } from '../../model.ts';
import type { Marked } from './marks.ts';

/** A sentence as the reader of quotes sees it: full stops inside marks do not end it. Tokens `from` up to `to`. */
export interface Unit {
  readonly from: number;
  readonly to: number;
  /** Index into the article's paragraphs. */
  readonly paragraph: number;
}

/** What the finder of quotes asks of an article, in columns by token number; -1 is none. */
export interface Reading {
  readonly article: Article;
  readonly tokens: Tokens;
  readonly mentions: readonly Mention[];
  readonly marked: readonly Marked[];
  /** Lower case, with straight apostrophes. */
  readonly words: readonly string[];
  readonly capital: Uint8Array;
  readonly markOf: Int32Array;
  readonly mentionOf: Int32Array;
  /** Per marked stretch: its tokens, marks included; none for the title of a work. */
  readonly markFrom: Int32Array;
  readonly markTo: Int32Array;
  readonly units: readonly Unit[];
}

/** The first token that ends after an offset. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens.end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part of speech of token `i`; `X` outside of the text. */
export function posOf(reading: Reading, i: number): PartOfSpeech {
  return PARTS_OF_SPEECH[reading.tokens.pos[i] ?? 0] ?? 'X';
}

/** Token `i` in small letters; empty outside of the text. */
export function wordOf(reading: Reading, i: number): string {
  return reading.words[i] ?? '';
}

/** The token before `i`, stepping over marked stretches; less than the first token of its unit when there is none. */
export function before(reading: Reading, i: number): number {
  const mark = reading.markOf[i - 1] ?? -1;
  return mark >= 0 && mark !== reading.markOf[i] ? (reading.markFrom[mark] ?? 0) - 1 : i - 1;
}

/** Whether nothing stands between two neighbouring tokens. */
export function touches(reading: Reading, i: number): boolean {
  return i > 0 && reading.tokens.start[i] === reading.tokens.end[i - 1];
}

/** Whether a token stands in marks. */
export function inMark(reading: Reading, i: number): boolean {
  return (reading.markOf[i] ?? -1) >= 0;
}

/** The last character of what stands in marks, closing marks within it aside; empty when there is no such stretch. */
export function stopOf(reading: Reading, m: number): string {
  const mark = reading.marked[m];
  if (!mark) return '';
  const { text } = reading.article;
  let end = mark.end - 1;
  while (end > mark.start && /[’'\s]/.test(text[end] ?? '')) end--;
  return text[end] ?? '';
}

/** The text from one token up to, not including, another. */
export function spanOf(reading: Reading, from: number, to: number): Span {
  return { start: reading.tokens.start[from] ?? 0, end: reading.tokens.end[to - 1] ?? 0 };
}
