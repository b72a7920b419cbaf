import type { Paused } from '../paused.ts';
import type { Carrier } from '../stored/carrier.ts';
import { widened } from './growing.ts';

/** So many lists, then others have their turn. */
const OFTEN = 4096;

/**
 * Many growing lists of whole numbers, numbered from 0, in one column: an object for each would take ten times the room.
 * Their order is of no meaning. A number may have a value, in another column.
 */
export class GrowingLists {
  /** Where all of them stand; a list begins at {@link startOf}. Another column after something was added. */
  items = new Int32Array(1024);
  /** Their values, at the same places. */
  values: Float32Array;
  readonly #isValued: boolean;
  #used = 0;
  #starts = new Int32Array(64);
  #sizes = new Int32Array(64);
  /** Of each list the logarithm of its room, and 1; 0 where it has none. */
  #rooms = new Uint8Array(64);
  /** Runs that are free, by the logarithm of their room. */
  readonly #free: number[][] = Array.from({ length: 32 }, () => []);

  /** @param isValued whether numbers have values */
  constructor(isValued = false) {
    this.#isValued = isValued;
    this.values = new Float32Array(isValued ? this.items.length : 0);
  }

  /** Without values. */
  *carried(by: Carrier): Paused<void> {
    const items = new Int32Array(by.isBack ? 0 : this.#sizes.reduce((sum, size) => sum + size, 0));
    let end = 0;
    for (let list = 0; list < this.#sizes.length && !by.isBack; list++) {
      const [start, size] = [this.#starts[list]!, this.#sizes[list]!];
      for (let at = start; at < start + size; at++) items[end++] = this.items[at]!;
    }
    const sizes = by.column(this.#sizes);
    const all = by.column(items);
    if (!by.isBack) return;
    this.reserve(sizes);
    for (let list = 0, at = 0; list < sizes.length; list++) {
      for (const after = at + sizes[list]!; at < after; at++) this.add(list, all[at]!);
      if (list % OFTEN === 0) yield;
    }
  }

  /** Gives lists that are all empty the room that they will have need of. */
  reserve(sizes: Int32Array): void {
    const { length } = sizes;
    this.#starts = new Int32Array(length);
    this.#sizes = new Int32Array(length);
    this.#rooms = new Uint8Array(length);
    for (let list = 0; list < length; list++) {
      if (sizes[list] === 0) continue;
      const room = 32 - Math.clz32(sizes[list]! - 1);
      this.#rooms[list] = room + 1;
      this.#starts[list] = this.#used;
      this.#used += 1 << room;
    }
    this.items = widened(this.items, this.#used);
    if (this.#isValued) this.values = widened(this.values, this.items.length);
  }

  sizeOf(list: number): number {
    return this.#sizes[list] ?? 0;
  }

  startOf(list: number): number {
    return this.#starts[list] ?? 0;
  }

  add(list: number, item: number, value = 0): void {
    if (list >= this.#sizes.length) this.#reach(list);
    const size = this.#sizes[list]!;
    const room = this.#rooms[list]!;
    if (room === 0 || size === 1 << (room - 1)) this.#move(list, room);
    this.items[this.#starts[list]! + size] = item;
    if (this.#isValued) this.values[this.#starts[list]! + size] = value;
    this.#sizes[list] = size + 1;
  }

  /** Takes an item out, once; the last one comes to its place. */
  remove(list: number, item: number): void {
    const at = this.placeOf(list, item);
    if (at < 0) return;
    const size = this.sizeOf(list);
    const last = this.startOf(list) + size - 1;
    this.items[at] = this.items[last]!;
    if (this.#isValued) this.values[at] = this.values[last]!;
    this.#sizes[list] = size - 1;
    if (size === 1) this.clear(list);
  }

  /** Where an item of a list stands, -1 where it is none. */
  placeOf(list: number, item: number): number {
    const start = this.startOf(list);
    const end = start + this.sizeOf(list);
    for (let at = start; at < end; at++) if (this.items[at] === item) return at;
    return -1;
  }

  clear(list: number): void {
    const room = this.#rooms[list] ?? 0;
    if (room > 0) this.#free[room - 1]!.push(this.#starts[list]!);
    if (list < this.#sizes.length) {
      this.#sizes[list] = 0;
      this.#rooms[list] = 0;
    }
  }

  /** Gives a list twice the room. */
  #move(list: number, room: number): void {
    const start = this.#free[room]!.pop() ?? this.#claimed(1 << room);
    const before = this.#starts[list]!;
    if (room > 0) {
      this.items.copyWithin(start, before, before + this.#sizes[list]!);
      if (this.#isValued) this.values.copyWithin(start, before, before + this.#sizes[list]!);
      this.#free[room - 1]!.push(before);
    }
    this.#starts[list] = start;
    this.#rooms[list] = room + 1;
  }

  #claimed(room: number): number {
    const start = this.#used;
    this.#used += room;
    if (this.#used > this.items.length) this.items = widened(this.items, this.#used);
    if (this.#isValued) this.values = widened(this.values, this.items.length);
    return start;
  }

  #reach(list: number): void {
    this.#starts = widened(this.#starts, list + 1);
    this.#sizes = widened(this.#sizes, list + 1);
    this.#rooms = widened(this.#rooms, list + 1);
  }
}
