import { spread } from '../hashing.ts';
import { copyOf, withRoom } from './growing.ts';

/**
 * The distinct words of all records, numbered in order of first appearance (so that frequent words have small
 * numbers). All letters stand in one array, found again through a hash table with open addressing: no string is made.
 */
export class Lexicon {
  size = 0;
  /** Word `i` is `letters` from `at[i]` up to `at[i + 1]`, in UTF-16 code units. */
  letters = new Uint16Array(1 << 14);
  at = new Uint32Array(1 << 11);
  /** Per word: the letters it has, see {@link letterBit}. */
  has = new Int32Array(1 << 11);
  /** Per word: how many records hold it. */
  records = new Int32Array(1 << 11);
  #hashes = new Int32Array(1 << 11);
  /** Number of the word plus one; 0 is free. */
  #table = new Int32Array(1 << 12);

  /** The same words by the same numbers; either may have more from then on. */
  copy(): Lexicon {
    const copy = new Lexicon();
    copy.size = this.size;
    copy.letters = copyOf(this.letters);
    copy.at = copyOf(this.at);
    copy.has = copyOf(this.has);
    copy.records = copyOf(this.records);
    copy.#hashes = copyOf(this.#hashes);
    copy.#table = copyOf(this.#table);
    return copy;
  }

  /** The number of a word, a new one for a new word. */
  add(units: Uint16Array, length: number, hash: number): number {
    const slot = this.#slotOf(units, length, hash);
    const known = (this.#table[slot] as number) - 1;
    if (known >= 0) return known;
    const word = this.size++;
    const start = this.at[word] as number;
    this.letters = withRoom(this.letters, start + length);
    this.at = withRoom(this.at, word + 2);
    this.has = withRoom(this.has, word + 1);
    this.records = withRoom(this.records, word + 1);
    this.#hashes = withRoom(this.#hashes, word + 1);
    let has = 0;
    for (let i = 0; i < length; i++) {
      const unit = units[i] as number;
      this.letters[start + i] = unit;
      has |= letterBit(unit);
    }
    this.at[word + 1] = start + length;
    this.has[word] = has;
    this.#hashes[word] = hash;
    this.#table[slot] = word + 1;
    if (this.size * 2 > this.#table.length) this.#rehash();
    return word;
  }

  /** The number of a word, −1 when no record has it. */
  find(units: Uint16Array, length: number, hash: number): number {
    return (this.#table[this.#slotOf(units, length, hash)] as number) - 1;
  }

  lengthOf(word: number): number {
    return (this.at[word + 1] as number) - (this.at[word] as number);
  }

  #slotOf(units: Uint16Array, length: number, hash: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    let slot = spread(hash) & mask;
    for (;;) {
      const word = (table[slot] as number) - 1;
      if (word < 0 || (this.#hashes[word] === hash && this.#is(word, units, length))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #is(word: number, units: Uint16Array, length: number): boolean {
    const start = this.at[word] as number;
    if ((this.at[word + 1] as number) - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.letters[start + i] !== units[i]) return false;
    return true;
  }

  #rehash(): void {
    const table = new Int32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let word = 0; word < this.size; word++) {
      const hash = this.#hashes[word] as number;
      let slot = spread(hash) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = word + 1;
    }
    this.#table = table;
  }
}

/** The bit of a letter in a set of 32: letters of a to z have their own, others share them by code. */
export function letterBit(unit: number): number {
  return 1 << (unit & 31);
}
