import { columnAs } from '../pages.ts';
import type { Paused } from '../paused.ts';
import { type Carrier, mustBeWithin, mustHold } from '../stored/carrier.ts';
import { widened } from './growing.ts';
import { GrowingLists } from './growing-lists.ts';
import { lowestOf } from './lowest.ts';
import { Marks } from './marks.ts';
import { Numbering } from './numbering.ts';
import { Runs } from './runs.ts';

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

/** The pairs of an item, the first `count` of the columns. */
export interface Pairs {
  readonly count: number;
  readonly others: Int32Array;
  /** Whoever asked may put others there. */
  readonly values: Float64Array;
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
  /** The items that have each key, and the keys of each item, in order. */
  readonly #having = new GrowingLists();
  readonly #keys = new Runs([new Int32Array()] as const);
  /** What it says that two items share a key that so many have; whole numbers, 0 for nothing. */
  #weights = new Int32Array();
  #isTuned = false;
  /** Keys whose items changed, with how many there were. */
  #sizes = new Map<number, number>();
  readonly #moved = new Marks();

  /**
   * The partners of each item, in no order: as many places as it keeps. What each pair is worth, whether that is to be
   * worked out, and where the place stands in the list of the partner.
   */
  #partners = new Int32Array();
  #values = new Float32Array();
  #isStale = new Uint8Array();
  #backs = new Int32Array();
  #counts = new Int32Array();
  /** The places where an item is a partner. */
  readonly #listing = new GrowingLists();
  /** The last of the partners of each item, and what it shares with it. */
  #last = new Int32Array();
  #lowest = new Int32Array();
  readonly #stale = new Marks();
  /** Items of which a pair came, went or is valued otherwise since {@link Marks.clear} was called. */
  readonly changed = new Marks();

  #shared = new Int32Array();
  #others: readonly number[] = [];
  /** Where the items that share something stand in the order of choice: the more they share, the lower. */
  #places = new Float64Array();
  readonly #met = new Marks();
  /** In which round of {@link pairsOf} an item was met last. */
  #visited = new Int32Array();
  #round = 0;
  readonly #pairs = { count: 0, others: new Int32Array(), values: new Float64Array() };

  constructor(choosing: Choosing) {
    this.#choosing = choosing;
  }

  /** All that stays after {@link settle} and {@link judge}, when nothing is changed. */
  *carried(by: Carrier): Paused<void> {
    this.#numbering.carried(by);
    this.#keys.carried(by);
    this.#weights = by.column(this.#weights);
    this.#partners = by.column(this.#partners);
    this.#values = by.column(this.#values);
    this.#counts = by.column(this.#counts);
    this.#last = by.column(this.#last);
    this.#lowest = by.column(this.#lowest);
    if (!by.isBack) return;
    this.#check();
    yield;
    this.#shared = new Int32Array(this.#counts.length);
    this.#visited = new Int32Array(this.#counts.length);
    this.#isStale = columnAs(this.#isStale, this.#partners.length);
    this.#backs = columnAs(this.#backs, this.#partners.length);
    yield* this.#invert();
  }

