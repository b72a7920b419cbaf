import type { Ref } from '../../model.ts';
import type { Paused } from '../paused.ts';

/** Of each of some numbers the places where it stands in the columns of all articles, in order; references are made when asked for. */
export class Places {
  /** Where the places of each number begin, and where the last ends. */
  readonly #from: Int32Array;
  readonly #articles: Int32Array;
  readonly #items: Int32Array;

  private constructor(from: Int32Array, articles: Int32Array, items: Int32Array) {
    this.#from = from;
    this.#articles = articles;
    this.#items = items;
  }

  /**
   * @param columns per article, per item: a number, or -1 for none
   * @param count the numbers are below it
   */
  static *of(columns: readonly Int32Array[], count: number): Paused<Places> {
    const from = new Int32Array(count + 1);
    for (const column of columns) {
      for (const number of column) if (number >= 0) from[number + 1]!++;
      yield;
    }
    for (let number = 0; number < count; number++) from[number + 1]! += from[number]!;
    const next = from.slice();
    const articles = new Int32Array(from[count]!);
    const items = new Int32Array(from[count]!);
    for (const [article, column] of columns.entries()) {
      for (let item = 0; item < column.length; item++) {
        const number = column[item]!;
        if (number < 0) continue;
        const at = next[number]!++;
        articles[at] = article;
        items[at] = item;
      }
      yield;
    }
    return new Places(from, articles, items);
  }

  /** How many places a number has. */
  count(number: number): number {
    return this.#from[number + 1]! - this.#from[number]!;
  }

  /** The places of a number. */
  refs(number: number): readonly Ref[] {
    const refs: Ref[] = [];
    for (let at = this.#from[number]!; at < this.#from[number + 1]!; at++)
      refs.push({ article: this.#articles[at]!, item: this.#items[at]! });
    return refs;
  }

  /** The first place of a number that has one. */
  first(number: number): Ref {
    const at = this.#from[number]!;
    return { article: this.#articles[at]!, item: this.#items[at]! };
  }
}
