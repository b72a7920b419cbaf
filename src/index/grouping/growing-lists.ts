import { widened } from './growing.ts';

/**
 * Many growing lists of whole numbers, numbered from 0, in one column: an object for each would take ten times the room.
 * Their order is of no meaning.
 */
export class GrowingLists {
  /** Where all of them stand; a list begins at {@link startOf}. Another column after something was added. */
  items = new Int32Array(1024);
  #used = 0;
  #starts = new Int32Array(64);
  #sizes = new Int32Array(64);
  /** Of each list the logarithm of its room, and 1; 0 where it has none. */
  #rooms = new Uint8Array(64);
  /** Runs that are free, by the logarithm of their room. */
  readonly #free: number[][] = Array.from({ length: 32 }, () => []);

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
  }

  /** Adds to a list that has the room. */
  append(list: number, item: number): void {
    this.items[this.#starts[list]! + this.#sizes[list]!++] = item;
  }

  sizeOf(list: number): number {
    return this.#sizes[list] ?? 0;
  }

  startOf(list: number): number {
    return this.#starts[list] ?? 0;
  }

  add(list: number, item: number): void {
    if (list >= this.#sizes.length) this.#reach(list);
    const size = this.#sizes[list]!;
    const room = this.#rooms[list]!;
    if (room === 0 || size === 1 << (room - 1)) this.#move(list, room);
    this.items[this.#starts[list]! + size] = item;
    this.#sizes[list] = size + 1;
  }

  /** Takes an item out, once; the last one comes to its place. */
  remove(list: number, item: number): void {
    const start = this.startOf(list);
    const at = this.items.subarray(start, start + this.sizeOf(list)).indexOf(item);
    if (at >= 0) this.removeAt(list, at);
  }

  /** Takes the item at a place of a list out; the last one comes there. */
  removeAt(list: number, place: number): void {
    const start = this.startOf(list);
    const size = this.sizeOf(list);
    this.items[start + place] = this.items[start + size - 1]!;
    this.#sizes[list] = size - 1;
    if (size === 1) this.clear(list);
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
      this.#free[room - 1]!.push(before);
    }
    this.#starts[list] = start;
    this.#rooms[list] = room + 1;
  }

  #claimed(room: number): number {
    const start = this.#used;
    this.#used += room;
    if (this.#used > this.items.length) this.items = widened(this.items, this.#used);
    return start;
  }

  #reach(list: number): void {
    this.#starts = widened(this.#starts, list + 1);
    this.#sizes = widened(this.#sizes, list + 1);
    this.#rooms = widened(this.#rooms, list + 1);
  }
}
