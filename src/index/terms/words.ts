import type { Span } from '../../model.ts';
import { letterLength, mayJoin } from './letters.ts';
import { NO_LETTERS, Spellings, withLetter } from './spellings.ts';
import { FUNCTION_WORDS, fold, stem } from './stem.ts';

/** Every stem met so far and its number. Stems are the words of a language: their number levels off. */
const numbers = new Map<string, number>();
const stems: string[] = [];
const functional: boolean[] = [];
const roots: number[] = [];
const hashes: number[] = [];
const rootNumbers = new Map<string, number>();
/** Letters that words of one root share at their start. */
const ROOT = 5;
/** Words as written, and the term of each: most words of a text were met before. */
const spellings = new Spellings();
const termsOfSpellings: number[] = [];

/** The number of the term of a word as written. */
export function termOf(written: string): number {
  let hash = NO_LETTERS;
  for (let i = 0; i < written.length; i++) hash = withLetter(hash, written.charCodeAt(i));
  return termAt(written, 0, written.length, hash);
}

/** The term of the word that stands somewhere; its hash is known. */
function termAt(text: string, start: number, end: number, hash: number): number {
  const spelling = spellings.of(text, start, end, hash);
  if (spelling === termsOfSpellings.length) termsOfSpellings.push(termOfStem(stem(fold(text.slice(start, end)))));
  return termsOfSpellings[spelling]!;
}

function termOfStem(its: string): number {
  let term = numbers.get(its);
  if (term === undefined) {
    term = stems.length;
    numbers.set(its, term);
    stems.push(its);
    functional.push(FUNCTION_WORDS.has(its));
    roots.push(rootNumberOf(its, FUNCTION_WORDS.has(its)));
    hashes.push(hashOfLetters(its));
  }
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

/**
 * Visits the words of a stretch of a text in their order: letters, digits and marks, also with a hyphen, an apostrophe,
 * a full stop or a comma between them ("U.S", "mother-in-law", "1,200").
 */
export function eachWord(
  text: string,
  { start, end }: Span,
  visit: (start: number, end: number, hash: number) => void,
): void {
  const last = Math.min(end, text.length);
  for (let at = start; at < last; ) {
    let size = letterLength(text, at, last);
    if (size === 0) {
      at++;
      continue;
    }
    const first = at;
    let hash = NO_LETTERS;
    while (size > 0) {
      for (const next = at + size; at < next; at++) hash = withLetter(hash, text.charCodeAt(at));
      size = letterLength(text, at, last);
      if (size > 0 || at + 1 >= last || !mayJoin(text.charCodeAt(at))) continue;
      const behind = letterLength(text, at + 1, last);
      if (behind > 0) size = 1 + behind;
    }
    visit(first, at, hash);
  }
}

/** Visits the terms of the words of a stretch of a text, in their order, with where each word stands. */
export function eachTerm(text: string, span: Span, visit: (term: number, start: number, end: number) => void): void {
  eachWord(text, span, (start, end, hash) => visit(termAt(text, start, end, hash), start, end));
}

/** Where the words of a stretch of a text stand; offsets into `text`. */
export function spansOfWords(text: string, span: Span): readonly Span[] {
  const spans: Span[] = [];
  eachWord(text, span, (start, end) => spans.push({ start, end }));
  return spans;
}

/** The words of a stretch of a text as written, in their order. */
export function writtenIn(text: string, span: Span): readonly string[] {
  const words: string[] = [];
  eachWord(text, span, (start, end) => words.push(text.slice(start, end)));
  return words;
}

/** The terms of the words of a stretch of a text, in their order. */
export function termsIn(text: string, span: Span): readonly number[] {
  const terms: number[] = [];
  eachTerm(text, span, (term) => terms.push(term));
  return terms;
}
