import { type Carrier, mustBeWithin, mustHold } from '../stored/carrier.ts';
import { widened } from './growing.ts';

type Column = Uint16Array | Int32Array | Float64Array;

/** Runs of numbers, numbered from 0, behind each other in columns of one length: term and weight, say. */
export class Runs<Columns extends readonly Column[]> {
  #columns: Columns;
  #starts = new Int32Array(64);
  #sizes = new Int32Array(64);
  #used = 0;
  #alive = 0;

  /** @param empty columns of the kinds */
  constructor(empty: Columns) {
    this.#columns = empty;
  }

  carried(by: Carrier): void {
    this.#columns = this.#columns.map((column) => by.column(column.subarray(0, this.#used))) as unknown as Columns;
    this.#used = this.#columns[0]!.length;
    this.#starts = by.column(this.#starts);
    this.#sizes = by.column(this.#sizes);
    this.#alive = by.number(this.#alive);
    if (by.isBack) this.#check();
  }

  /** Each stands within the columns, and none over another: to go over all of them takes as long as there are numbers. */
  #check(): void {
    const [used, runs] = [this.#used, this.#starts.length];
    mustHold(this.#columns.every(({ length }) => length === used) && this.#sizes.length === runs);
    mustBeWithin(this.#sizes, used + 1);
    let alive = 0;
    for (let run = 0; run < runs; run++) {
      // Where one of nothing stood has no meaning.
      if (this.#sizes[run] === 0) continue;
      mustHold(this.#starts[run]! >= 0 && this.#starts[run]! + this.#sizes[run]! <= used);
      alive += this.#sizes[run]!;
    }
    mustHold(alive === this.#alive && alive <= used);
  }

  /** Numbers of runs are below this. */
  get limit(): number {
    return this.#starts.length;
  }

  /** Others after {@link set}. */
  get columns(): Columns {
    return this.#columns;
  }

  startOf(run: number): number {
    return this.#starts[run] ?? 0;
  }

  endOf(run: number): number {
    return this.startOf(run) + (this.#sizes[run] ?? 0);
  }

  sizeOf(run: number): number {
    return this.#sizes[run] ?? 0;
  }

  /** Puts numbers in the place of a run, as many for each column. */
  set(run: number, ...numbers: { readonly [C in keyof Columns]: ArrayLike<number> }): void {
    this.#starts = widened(this.#starts, run + 1);
    this.#sizes = widened(this.#sizes, run + 1);
    const size = numbers[0]!.length;
    this.#alive += size - this.#sizes[run]!;
    this.#sizes[run] = 0;
    if (this.#used + size > this.#columns[0]!.length && this.#used > 2 * this.#alive) this.#close();
    this.#columns = this.#columns.map((column) => widened(column, this.#used + size)) as unknown as Columns;
    numbers.forEach((its, c) => {
      this.#columns[c]!.set(its, this.#used);
    });
    this.#starts[run] = this.#used;
    this.#sizes[run] = size;
    this.#used += size;
  }

  /** Takes the room back that runs have left. */
  #close(): void {
    const order = Array.from(this.#sizes, (_, run) => run)
      .filter((run) => this.#sizes[run]! > 0)
      .sort((a, b) => this.#starts[a]! - this.#starts[b]!);
    this.#used = 0;
    for (const run of order) {
      const [start, size] = [this.#starts[run]!, this.#sizes[run]!];
      for (const column of this.#columns) column.copyWithin(this.#used, start, start + size);
      this.#starts[run] = this.#used;
      this.#used += size;
    }
  }
}
