import type { Paused } from '../paused.ts';
import type { Carrier } from '../stored/carrier.ts';
import { widened } from './growing.ts';
import { GrowingLists } from './growing-lists.ts';
import { Marks } from './marks.ts';
import { Numbering } from './numbering.ts';

/** How pairs are chosen. */
export interface Choosing {
  /** Each item keeps so many partners, those it shares most with. */
  readonly keep: number;
  /** The shared weight below which a pair is not worth it. */
  readonly least: number;
}

/** Items in their order, and the place of each in it. What stays keeps its order whatever comes and goes. */
export interface Order {
  readonly itemAt: Int32Array;
  /** -1 for what is not there. */
  readonly rankOf: Int32Array;
}

/** Items numbered in their order. */
export function asTheyStand(count: number): Order {
  const numbers = Int32Array.from({ length: count }, (_, i) => i);
  return { itemAt: numbers, rankOf: numbers };
}

/** So many items, then others have their turn. */
const OFTEN = 1024;

/** More than any rank: what is shared and a rank make one number. */
const RANKS = 2 ** 26;

/**
 * Pairs of items worth comparing, by an inverted index over their keys: those that share rare keys; and how like each
 * pair is. No pair is formed through a key that too many items have, and each item keeps its strongest partners, so the
 * work grows with the number of items and not with its square. When items come, go or change, only the partners of those
 * that share a key with them are chosen again: the pairs are those that would be chosen from nothing.
 */
export class Neighbours {
  readonly #choosing: Choosing;
  readonly #numbering = new Numbering();
  /** The items that have each key, the keys of each item; who has an item among its partners, and what the pair is worth. */
  readonly #having = new GrowingLists();
  readonly #keys = new GrowingLists();
  readonly #listing = new GrowingLists(true);
  /** What it says that two items share a key that so many have; whole numbers, 0 for nothing. */
  #weights = new Int32Array();
  #isTuned = false;
  /** Keys whose items changed, with how many there were. */
  #sizes = new Map<number, number>();
  readonly #moved = new Marks();

  #partners = new Int32Array();
  #values = new Float32Array();
  #isStale = new Uint8Array();
  #counts = new Int32Array();
  /** What each item shares with the last of its partners. */
  #lowest = new Float64Array();
  readonly #stale = new Marks();
  /** Items of which a pair came, went or is valued otherwise since {@link Marks.clear} was called. */
  readonly changed = new Marks();

  #shared = new Float64Array();
  readonly #met = new Marks();
  /** In which round of {@link each} an item was met last. */
  #visited = new Int32Array();
  #round = 0;

  constructor(choosing: Choosing) {
    this.#choosing = choosing;
  }

  /** All that stays after {@link settle} and {@link judge}, when nothing is changed. */
  *carried(by: Carrier): Paused<void> {
    this.#numbering.carried(by);
    yield* this.#keys.carried(by);
    this.#weights = by.column(this.#weights);
    this.#partners = by.column(this.#partners);
    this.#values = by.column(this.#values);
    this.#counts = by.column(this.#counts);
    this.#lowest = by.column(this.#lowest);
    const { length } = this.#counts;
    this.#isStale = widened(this.#isStale, length * this.#choosing.keep);
    this.#shared = widened(this.#shared, length);
    this.#visited = widened(this.#visited, length);
    if (by.isBack) yield* this.#invert();
  }

