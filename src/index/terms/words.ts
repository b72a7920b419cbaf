import type { Span } from '../../model.ts';
import { FUNCTION_WORDS, fold, stem } from './stem.ts';

const WORD = /[\p{L}\p{N}\p{M}]+(?:[-‐‑'’.,][\p{L}\p{N}\p{M}]+)*/gu;

/** Every stem met so far and its number. Stems are the words of a language: their number levels off. */
const numbers = new Map<string, number>();
const stems: string[] = [];
const functional: boolean[] = [];
const roots: number[] = [];
const hashes: number[] = [];
const rootNumbers = new Map<string, number>();
/** Letters that words of one root share at their start. */
const ROOT = 5;
/** Words as written to their term: most words of a text were met before. */
const known = new Map<string, number>();

/** The number of the term of a word as written. */
export function termOf(written: string): number {
  let term = known.get(written);
  if (term !== undefined) return term;
  const folded = fold(written);
  const its = stem(folded);
  term = numbers.get(its);
  if (term === undefined) {
    term = stems.length;
    numbers.set(its, term);
    stems.push(its);
    functional.push(FUNCTION_WORDS.has(its));
    roots.push(rootNumberOf(its, FUNCTION_WORDS.has(its)));
    hashes.push(hashOfLetters(its));
  }
  known.set(written, term);
  return term;
}

/** FNV-1a over the characters of a stem. */
function hashOfLetters(its: string): number {
  let hash = 0x811c9dc5;
  for (const letter of its) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

function rootNumberOf(its: string, grammar: boolean): number {
  if (grammar || its.length < ROOT || /\d/.test(its)) return -1;
  const start = its.slice(0, ROOT);
  const number = rootNumbers.get(start) ?? rootNumbers.size;
  rootNumbers.set(start, number);
  return number;
}

/** The number of the root of a term, one for "capability" and "capable"; -1 for words of grammar and short ones. */
export function rootOf(term: number): number {
  return roots[term] ?? -1;
}

/** The stem that a term's number stands for. */
export function stemOf(term: number): string {
  return stems[term] ?? '';
}

/** A hash of the letters of a term, 32 bits: its number depends on what was read before. */
export function hashOf(term: number): number {
  return hashes[term] ?? 0;
}

/** Whether a term is a word of grammar. */
export function isFunctional(term: number): boolean {
  return functional[term] ?? false;
}

/** The terms that are not words of grammar. */
export function contentOf(terms: Iterable<number>): readonly number[] {
  return [...terms].filter((term) => !isFunctional(term));
}

/** Where the words of a stretch of a text stand; offsets into `text`. */
export function spansOfWords(text: string, { start, end }: Span): readonly Span[] {
  return Array.from(text.slice(start, end).matchAll(WORD), ({ index, 0: { length } }) => ({
    start: start + index,
    end: start + index + length,
  }));
}

/** The words of a stretch of a text as written, in their order. */
export function writtenIn(text: string, { start, end }: Span): readonly string[] {
  return text.slice(start, end).match(WORD) ?? [];
}

/** The terms of the words of a stretch of a text, in their order. */
export function termsIn(text: string, span: Span): readonly number[] {
  return writtenIn(text, span).map(termOf);
}
