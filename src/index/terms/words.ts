import type { Span } from '../../model.ts';
import type { Paused } from '../paused.ts';
import type { Carrier } from '../stored/carrier.ts';
import { FUNCTION_WORDS, fold, stem } from './stem.ts';

const WORD = /[\p{L}\p{N}\p{M}]+(?:[-‐‑'’.,][\p{L}\p{N}\p{M}]+)*/gu;

/** Letters that words of one root share at their start. */
const ROOT = 5;

/** Every stem met so far and its number. Stems are the words of a language: their number levels off. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #rootNumbers = new Map<string, number>();
  /** Words as written to their term: most words of a text were met before. */
  readonly #known = new Map<string, number>();
  readonly stems: string[] = [];
  readonly functional: boolean[] = [];
  readonly roots: number[] = [];
  readonly hashes: number[] = [];

  /** The terms keep their numbers. */
  *carried(by: Carrier): Paused<void> {
    const stems = by.strings(this.stems);
    for (let i = this.stems.length; i < stems.length; i++) {
      this.#add(stems[i]!);
      if (i % OFTEN === 0) yield;
    }
  }

  termOf(written: string): number {
    let term = this.#known.get(written);
    if (term !== undefined) return term;
    const its = stem(fold(written));
    term = this.#numbers.get(its) ?? this.#add(its);
    this.#known.set(written, term);
    return term;
  }

  #add(its: string): number {
    const term = this.stems.length;
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
  return vocabulary.termOf(written);
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