  #check(): void {
    const { keep } = this.#choosing;
    const items = this.#counts.length;
    mustHold(this.#partners.length >= items * keep && this.#values.length >= items * keep);
    mustHold(this.#last.length >= items && this.#lowest.length >= items);
    mustBeWithin(this.#counts, keep + 1);
    mustBeWithin(this.#partners, items);
    mustBeWithin(this.#values, Number.POSITIVE_INFINITY, -1);
    mustBeWithin(this.#last, items);
    mustBeWithin(this.#keys.columns[0], this.#numbering.count);
  }

  /** Makes who has a key of the keys, and where an item is a partner of the partners. */
  *#invert(): Paused<void> {
    const { keep } = this.#choosing;
    const [keys] = this.#keys.columns;
    const items = this.#counts.length;
    const having = new Int32Array(this.#numbering.count);
    const listing = new Int32Array(items);
    for (let item = 0; item < items; item++) {
      const [start, end] = [this.#keys.startOf(item), this.#keys.endOf(item)];
      for (let at = start; at < end; at++) having[keys[at]!]!++;
      for (let at = item * keep; at < item * keep + this.#counts[item]!; at++) listing[this.#partners[at]!]!++;
      if (item % OFTEN === 0) yield;
    }
    this.#having.reserve(having);
    this.#listing.reserve(listing);
    yield;
    for (let item = 0; item < items; item++) {
      const [start, end] = [this.#keys.startOf(item), this.#keys.endOf(item)];
      for (let at = start; at < end; at++) this.#having.append(keys[at]!, item);
      for (let at = item * keep; at < item * keep + this.#counts[item]!; at++) {
        this.#backs[at] = this.#listing.sizeOf(this.#partners[at]!);
        this.#listing.append(this.#partners[at]!, at);
      }
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

  /** Says which keys an item has; none for one that is gone. Whole numbers below 2^53. */
  set(item: number, keys: ArrayLike<number>): void {
    this.#reach(item);
    const all = new Int32Array(keys.length);
    for (let i = 0; i < keys.length; i++) all[i] = this.#numbering.of(keys[i]!);
    const numbers = eachOnce(all.sort());
    const start = this.#keys.startOf(item);
    const before = this.#keys.columns[0].slice(start, this.#keys.endOf(item));
    let isSame = true;
    for (let i = 0, j = 0; i < before.length || j < numbers.length; ) {
      const apart = (before[i] ?? Number.POSITIVE_INFINITY) - (numbers[j] ?? Number.POSITIVE_INFINITY);
      if (apart === 0) {
        i++;
        j++;
        continue;
      }
      isSame = false;
      const number = apart < 0 ? before[i++]! : numbers[j++]!;
      this.#touch(number);
      if (apart < 0) this.#having.remove(number, item);
      else this.#having.add(number, item);
    }
    if (isSame) return;
    this.#keys.set(item, numbers);
    this.#moved.add(item);
  }

  /** Chooses the partners anew where they may be others than before. */
  *settle({ itemAt, rankOf }: Order): Paused<void> {
    const dirty = new Marks();
    if (this.#isTuned) for (const item of itemAt) dirty.add(item);
    for (const [number, before] of this.#sizes) {
      const now = this.#having.sizeOf(number);
      if (this.#weightOf(before) === this.#weightOf(now)) continue;
      for (let i = 0; i < now; i++) dirty.add(this.#having.at(number, i));
    }
    yield;
    const moved = this.#moved.list;
    for (const item of moved) {
      if (this.#keys.sizeOf(item) > 0 || this.#counts[item]! > 0) dirty.add(item);
      this.#eachListing(item, (_, other) => dirty.add(other));
    }
    for (const item of moved) {
      const others = this.#sharing(item);
      for (const other of others) if (!dirty.has(other) && this.#mayTake(other, item, rankOf)) dirty.add(other);
      this.#choose(item, others, rankOf);
      yield;
    }
    for (const item of dirty.list) {
      if (this.#moved.has(item)) continue;
      this.#choose(item, this.#sharing(item), rankOf);
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
    this.#eachListing(item, (at, other) => {
      if (!isOther(other)) return;
      this.#isStale[at] = 1;
      this.#stale.add(other);
    });
  }

  /**
   * Values the pairs whose value is not known: telling how many items are done.
   *
   * @param like how like a pair is, in a number that 32 bits hold exactly; it is asked of one `a` after the other
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
        const back = this.#placeOf(other, item);
        if (back < 0) continue;
        this.#isStale[back] = 0;
        this.#values[back] = value;
      }
    }
    this.#stale.clear();
  }

  /** All pairs of an item, each once: with whom, and what they are worth. Of no use when those of another are asked for. */
  pairsOf(item: number): Pairs {
    const { keep } = this.#choosing;
    const pairs = this.#pairs;
    const met = this.#visited;
    const round = ++this.#round;
    const size = this.#counts[item] ?? 0;
    const listing = this.#listing;
    const listed = listing.sizeOf(item);
    if (pairs.others.length < size + listed) {
      pairs.others = new Int32Array(2 * (size + listed));
      pairs.values = new Float64Array(pairs.others.length);
    }
    const { others, values } = pairs;
    const first = item * keep;
    for (let i = 0; i < size; i++) {
      const other = this.#partners[first + i]!;
      met[other] = round;
      others[i] = other;
      values[i] = this.#values[first + i]!;
    }
    let count = size;
    for (let i = 0; i < listed; i++) {
      const at = listing.at(item, i);
      const other = Math.floor(at / keep);
      if (met[other] === round) continue;
      others[count] = other;
      values[count++] = this.#values[at]!;
    }
    pairs.count = count;
    return pairs;
  }

  /** Visits the places where an item is a partner, with whose they are. */
  #eachListing(item: number, visit: (at: number, other: number) => void): void {
    const { keep } = this.#choosing;
    const listing = this.#listing;
    for (let i = 0; i < listing.sizeOf(item); i++) visit(listing.at(item, i), Math.floor(listing.at(item, i) / keep));
  }

  #weightOf(having: number): number {
    return having < this.#weights.length ? this.#weights[having]! : 0;
  }

  #touch(number: number): void {
    // Before it is tuned for the first time no key says anything, and all is chosen then.
    if (this.#weights.length > 0 && !this.#sizes.has(number)) this.#sizes.set(number, this.#having.sizeOf(number));
  }

  /** The place of a partner among those of an item, -1 where it is none. */
  #placeOf(item: number, partner: number): number {
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
    const [numbers] = this.#keys.columns;
    const end = this.#keys.endOf(item);
    for (let key = this.#keys.startOf(item); key < end; key++) {
      const number = numbers[key]!;
      const size = this.#having.sizeOf(number);
      const weight = this.#weightOf(size);
      // What only one has says nothing.
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

  /** Whether an item may come among the partners of another that shares as much with it as `#shared` says. */
  #mayTake(other: number, item: number, rankOf: Int32Array): boolean {
    if (this.#counts[other]! < this.#choosing.keep) return true;
    const apart = this.#shared[other]! - this.#lowest[other]!;
    return apart > 0 || (apart === 0 && rankOf[item]! < rankOf[this.#last[other]!]!);
  }

  /** Chooses those that share most with an item, of equal ones the first. */
  #choose(item: number, others: readonly number[], rankOf: Int32Array): void {
    const { keep } = this.#choosing;
    const shared = this.#shared;
    if (this.#places.length < others.length) this.#places = new Float64Array(2 * others.length);
    const places = this.#places;
    for (let i = 0; i < others.length; i++) places[i] = rankOf[others[i]!]! - shared[others[i]!]! * RANKS;
    const bound = lowestOf(places, others.length, keep);
    const chosen: number[] = [];
    this.#met.clear();
    for (let i = 0; i < others.length; i++) {
      if (places[i]! > bound) continue;
      const other = others[i]!;
      chosen.push(other);
      this.#met.add(other);
      if (places[i] === bound) this.#last[item] = other;
    }
    this.#lowest[item] = chosen.length === 0 ? 0 : shared[this.#last[item]!]!;
    for (let at = item * keep + this.#counts[item]! - 1; at >= item * keep; at--)
      if (!this.#met.has(this.#partners[at]!)) this.#drop(item, at);
    this.#met.clear();
    for (let at = item * keep; at < item * keep + this.#counts[item]!; at++) this.#met.add(this.#partners[at]!);
    for (const other of chosen) if (!this.#met.has(other)) this.#take(item, other);
  }

  /** Puts a partner behind the others of an item. */
  #take(item: number, other: number): void {
    const at = item * this.#choosing.keep + this.#counts[item]!++;
    const back = this.#placeOf(other, item);
    this.#partners[at] = other;
    this.#backs[at] = this.#listing.sizeOf(other);
    this.#listing.add(other, at);
    this.#values[at] = back < 0 ? Number.NaN : this.#values[back]!;
    this.#isStale[at] = back < 0 ? 1 : this.#isStale[back]!;
    if (this.#isStale[at] === 1) this.#stale.add(item);
    if (back >= 0) return;
    this.changed.add(item);
    this.changed.add(other);
  }

  /** Takes a partner of an item away; the last of the others comes to its place. */
  #drop(item: number, at: number): void {
    const other = this.#partners[at]!;
    const moved = this.#listing.at(other, this.#listing.sizeOf(other) - 1);
    this.#backs[moved] = this.#backs[at]!;
    this.#listing.removeAt(other, this.#backs[at]!);
    const end = item * this.#choosing.keep + --this.#counts[item]!;
    if (at !== end) {
      this.#partners[at] = this.#partners[end]!;
      this.#values[at] = this.#values[end]!;
      this.#isStale[at] = this.#isStale[end]!;
      this.#backs[at] = this.#backs[end]!;
      this.#listing.put(this.#partners[at]!, this.#backs[at]!, at);
    }
    this.changed.add(item);
    this.changed.add(other);
  }

  #reach(item: number): void {
    const { keep } = this.#choosing;
    if (item < this.#counts.length) return;
    this.#counts = widened(this.#counts, item + 1);
    this.#last = widened(this.#last, this.#counts.length);
    this.#lowest = widened(this.#lowest, this.#counts.length);
    this.#shared = widened(this.#shared, this.#counts.length);
    this.#visited = widened(this.#visited, this.#counts.length);
    this.#partners = widened(this.#partners, this.#counts.length * keep);
    this.#values = widened(this.#values, this.#counts.length * keep);
    this.#isStale = widened(this.#isStale, this.#counts.length * keep);
    this.#backs = widened(this.#backs, this.#counts.length * keep);
  }
}

/** Numbers in order, each once: they are moved together. */
function eachOnce(numbers: Int32Array): Int32Array {
  let size = 0;
  for (let i = 0; i < numbers.length; i++) if (i === 0 || numbers[i] !== numbers[i - 1]) numbers[size++] = numbers[i]!;
  return numbers.subarray(0, size);
}
