import { newSecret } from '../../hashing.ts';
import { columnAs } from '../pages.ts';
import { type Carrier, mustBeWithin, mustHold } from '../stored/carrier.ts';
import { widened } from './growing.ts';

/** Numbers what it meets from 0 on: a hash table of numbers in typed arrays, open addressing, linear probing. */
export class Numbering {
  /** The key of each number. */
  #keys = new Float64Array(1024);
  /** At the place of each key its number and 1, 0 where there is none. */
  #table = new Int32Array(2048);
  #count = 0;
  /** By what keys are spread over the places: the same in the next process, which takes the table up. */
  #secret = newSecret();

  carried(by: Carrier): void {
    this.#keys = by.column(this.#keys.subarray(0, this.#count));
    this.#table = by.column(this.#table);
    this.#secret = by.number(this.#secret);
    this.#count = this.#keys.length;
    if (!by.isBack) return;
    mustBeWithin(this.#table, this.#count + 1);
    // Whoever looks for a key goes round all places and stops at one that is free.
    const { length } = this.#table;
    mustHold(length > 0 && (length & (length - 1)) === 0 && this.#table.includes(0));
  }

  /** How many different keys it met. */
  get count(): number {
    return this.#count;
  }

  /** The number of a key, a new one where it was not met before. */
  of(key: number): number {
    const at = this.#placeOf(key);
    const known = this.#table[at]!;
    if (known > 0) return known - 1;
    if (this.#count === this.#keys.length) this.#keys = widened(this.#keys, this.#count + 1);
    this.#keys[this.#count] = key;
    this.#table[at] = ++this.#count;
    if (3 * this.#count > 2 * this.#table.length) this.#grow();
    return this.#count - 1;
  }

  /** Where a key is, or would be. */
  #placeOf(key: number): number {
    const mask = this.#table.length - 1;
    let at = hashOf(key, this.#secret) & mask;
    while (this.#table[at]! > 0 && this.#keys[this.#table[at]! - 1] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    this.#table = columnAs(this.#table, 2 * this.#table.length);
    for (let number = 0; number < this.#count; number++) this.#table[this.#placeOf(this.#keys[number]!)] = number + 1;
  }
}

/**
 * A hash of a whole number below 2^53 and above -2^53.
 *
 * @param secret where it is not known to whoever chose the numbers, they cannot be chosen to fall into one place
 */
export function hashOf(key: number, secret: number): number {
  const low = Math.imul(key | 0, secret | 1);
  const high = Math.imul(Math.floor(key / 4_294_967_296) | 0, Math.imul(secret, 0x9e3779b1) | 1);
  let hash = Math.imul(low + high, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
