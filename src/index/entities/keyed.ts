import { Numbering } from '../grouping/numbering.ts';
import type { Carrier } from '../stored/carrier.ts';

/** Values that share keys: most keys only one has. Keys are kept as 52 bits of their letters. */
export class Keyed<Value extends object> {
  readonly #numbering = new Numbering();
  /** Of each key the value that has it, or those that have. */
  readonly #values: (Value | Set<Value> | undefined)[] = [];

  /** The numbers of the keys, without the values. */
  carried(by: Carrier): void {
    this.#numbering.carried(by);
  }

  /** The number of a key. */
  numberOf(key: string): number {
    return this.#numbering.of(hashOf(key));
  }

  add(key: number, value: Value): void {
    const known = this.#values[key];
    if (known instanceof Set) known.add(value);
    else if (known === undefined) this.#values[key] = value;
    else if (known !== value) this.#values[key] = new Set([known, value]);
  }

  remove(key: number, value: Value): void {
    const known = this.#values[key];
    if (known === value) this.#values[key] = undefined;
    else if (known instanceof Set && known.delete(value) && known.size === 0) this.#values[key] = undefined;
  }

  has(key: number): boolean {
    return this.#values[key] !== undefined;
  }

  /** Visits the values that have a key, in the order in which they came. */
  each(key: number, visit: (value: Value) => void): void {
    const known = this.#values[key];
    if (known instanceof Set) known.forEach(visit);
    else if (known !== undefined) visit(known);
  }
}

/** Two hashes of the letters of a key, in one whole number below 2^52. */
function hashOf(key: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b1;
  for (let i = 0; i < key.length; i++) {
    const letter = key.charCodeAt(i);
    low = Math.imul(low ^ letter, 0x01000193);
    high = Math.imul(high ^ letter, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
}
