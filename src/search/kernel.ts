import { type Lexicon, letterBit } from './lexicon.ts';

/** How a word of the corpus matches a typed one, best first. `ACROSS` is two neighbouring words that make it up. */
export const WHOLE = 0;
export const PREFIX = 1;
export const INSIDE = 2;
export const ACROSS = 3;
export const WHOLE_BUT_ONE = 4;
export const PREFIX_BUT_ONE = 5;
export const WHOLE_BUT_TWO = 6;
export const PREFIX_BUT_TWO = 7;
export const TIERS = 8;

/** Longer typed words are compared by their first letters: a column of them must fit an integer with its sums. */
export const LONGEST_TYPED = 30;
/** A typed word shorter than this is not looked for inside words, where it would be everywhere. */
const SHORTEST_INSIDE = 3;

/** Errors allowed in a typed word: none up to 3 letters, one up to 6, two from 7. */
export function errorsAllowed(typed: string): number {
  return typed.length <= 3 ? 0 : typed.length <= 6 ? 1 : 2;
}

/** Words of the lexicon by how they match; `tiers[WHOLE]` and so on. */
export type WordTiers = readonly (readonly number[])[];

/** The words that hold a typed word as it is: as the whole of it, at its beginning, inside. */
export function holding(lexicon: Lexicon, typed: string): WordTiers {
  const { letters, at, has, size } = lexicon;
  const pattern = unitsOf(typed);
  const length = pattern.length;
  const set = setOf(pattern);
  const tiers: number[][] = [[], [], []];
  for (let word = 0; word < size; word++) {
    if ((set & ~(has[word] as number)) !== 0) continue;
    const start = at[word] as number;
    const end = at[word + 1] as number;
    const last = length < SHORTEST_INSIDE ? Math.min(start, end - length) : end - length;
    for (let from = start; from <= last; from++) {
      let i = 0;
      while (i < length && letters[from + i] === pattern[i]) i++;
      if (i < length) continue;
      tiers[from > start ? INSIDE : end - start === length ? WHOLE : PREFIX]?.push(word);
      break;
    }
  }
  return tiers;
}

/**
 * The words that come near a typed word, by errors: insertions, deletions, substitutions and swaps of neighbours,
 * counted against the whole word or against its beginning. Bit-parallel, a column of the table an integer: Myers
 * 1999 with the swaps of Hyyrö 2003 (optimal string alignment). Words that hold it as typed are left out.
 *
 * @param errors 1 or 2
 */
export function nearing(lexicon: Lexicon, typed: string, errors: number): WordTiers {
  const { letters, at, has, size } = lexicon;
  const pattern = unitsOf(typed);
  const length = pattern.length;
  const set = setOf(pattern);
  const full = 2 ** length - 1;
  const top = 1 << (length - 1);
  const masks = new Masks(pattern);
  const tiers: number[][] = Array.from({ length: TIERS }, () => []);
  for (let word = 0; word < size; word++) {
    // A word that lacks more of the typed letters than there may be errors cannot match: most end here.
    let lacking = set & ~(has[word] as number);
    let lacks = 0;
    for (; lacking !== 0 && lacks <= errors; lacking &= lacking - 1) lacks++;
    if (lacks > errors) continue;
    const start = at[word] as number;
    const end = at[word + 1] as number;
    if (end - start < length - errors) continue;
    const stop = Math.min(end, start + length + errors);
    let positive = full;
    let negative = 0;
    let diagonal = 0;
    let before = 0;
    let distance = length;
    let nearest = length;
    for (let i = start; i < stop; i++) {
      const here = masks.of(letters[i] as number);
      const swap = ((~diagonal & here) << 1) & before;
      diagonal = (((here & positive) + positive) ^ positive) | here | negative | swap;
      let up = negative | (~(diagonal | positive) & full);
      let down = diagonal & positive;
      if ((up & top) !== 0) distance++;
      else if ((down & top) !== 0) distance--;
      if (distance < nearest) nearest = distance;
      up = ((up << 1) | 1) & full;
      down = (down << 1) & full;
      positive = down | (~(diagonal | up) & full);
      negative = up & diagonal;
      before = here;
    }
    if (nearest > errors || nearest === 0) continue;
    const whole = stop === end && distance === nearest;
    const one = whole ? WHOLE_BUT_ONE : PREFIX_BUT_ONE;
    tiers[nearest === 1 ? one : one + 2]?.push(word);
  }
  return tiers;
}

/** For each word which beginnings of a typed word it ends with, and which endings it begins with. */
export interface Halves {
  /** Bit `i`: the word ends with the first `i` letters. */
  readonly endsWith: Int32Array;
  /** Bit `i`: the word begins with all letters from the `i`th on. */
  readonly beginsWith: Int32Array;
  /** Every letter of both parts, 2 letters at least each: the bits that count. */
  readonly cuts: number;
}

/** The shortest part of a word written as two, and of two written as one. */
const SHORTEST_HALF = 2;

/** What two neighbouring words must be for a typed word to run across them ("foobar" in "foo bar"). */
export function halvesOf(lexicon: Lexicon, typed: string): Halves {
  const { letters, at, size } = lexicon;
  const pattern = unitsOf(typed);
  const length = pattern.length;
  const endsWith = new Int32Array(size);
  const beginsWith = new Int32Array(size);
  let cuts = 0;
  for (let cut = SHORTEST_HALF; cut <= length - SHORTEST_HALF; cut++) cuts |= 1 << cut;
  for (let word = 0; word < size; word++) {
    const start = at[word] as number;
    const end = at[word + 1] as number;
    const longest = Math.min(end - start, length - SHORTEST_HALF);
    let ends = 0;
    let begins = 0;
    for (let part = SHORTEST_HALF; part <= longest; part++) {
      let i = 0;
      while (i < part && letters[end - part + i] === pattern[i]) i++;
      if (i === part) ends |= 1 << part;
      i = 0;
      while (i < part && letters[start + i] === pattern[length - part + i]) i++;
      if (i === part) begins |= 1 << (length - part);
    }
    endsWith[word] = ends;
    beginsWith[word] = begins;
  }
  return { endsWith, beginsWith, cuts };
}

/** Which places of a pattern a letter stands at, as bits. */
export class Masks {
  readonly #low = new Int32Array(128);
  readonly #high = new Map<number, number>();

  constructor(pattern: Uint16Array) {
    pattern.forEach((unit, i) => {
      if (unit < 128) this.#low[unit] = (this.#low[unit] as number) | (1 << i);
      else this.#high.set(unit, (this.#high.get(unit) ?? 0) | (1 << i));
    });
  }

  of(unit: number): number {
    return unit < 128 ? (this.#low[unit] as number) : (this.#high.get(unit) ?? 0);
  }
}

/** The UTF-16 code units of a typed word, as many as a machine word has bits for. */
export function unitsOf(typed: string): Uint16Array {
  const length = Math.min(typed.length, LONGEST_TYPED);
  return Uint16Array.from({ length }, (_, i) => typed.charCodeAt(i));
}

function setOf(pattern: Uint16Array): number {
  let set = 0;
  for (const unit of pattern) set |= letterBit(unit);
  return set;
}
