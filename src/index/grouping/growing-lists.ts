import { widened } from './growing.ts';

/** Room is told in so many bits; a list has fewer than 2 to the 26th items. */
const ROOM_BITS = 5;
const ROOMS = 1 << ROOM_BITS;

/**
 * Many growing lists of whole numbers, numbered from 0, in one column: an object for each would take ten times the room.
 * Most have one number, which stands in the place of where it would stand. Their order is of no meaning.
 */
export class GrowingLists {
  /** Where those of several stand, each from {@link startOf} on. Another column after something was added. */
  items = new Int32Array(1024);
  #used = 0;
  /**
   * Of each list where it begins, or the only number that it has; and its size times {@link ROOMS} and the logarithm of
   * its room and 1, 0 where it has none. They are beside each other: lists are looked up all over, and what is far apart is fetched one by one.
   */
  #lists = new Int32Array(128);
  /** Runs that are free, by the logarithm of their room. */
  readonly #free: number[][] = Array.from({ length: 32 }, () => []);

  /** Gives lists that are all empty the room that they will have need of. */
  reserve(sizes: Int32Array): void {
    const { length } = sizes;
    this.#lists = new Int32Array(2 * length);
    for (let list = 0; list < length; list++) {
      if (sizes[list]! < 2) continue;
      const room = 32 - Math.clz32(sizes[list]! - 1);
      this.#lists[2 * list] = this.#used;
      this.#lists[2 * list + 1] = room + 1;
      this.#used += 1 << room;
    }
    this.items = widened(this.items, this.#used);
  }

  /** Adds to a list that has the room. */
  append(list: number, item: number): void {
    const size = this.sizeOf(list);
    if (this.#roomOf(list) === 0) this.#lists[2 * list] = item;
    else this.items[this.startOf(list) + size] = item;
    this.#lists[2 * list + 1]! += ROOMS;
  }

  sizeOf(list: number): number {
    return (this.#lists[2 * list + 1] ?? 0) >> ROOM_BITS;
  }

  /** Where a list of several begins. */
  startOf(list: number): number {
    return this.#lists[2 * list] ?? 0;
  }

  #roomOf(list: number): number {
    return (this.#lists[2 * list + 1] ?? 0) & (ROOMS - 1);
  }

  /** The number at a place of a list. */
  at(list: number, place: number): number {
    return this.#roomOf(list) === 0 ? this.#lists[2 * list]! : this.items[this.startOf(list) + place]!;
  }

  /** Puts a number in the place of another. */
  put(list: number, place: number, item: number): void {
    if (this.#roomOf(list) === 0) this.#lists[2 * list] = item;
    else this.items[this.startOf(list) + place] = item;
  }

  add(list: number, item: number): void {
    if (2 * list >= this.#lists.length) this.#lists = widened(this.#lists, 2 * list + 2);
    const its = this.#lists[2 * list + 1]!;
    if (its === 0) this.#lists[2 * list] = item;
    else {
      const [size, room] = [its >> ROOM_BITS, its & (ROOMS - 1)];
      if (room === 0 || size === 1 << (room - 1)) this.#move(list, room);
      this.items[this.#lists[2 * list]! + size] = item;
    }
    this.#lists[2 * list + 1]! += ROOMS;
  }

  /** Takes an item out, once; the last one comes to its place. */
  remove(list: number, item: number): void {
    const [start, size] = [this.startOf(list), this.sizeOf(list)];
    const isAlone = size === 1 && this.at(list, 0) === item;
    const place = isAlone ? 0 : this.#roomOf(list) === 0 ? -1 : this.items.subarray(start, start + size).indexOf(item);
    if (place >= 0) this.removeAt(list, place);
  }

  /** Takes the item at a place of a list out; the last one comes there. */
  removeAt(list: number, place: number): void {
    const size = this.sizeOf(list);
    this.put(list, place, this.at(list, size - 1));
    if (size === 1) this.clear(list);
    else this.#lists[2 * list + 1]! -= ROOMS;
  }

  clear(list: number): void {
    if (2 * list >= this.#lists.length) return;
    const room = this.#roomOf(list);
    if (room > 0) this.#free[room - 1]!.push(this.#lists[2 * list]!);
    this.#lists[2 * list + 1] = 0;
  }

  /** Gives a list twice the room, room for two where it has none. */
  #move(list: number, room: number): void {
    const next = Math.max(1, room);
    const start = this.#free[next]!.pop() ?? this.#claimed(1 << next);
    const before = this.#lists[2 * list]!;
    if (room > 0) {
      this.items.copyWithin(start, before, before + this.sizeOf(list));
      this.#free[room - 1]!.push(before);
    } else this.items[start] = before;
    this.#lists[2 * list] = start;
    this.#lists[2 * list + 1]! += next + 1 - room;
  }

  #claimed(room: number): number {
    const start = this.#used;
    this.#used += room;
    if (this.#used > this.items.length) this.items = widened(this.items, this.#used);
    return start;
  }
}
