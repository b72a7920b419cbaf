import type { Paused } from './paused.ts';

/** Of each of some things a list of numbers, all of them in one column. */
export class Lists {
  readonly #ends: Int32Array;
  readonly #numbers: Int32Array;

  /**
   * @param ends where the list of each thing ends among the numbers
   * @param numbers the lists behind each other
   */
  constructor(ends: Int32Array, numbers: Int32Array) {
    this.#ends = ends;
    this.#numbers = numbers;
  }

  /** How many lists there are. */
  get length(): number {
    return this.#ends.length;
  }

  /** The list of a thing; of one that is not there an empty one. */
  of(thing: number): Int32Array {
    return this.#numbers.subarray(this.#ends[thing - 1] ?? 0, this.#ends[thing] ?? 0);
  }

  /**
   * Of each number the things whose lists it is in, in their order, with pauses.
   *
   * @param count the numbers are below it; those below 0 are nothing
   */
  *inverse(count: number): Paused<Lists> {
    const ends = new Int32Array(count + 1);
    for (let thing = 0; thing < this.length; thing++) {
      for (const number of this.of(thing)) if (number >= 0) ends[number + 1]!++;
      if (thing % STRETCH === 0) yield;
    }
    for (let number = 0; number < count; number++) ends[number + 1]! += ends[number]!;
    const things = new Int32Array(ends[count]!);
    // Where each begins becomes where it ends.
    for (let thing = 0; thing < this.length; thing++) {
      for (const number of this.of(thing)) if (number >= 0) things[ends[number]!++] = thing;
      if (thing % STRETCH === 0) yield;
    }
    return new Lists(ends.subarray(0, count), things);
  }
}

/** So many lists are read between two pauses. */
const STRETCH = 4096;

/** In which articles something occurs, and how often in each. A map is one. */
export interface Occurrences extends Iterable<readonly [article: number, count: number]> {
  readonly size: number;
  get(article: number): number | undefined;
  has(article: number): boolean;
  keys(): Iterable<number>;
  values(): Iterable<number>;
}

/** Occurrences in columns, the articles in order. */
export class CountedIn implements Occurrences {
  readonly #articles: Int32Array;
  readonly #counts: Int32Array;

  constructor(articles: Int32Array, counts: Int32Array) {
    this.#articles = articles;
    this.#counts = counts;
  }

  get size(): number {
    return this.#articles.length;
  }

  get(article: number): number | undefined {
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#articles[middle]! < article) low = middle + 1;
      else high = middle;
    }
    return this.#articles[low] === article ? this.#counts[low] : undefined;
  }

  has(article: number): boolean {
    return this.get(article) !== undefined;
  }

  keys(): Int32Array {
    return this.#articles;
  }

  values(): Int32Array {
    return this.#counts;
  }

  *[Symbol.iterator](): Generator<readonly [number, number]> {
    for (let i = 0; i < this.size; i++) yield [this.#articles[i]!, this.#counts[i]!];
  }
}

/** Of each of some things where it occurs. */
export class OccurrencesOf {
  readonly #articles: Lists;
  readonly #counts: Lists;

  /** @param counts how often, list by list as the articles */
  constructor(articles: Lists, counts: Lists) {
    this.#articles = articles;
    this.#counts = counts;
  }

  of(thing: number): Occurrences {
    return new CountedIn(this.#articles.of(thing), this.#counts.of(thing));
  }
}
