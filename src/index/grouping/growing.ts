import { columnAs, grown } from '../pages.ts';

/** A list of numbers that grows, in a typed array: a tenth of what a list of JavaScript takes where they are not small. */
export class Growing<Column extends Int32Array | Float64Array> {
  #column: Column;
  #length = 0;

  /** @param empty a column of the kind, of any length: what it holds is of no interest */
  constructor(empty: Column) {
    this.#column = empty;
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#column.length) {
      const larger = columnAs(this.#column, 2 * this.#length + 1024);
      larger.set(this.#column);
      this.#column = larger;
    }
    this.#column[this.#length++] = number;
  }

  /** The numbers as they stand here, until more come. */
  all(): Column {
    return this.#column.subarray(0, this.#length) as Column;
  }

  clear(): void {
    this.#length = 0;
  }

  /** The numbers, in a column of their own length. */
  finished(): Column {
    const all = columnAs(this.#column, this.#length);
    all.set(this.#column.subarray(0, this.#length));
    return all;
  }
}

/** A growing list of whole numbers. */
export function wholeNumbers(): Growing<Int32Array> {
  return new Growing(new Int32Array());
}

/** A growing list of any numbers. */
export function anyNumbers(): Growing<Float64Array> {
  return new Growing(new Float64Array());
}

/** A column that grew has room behind it for so many times its length: it is hardly ever copied again. */
const FARTHER = 16;

/** The same column where it is long enough, else a longer one that begins with it; the rest is 0, or `fill`. */
export function widened<Column extends Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array>(
  column: Column,
  least: number,
  fill = 0,
): Column {
  if (column.length >= least) return column;
  const longer = grown(column, Math.max(least, column.length + (column.length >> 3)));
  const length = Math.max(least, column.length + (column.length >> 1) + 64);
  const larger = longer ?? columnAs(column, length, FARTHER * length);
  if (!longer) larger.set(column);
  if (fill !== 0) larger.fill(fill, column.length);
  return larger;
}
