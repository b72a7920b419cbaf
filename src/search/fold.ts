import type { Span } from '../model.ts';

/** A word of a text: where it stands, and the form in which it is compared. */
export interface Word extends Span {
  readonly folded: string;
}

/** Initials joined by full stops (U.S., C.I.A.), or letters, marks and digits in a row. */
const WORD = /(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;
const PLAIN = /^[a-z0-9]+$/;

/** The form in which words are compared: without case, accents and full stops (Erdoğan = erdogan, U.S. = us). */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower.normalize('NFD').replace(MARKS, '').replaceAll('.', '').replaceAll('ı', 'i').replaceAll('ł', 'l');
}

/** The words of a text in order; offsets in UTF-16 code units. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const folded = fold(match[0]);
    if (folded !== '') words.push({ start: match.index, end: match.index + match[0].length, folded });
  }
  return words;
}
