import { NO_LETTERS, withLetter } from '../hashing.ts';
import type { Span } from '../model.ts';

/** A word of a text: where it stands, and the form in which it is compared. */
export interface Word extends Span {
  readonly folded: string;
}

/** The folded form is cut to this many UTF-16 code units. */
const LONGEST_WORD = 255;

// 0 is a code unit that no text had yet.
const SEPARATOR = 1;
const LETTER = 2;
const DIGIT = 3;
/** Part of a word that leaves nothing: an accent that stands alone. */
const NOTHING = 4;
/** Folds to several code units, listed in `SEVERAL`. */
const MANY = 5;
/** Half of a character that needs two code units. */
const SURROGATE = 6;

/** Per code unit: what it is, and what it folds to. Filled as texts need them: all 65,536 at once would cost a start. */
const KIND = new Uint8Array(0x10000);
const FOLDED = new Uint16Array(0x10000);
const SEVERAL = new Map<number, readonly number[]>();
const STOP = 46;

/** Letters without a decomposition that readers type as plain ones. */
const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ŧ: 't', ß: 'ss', æ: 'ae', œ: 'oe', ς: 'σ' }),
);

/** What a character folds to: '' inside words, undefined outside of them. */
export function foldCharacter(char: string): string | undefined {
  if (!/^[\p{L}\p{M}\p{N}]$/u.test(char)) return undefined;
  const parts = Array.from(char.toLowerCase().normalize('NFKD').toLowerCase());
  return parts.map((part) => PLAIN.get(part) ?? (/^[\p{L}\p{N}]$/u.test(part) ? part : '')).join('');
}

function learn(unit: number): number {
  const kind = kindOf(unit);
  KIND[unit] = kind;
  return kind;
}

function kindOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  const char = String.fromCharCode(unit);
  const folded = foldCharacter(char);
  if (folded === undefined) return SEPARATOR;
  if (folded === '') return NOTHING;
  FOLDED[unit] = folded.charCodeAt(0);
  if (folded.length > 1) SEVERAL.set(unit, unitsOf(folded));
  if (folded.length > 1) return MANY;
  return /\p{L}/u.test(char) ? LETTER : DIGIT;
}

function unitsOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

/** What a character of two code units folds to, remembered. */
function severalOf(point: number): readonly number[] | undefined {
  let units = SEVERAL.get(point);
  if (!units) {
    const folded = foldCharacter(String.fromCodePoint(point));
    if (folded === undefined) return undefined;
    units = unitsOf(folded);
    SEVERAL.set(point, units);
  }
  return units;
}

/**
 * Reads the words of texts, one after another and folded, without making a string of any: a word is letters, marks
 * and digits in a row, or initials joined by full stops (U.S., C.I.A.). Folding takes away case, accents, width and
 * those full stops (Erdoğan = erdogan, U.S. = us, ＮＡＴＯ = nato).
 */
export class WordReader {
  /** The folded word: the first `length` code units. */
  readonly units = new Uint16Array(LONGEST_WORD);
  length = 0;
  /** Of the folded word, see `withLetter`. */
  hash = 0;
  /** Where the word stands in the text. */
  start = 0;
  end = 0;
  #text = '';
  #at = 0;

  open(text: string): void {
    this.#text = text;
    this.#at = 0;
  }

  /** Goes to the next word; false when there is none. */
  next(): boolean {
    const text = this.#text;
    const n = text.length;
    let at = this.#at;
    for (;;) {
      while (at < n) {
        const unit = text.charCodeAt(at);
        const kind = (KIND[unit] || learn(unit)) as number;
        if (kind !== SEPARATOR && !(kind === SURROGATE && this.#astral(at) === undefined)) break;
        at++;
      }
      this.start = at;
      if (at >= n) {
        this.#at = n;
        return false;
      }
      at = this.#isInitial(at) && this.#isInitial(at + 2) ? this.#readInitials(at) : this.#readWord(at);
      if (this.length === 0) continue;
      this.#at = at;
      this.end = at;
      return true;
    }
  }

  #readWord(from: number): number {
    const text = this.#text;
    const n = text.length;
    const units = this.units;
    let length = 0;
    let hash = NO_LETTERS;
    let at = from;
    for (; at < n; at++) {
      const unit = text.charCodeAt(at);
      const kind = (KIND[unit] || learn(unit)) as number;
      if (kind === LETTER || kind === DIGIT) {
        const folded = FOLDED[unit] as number;
        if (length === LONGEST_WORD) continue;
        units[length++] = folded;
        hash = withLetter(hash, folded);
        continue;
      }
      if (kind === SEPARATOR) break;
      if (kind === NOTHING) continue;
      const several = kind === MANY ? SEVERAL.get(unit) : this.#astral(at);
      if (!several) break;
      if (kind === SURROGATE) at++;
      for (const folded of several) {
        if (length === LONGEST_WORD) break;
        units[length++] = folded;
        hash = withLetter(hash, folded);
      }
    }
    this.length = length;
    this.hash = hash;
    return at;
  }

  #readInitials(from: number): number {
    let length = 0;
    let hash = NO_LETTERS;
    let at = from;
    for (; this.#isInitial(at); at += 2) {
      if (length === LONGEST_WORD) continue;
      const folded = FOLDED[this.#text.charCodeAt(at)] as number;
      this.units[length++] = folded;
      hash = withLetter(hash, folded);
    }
    this.length = length;
    this.hash = hash;
    return at;
  }

  /** Whether a letter and a full stop stand here. */
  #isInitial(at: number): boolean {
    if (at + 1 >= this.#text.length || this.#text.charCodeAt(at + 1) !== STOP) return false;
    const unit = this.#text.charCodeAt(at);
    return (KIND[unit] || learn(unit)) === LETTER;
  }

  /** What the character of two code units here folds to; undefined when it is none, or no part of a word. */
  #astral(at: number): readonly number[] | undefined {
    const point = this.#text.codePointAt(at) ?? 0;
    return point > 0xffff ? severalOf(point) : undefined;
  }
}

const reader = new WordReader();

/** The words of a text in order; offsets in UTF-16 code units. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  reader.open(text);
  while (reader.next()) words.push({ start: reader.start, end: reader.end, folded: wordRead(reader) });
  return words;
}

/** The folded form of all the words of a text put together. */
export function fold(text: string): string {
  return wordsOf(text)
    .map(({ folded }) => folded)
    .join('');
}

/** Per code unit of a word's folded form, and one more for its end: where in the word it comes from. */
export function foldedPlaces(word: string): readonly number[] {
  const places: number[] = [];
  let at = 0;
  for (const char of word) {
    const folded = foldCharacter(char) ?? '';
    for (let i = 0; i < folded.length; i++) places.push(at);
    at += char.length;
  }
  places.push(word.length);
  return places;
}

function wordRead({ units, length }: WordReader): string {
  return String.fromCharCode(...units.subarray(0, length));
}
