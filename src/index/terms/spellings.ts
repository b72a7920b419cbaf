import { spread } from '../../hashing.ts';
import { widened } from '../grouping/growing.ts';
import { columnAs } from '../pages.ts';

/**
 * Numbers words as they are written, from 0 on, where they stand in a text: of one that was met before no string is made.
 * A hash table in typed arrays, open addressing, linear probing; the letters of all words behind each other.
 */
export class Spellings {
  #letters = new Uint16Array(1 << 16);
  /** Where the letters of each word begin, one more at the end; and their hash. */
  #starts = new Int32Array(1024);
  #hashes = new Int32Array(1024);
  /** At the place of each word its number and 1, 0 where there is none. */
  #table = new Int32Array(4096);
  #count = 0;

  /** How many different ones it met. */
  get count(): number {
    return this.#count;
  }

  /**
   * The number of what stands in a text, the next one where it was not met before.
   *
   * @param hash `withLetter` (`hashing.ts`) of its code units
   */
  of(text: string, start: number, end: number, hash: number): number {
    const mask = this.#table.length - 1;
    const size = end - start;
    let at = spread(hash) & mask;
    for (let known = this.#table[at]!; known > 0; known = this.#table[at]!) {
      if (this.#hashes[known - 1] === hash && this.#isThere(known - 1, text, start, size)) return known - 1;
      at = (at + 1) & mask;
    }
    this.#table[at] = this.#count + 1;
    return this.#add(text, start, size, hash);
  }

  #isThere(number: number, text: string, start: number, size: number): boolean {
    const first = this.#starts[number]!;
    if (this.#starts[number + 1]! - first !== size) return false;
    for (let i = 0; i < size; i++) if (this.#letters[first + i] !== text.charCodeAt(start + i)) return false;
    return true;
  }

  #add(text: string, start: number, size: number, hash: number): number {
    const number = this.#count++;
    this.#hashes = widened(this.#hashes, number + 1);
    this.#starts = widened(this.#starts, number + 2);
    const first = this.#starts[number]!;
    this.#letters = widened(this.#letters, first + size);
    for (let i = 0; i < size; i++) this.#letters[first + i] = text.charCodeAt(start + i);
    this.#hashes[number] = hash;
    this.#starts[number + 1] = first + size;
    if (2 * this.#count > this.#table.length) this.#grow();
    return number;
  }

  #grow(): void {
    this.#table = columnAs(this.#table, 2 * this.#table.length);
    const mask = this.#table.length - 1;
    for (let number = 0; number < this.#count; number++) {
      const hash = this.#hashes[number]!;
      let at = spread(hash) & mask;
      while (this.#table[at]! > 0) at = (at + 1) & mask;
      this.#table[at] = number + 1;
    }
  }
}
