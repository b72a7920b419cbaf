import type { Carrier } from '../stored/carrier.ts';

/** Numbers what it meets from 0 on: a hash table of numbers in typed arrays, open addressing, linear probing. */
export class Numbering {
  #keys = new Float64Array(1024);
  #numbers = new Int32Array(1024).fill(-1);
  #count = 0;

  carried(by: Carrier): void {
    this.#keys = by.column(this.#keys);
    this.#numbers = by.column(this.#numbers);
    this.#count = by.number(this.#count);
    // Looking for what is not there ends at a place that is free.
    if (!(this.#keys.length === this.#numbers.length && this.#numbers.includes(-1)))
      throw new RangeError('this is no table of numbers');
  }

  /** How many different keys it met. */
  get count(): number {
    return this.#count;
  }

  /** The number of a key, a new one where it was not met before. */
  of(key: number): number {
    const at = this.#placeOf(key);
    const known = this.#numbers[at]!;
    if (known >= 0) return known;
    this.#keys[at] = key;
    this.#numbers[at] = this.#count++;
    if (3 * this.#count > 2 * this.#keys.length) this.#grow();
    return this.#count - 1;
  }

  /** Where a key is, or would be. */
  #placeOf(key: number): number {
    const mask = this.#keys.length - 1;
    let at = hashOf(key) & mask;
    while (this.#numbers[at]! >= 0 && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Float64Array(2 * keys.length);
    this.#numbers = new Int32Array(2 * keys.length).fill(-1);
    for (let i = 0; i < keys.length; i++) {
      if (numbers[i]! < 0) continue;
      const at = this.#placeOf(keys[i]!);
      this.#keys[at] = keys[i]!;
      this.#numbers[at] = numbers[i]!;
    }
  }
}

/** A hash of a whole number below 2^53 and above -2^53. */
export function hashOf(key: number): number {
  const low = key | 0;
  const high = Math.floor(key / 4_294_967_296) | 0;
  let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
