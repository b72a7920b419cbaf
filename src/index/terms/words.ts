import { NO_LETTERS, withLetter } from '../../hashing.ts';
import type { Span } from '../../model.ts';
import type { Paused } from '../paused.ts';
import type { Carrier } from '../stored/carrier.ts';
import { packString, unpackString } from '../stored/strings.ts';
import { letterLength, mayJoin } from './letters.ts';
import { Spellings } from './spellings.ts';
import { FUNCTION_WORDS, fold, stem } from './stem.ts';

/** Letters that words of one root share at their start. */
const ROOT = 5;

/** Every stem met so far and its number. Stems are the words of a language: their number levels off. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #rootNumbers = new Map<string, number>();
  /** Words as written, and the term of each: most words of a text were met before. */
  readonly #spellings = new Spellings();
  readonly #termsOfSpellings: number[] = [];
  readonly stems: string[] = [];
  readonly functional: boolean[] = [];
  readonly roots: number[] = [];
  readonly hashes: number[] = [];

  /** The terms keep their numbers. */
  *carried(by: Carrier): Paused<void> {
    const stems = by.strings(this.stems);
    yield;
    for (let i = this.stems.length; i < stems.length; i++) {
      this.#add(stems[i]!);
      if (i % OFTEN === 0) yield;
    }
  }

  /** The term of the word that stands somewhere; its hash is known. */
  termAt(text: string, start: number, end: number, hash: number): number {
    const spelling = this.#spellings.of(text, start, end, hash);
    if (spelling === this.#termsOfSpellings.length) {
      const its = stem(fold(text.slice(start, end)));
      this.#termsOfSpellings.push(this.#numbers.get(its) ?? this.#add(its));
    }
    return this.#termsOfSpellings[spelling]!;
  }

  #add(stem: string): number {
    const term = this.stems.length;
    // A part of a text would keep all of the text in memory.
    const its = unpackString(packString(stem));
    const isFunctional = FUNCTION_WORDS.has(its);
    this.#numbers.set(its, term);
    this.stems.push(its);
    this.functional.push(isFunctional);
    this.roots.push(this.#rootNumberOf(its, isFunctional));
    this.hashes.push(hashOfLetters(its));
    return term;
  }

  #rootNumberOf(its: string, grammar: boolean): number {
    if (grammar || its.length < ROOT || /\d/.test(its)) return -1;
    const start = its.slice(0, ROOT);
    const number = this.#rootNumbers.get(start) ?? this.#rootNumbers.size;
    this.#rootNumbers.set(start, number);
    return number;
  }
}

/** So many terms, then others have their turn. */
const OFTEN = 4096;

let vocabulary = new Vocabulary();

/** The same work with the terms numbered by a vocabulary of its own: what it keeps of them holds in another process. */
export function* numberedBy<T, Told>(its: Vocabulary, work: Paused<T, Told>): Paused<T, Told> {
  for (;;) {
    const before = vocabulary;
    vocabulary = its;
    let step: IteratorResult<Told, T>;
    try {
      step = work.next();
    } finally {
      vocabulary = before;
    }
    if (step.done) return step.value;
    yield step.value;
  }
}

/** The vocabulary that terms are numbered by now. */
export function currentVocabulary(): Vocabulary {
  return vocabulary;
}

/** The number of the term of a word as written. */
export function termOf(written: string): number {
  let hash = NO_LETTERS;
  for (let i = 0; i < written.length; i++) hash = withLetter(hash, written.charCodeAt(i));
  return vocabulary.termAt(written, 0, written.length, hash);
}

/** FNV-1a over the characters of a stem. */
function hashOfLetters(its: string): number {
  let hash = 0x811c9dc5;
  for (const letter of its) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** The number of the root of a term, one for "capability" and "capable"; -1 for words of grammar and short ones. */
export function rootOf(term: number): number {
  return vocabulary.roots[term] ?? -1;
}

/** The stem that a term's number stands for. */
export function stemOf(term: number): string {
  return vocabulary.stems[term] ?? '';
}

/** A hash of the letters of a term, 32 bits: its number depends on what was read before. */
export function hashOf(term: number): number {
  return vocabulary.hashes[term] ?? 0;
}

/** Whether a term is a word of grammar. */
export function isFunctional(term: number): boolean {
  return vocabulary.functional[term] ?? false;
}

/** The terms that are not words of grammar. */
export function contentOf(terms: Iterable<number>): readonly number[] {
  return [...terms].filter((term) => !isFunctional(term));
}

/**
 * Visits the words of a stretch of a text in their order: letters, digits and marks, also with a hyphen, an apostrophe,
 * a full stop or a comma between them ("U.S", "mother-in-law", "1,200").
 */
function eachWord(text: string, { start, end }: Span, visit: (start: number, end: number, hash: number) => void): void {
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
  eachWord(text, span, (start, end, hash) => visit(vocabulary.termAt(text, start, end, hash), start, end));
}

/** Where the words of a stretch of a text stand; offsets into `text`. */
export function spansOfWords(text: string, span: Span): readonly Span[] {
  const spans: Span[] = [];
  eachWord(text, span, (start, end) => spans.push({ start, end }));
  return spans;
}

/** The terms of the words of a stretch of a text, in their order. */
export function termsIn(text: string, span: Span): readonly number[] {
  const terms: number[] = [];
  eachTerm(text, span, (term) => terms.push(term));
  return terms;
}