  /** Makes who has a key of the keys, and whose partner an item is of the partners. */
  *#invert(): Paused<void> {
    const { keep } = this.#choosing;
    const items = this.#counts.length;
    const having = new Int32Array(this.#numbering.count);
    const listing = new Int32Array(items);
    for (let item = 0; item < items; item++) {
      const start = this.#keys.startOf(item);
      for (let at = start; at < start + this.#keys.sizeOf(item); at++) having[this.#keys.items[at]!]!++;
      for (let at = item * keep; at < item * keep + this.#counts[item]!; at++) listing[this.#partners[at]!]!++;
      if (item % OFTEN === 0) yield;
    }
    this.#having.reserve(having);
    this.#listing.reserve(listing);
    for (let item = 0; item < items; item++) {
      const start = this.#keys.startOf(item);
      for (let at = start; at < start + this.#keys.sizeOf(item); at++) this.#having.add(this.#keys.items[at]!, item);
      for (let at = item * keep; at < item * keep + this.#counts[item]!; at++)
        this.#listing.add(this.#partners[at]!, item, this.#values[at]!);
      if (item % OFTEN === 0) yield;
    }
  }

  /**
   * @param most a key that more items have is no reason to pair them
   * @param weigh what it says that two items share a key that so many items have, a whole number
   */
  tune(most: number, weigh: (having: number) => number): void {
    const weights = Int32Array.from({ length: most + 1 }, (_, having) => (having < 2 ? 0 : weigh(having)));
    if (weights.length === this.#weights.length && weights.every((weight, i) => weight === this.#weights[i])) return;
    this.#weights = weights;
    this.#isTuned = true;
  }

  /** Says which keys an item has, each once; none for one that is gone. Whole numbers below 2^53. */
  set(item: number, keys: ArrayLike<number>): void {
    this.#reach(item);
    const numbers: number[] = [];
    this.#met.clear();
    for (let i = 0; i < keys.length; i++) {
      const number = this.#numbering.of(keys[i]!);
      if (this.#met.add(number)) numbers.push(number);
    }
    const start = this.#keys.startOf(item);
    const before = this.#keys.items.slice(start, start + this.#keys.sizeOf(item));
    let isSame = before.length === numbers.length;
    for (const number of before) {
      if (this.#met.has(number)) continue;
      isSame = false;
      this.#touch(number);
      this.#having.remove(number, item);
    }
    if (isSame) return;
    this.#met.clear();
    for (const number of before) this.#met.add(number);
    this.#keys.clear(item);
    for (const number of numbers) {
      this.#keys.add(item, number);
      if (this.#met.has(number)) continue;
      this.#touch(number);
      this.#having.add(number, item);
    }
    this.#moved.add(item);
  }

  /** Chooses the partners anew where they may be others than before. */
  *settle({ itemAt, rankOf }: Order): Paused<void> {
    const dirty = new Marks();
    if (this.#isTuned) for (const item of itemAt) dirty.add(item);
    for (const [number, before] of this.#sizes) {
      const now = this.#having.sizeOf(number);
      if (this.#weightOf(before) === this.#weightOf(now)) continue;
      const start = this.#having.startOf(number);
      for (let i = start; i < start + now; i++) dirty.add(this.#having.items[i]!);
    }
    yield;
    const moved = this.#moved.list;
    for (const item of moved) {
      if (this.#keys.sizeOf(item) > 0 || this.#counts[item]! > 0) dirty.add(item);
      const start = this.#listing.startOf(item);
      for (let i = start; i < start + this.#listing.sizeOf(item); i++) dirty.add(this.#listing.items[i]!);
    }
    for (const item of moved) {
      const others = this.#sharing(item);
      for (const other of others) if (!dirty.has(other) && this.#mayTake(other, item, rankOf)) dirty.add(other);
      this.#choose(item, others, itemAt, rankOf);
      yield;
    }
    for (const item of dirty.list) {
      if (this.#moved.has(item)) continue;
      this.#choose(item, this.#sharing(item), itemAt, rankOf);
      yield;
    }
    this.#moved.clear();
    this.#sizes = new Map();
    this.#isTuned = false;
  }

  /** Says that what is known of an item's pairs holds no more; of those with some others where it is said which. */
  forget(item: number, isOther: (other: number) => boolean = () => true): void {
    const { keep } = this.#choosing;
    for (let at = item * keep; at < item * keep + (this.#counts[item] ?? 0); at++) {
      if (!isOther(this.#partners[at]!)) continue;
      this.#isStale[at] = 1;
      this.#stale.add(item);
    }
    const start = this.#listing.startOf(item);
    for (let i = start; i < start + this.#listing.sizeOf(item); i++) {
      const other = this.#listing.items[i]!;
      if (!isOther(other)) continue;
      this.#isStale[this.#entryOf(other, item)] = 1;
      this.#stale.add(other);
    }
  }

  /**
   * Values the pairs whose value is not known: telling how many items are done.
   *
   * @param like how like a pair is, in a number that 32 bits hold exactly
   */
  *judge(like: (a: number, b: number) => number): Paused<void, number> {
    const { keep } = this.#choosing;
    let done = 0;
    for (const item of this.#stale.list) {
      yield done++;
      for (let at = item * keep; at < item * keep + this.#counts[item]!; at++) {
        if (this.#isStale[at] === 0) continue;
        const other = this.#partners[at]!;
        const value = like(item, other);
        this.#isStale[at] = 0;
        if (value !== this.#values[at]) {
          this.#values[at] = value;
          this.changed.add(item);
          this.changed.add(other);
        }
        this.#listing.values[this.#listing.placeOf(other, item)] = value;
        const back = this.#entryOf(other, item);
        if (back < 0) continue;
        this.#isStale[back] = 0;
        this.#values[back] = value;
        this.#listing.values[this.#listing.placeOf(item, other)] = value;
      }
    }
    this.#stale.clear();
  }

  /** Visits all pairs of an item, each once. A visit must not ask for the pairs of another. */
  each(item: number, visit: (other: number, value: number) => void): void {
    const { keep } = this.#choosing;
    const met = this.#visited;
    const round = ++this.#round;
    const [first, last] = [item * keep, item * keep + (this.#counts[item] ?? 0)];
    for (let at = first; at < last; at++) {
      met[this.#partners[at]!] = round;
      visit(this.#partners[at]!, this.#values[at]!);
    }
    const { items, values } = this.#listing;
    const start = this.#listing.startOf(item);
    const end = start + this.#listing.sizeOf(item);
    for (let at = start; at < end; at++) if (met[items[at]!] !== round) visit(items[at]!, values[at]!);
  }

  #weightOf(having: number): number {
    return having < this.#weights.length ? this.#weights[having]! : 0;
  }

  #touch(number: number): void {
    if (!this.#sizes.has(number)) this.#sizes.set(number, this.#having.sizeOf(number));
  }

  /** Where an item stands among the partners of another, -1 where it does not. */
  #entryOf(item: number, partner: number): number {
    const start = item * this.#choosing.keep;
    const end = start + this.#counts[item]!;
    for (let at = start; at < end; at++) if (this.#partners[at] === partner) return at;
    return -1;
  }

  /** All that share enough with an item; what it is stands in `#shared` until others are asked for. */
  #sharing(item: number): readonly number[] {
    const shared = this.#shared;
    for (const other of this.#others) shared[other] = 0;
    const others: number[] = [];
    const { items } = this.#having;
    const [first, end] = [this.#keys.startOf(item), this.#keys.startOf(item) + this.#keys.sizeOf(item)];
    for (let key = first; key < end; key++) {
      const number = this.#keys.items[key]!;
      const size = this.#having.sizeOf(number);
      const weight = this.#weightOf(size);
      if (weight === 0) continue;
      const start = this.#having.startOf(number);
      for (let i = start; i < start + size; i++) {
        const other = items[i]!;
        if (shared[other] === 0) others.push(other);
        shared[other]! += weight;
      }
    }
    this.#others = others;
    const { least } = this.#choosing;
    return others.filter((other) => other !== item && shared[other]! >= least);
  }

  #others: readonly number[] = [];

  /** Whether an item may come among the partners of another that shares as much with it as `#shared` says. */
  #mayTake(other: number, item: number, rankOf: Int32Array): boolean {
    const { keep } = this.#choosing;
    const count = this.#counts[other]!;
    if (count < keep) return true;
    const apart = this.#shared[other]! - this.#lowest[other]!;
    return apart > 0 || (apart === 0 && rankOf[item]! < rankOf[this.#partners[other * keep + count - 1]!]!);
  }

  #choose(item: number, others: readonly number[], itemAt: Int32Array, rankOf: Int32Array): void {
    const { keep } = this.#choosing;
    const order = Float64Array.from(others, (other) => rankOf[other]! - this.#shared[other]! * RANKS).sort();
    const count = Math.min(keep, order.length);
    const start = item * keep;
    const before = this.#partners.slice(start, start + this.#counts[item]!);
    const values = this.#values.slice(start, start + before.length);
    const wasStale = this.#isStale.slice(start, start + before.length);
    this.#met.clear();
    for (let k = 0; k < count; k++) {
      const rank = ((order[k]! % RANKS) + RANKS) % RANKS;
      const other = itemAt[rank]!;
      this.#partners[start + k] = other;
      this.#met.add(other);
    }
    this.#counts[item] = count;
    this.#lowest[item] = count === 0 ? 0 : this.#shared[this.#partners[start + count - 1]!]!;
    const known = new Map<number, number>();
    before.forEach((other, k) => {
      known.set(other, k);
      if (this.#met.has(other)) return;
      this.#listing.remove(other, item);
      this.changed.add(item);
      this.changed.add(other);
    });
    for (let at = start; at < start + count; at++) {
      const other = this.#partners[at]!;
      const k = known.get(other);
      if (k !== undefined) {
        this.#values[at] = values[k]!;
        this.#isStale[at] = wasStale[k]!;
        continue;
      }
      const back = this.#entryOf(other, item);
      this.#values[at] = back < 0 ? Number.NaN : this.#values[back]!;
      this.#listing.add(other, item, this.#values[at]!);
      this.#isStale[at] = back < 0 ? 1 : this.#isStale[back]!;
      if (this.#isStale[at] === 1) this.#stale.add(item);
      if (back >= 0) continue;
      this.changed.add(item);
      this.changed.add(other);
    }
  }

  #reach(item: number): void {
    const { keep } = this.#choosing;
    if (item < this.#counts.length) return;
    this.#counts = widened(this.#counts, item + 1);
    this.#lowest = widened(this.#lowest, this.#counts.length);
    this.#shared = widened(this.#shared, this.#counts.length);
    this.#visited = widened(this.#visited, this.#counts.length);
    this.#partners = widened(this.#partners, this.#counts.length * keep);
    this.#values = widened(this.#values, this.#counts.length * keep);
    this.#isStale = widened(this.#isStale, this.#counts.length * keep);
  }
}
