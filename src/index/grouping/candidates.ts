import { newSecret } from '../../hashing.ts';
import type { Paused } from '../paused.ts';
import { anyNumbers, wholeNumbers } from './growing.ts';
import { hashOf, Numbering } from './numbering.ts';

/** Pairs of items in columns: the pair `i` is `a[i]` and `b[i]`, `a[i] < b[i]`. In order, each once. */
export interface Pairs {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** How pairs are chosen. */
export interface Choosing {
  /** A key that more items have than this is no reason to pair them. */
  readonly most: number;
  /** Each item keeps so many partners, those it shares most with. */
  readonly keep: number;
  /** The shared weight below which a pair is not worth it. */
  readonly least: number;
}

/**
 * Pairs of items worth comparing, from an inverted index over their keys: those that share rare keys. No pair is
 * formed through a key that more than `most` items have, and each item keeps its `keep` strongest partners, so the
 * work grows with the number of items and not with its square.
 *
 * @param count how many items there are
 * @param keysOf the keys of an item, each once; whole numbers. It is asked once for each item, in order
 * @param weigh what it says that two items share a key that so many items have
 */
export function* candidatePairs(
  count: number,
  keysOf: (item: number) => ArrayLike<number>,
  weigh: (having: number) => number,
  choosing: Choosing,
): Paused<Pairs> {
  const { starts, numbers, firsts, items } = yield* invertedKeys(count, keysOf);
  const { most, keep, least } = choosing;
  const [low, high] = [wholeNumbers(), wholeNumbers()];
  /** Of the item at hand: what it shares with each other, and with whom. */
  const shared = new Float64Array(count);
  const others: number[] = [];
  for (let item = 0; item < count; item++) {
    others.length = 0;
    for (let at = starts[item]!; at < starts[item + 1]!; at++) {
      const number = numbers[at]!;
      if (number < 0) continue;
      const [first, end] = [firsts[number]!, firsts[number + 1]!];
      if (end - first < 2 || end - first > most) continue;
      const weight = weigh(end - first);
      for (let i = first; i < end; i++) {
        const other = items[i]!;
        if (other === item) continue;
        if (shared[other] === 0) others.push(other);
        shared[other]! += weight;
      }
    }
    const worth = others.filter((other) => shared[other]! >= least);
    for (const other of firstOf(worth, keep, (a, b) => shared[b]! - shared[a]! || a - b)) {
      low.push(Math.min(item, other));
      high.push(Math.max(item, other));
    }
    for (const other of others) shared[other] = 0;
    yield;
  }
  return yield* inOrder(count, low.finished(), high.finished());
}

/** The keys of all items, numbered, and the items of each key, in order. A key that one item has is no number. */
interface Inverted {
  /** Where the numbers of each item's keys begin; one more at the end. */
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
  /** Where the items of each number begin; one more at the end. */
  readonly firsts: Int32Array;
  readonly items: Int32Array;
}

function* invertedKeys(count: number, keysOf: (item: number) => ArrayLike<number>): Paused<Inverted> {
  const starts = new Int32Array(count + 1);
  const growing = anyNumbers();
  for (let item = 0; item < count; item++) {
    const its = keysOf(item);
    for (let i = 0; i < its.length; i++) growing.push(its[i]!);
    starts[item + 1] = growing.length;
    yield;
  }
  const keys = growing.finished();
  yield;
  // Most keys only one item has: they are told first, by a bucket that nothing else falls in, and need no number.
  const met = new Uint8Array(2 * keys.length + 1);
  const secret = newSecret();
  const bucketOf = (key: number) => hashOf(key, secret) % met.length;
  for (let at = 0; at < keys.length; at++) {
    const bucket = bucketOf(keys[at]!);
    if (met[bucket]! < 2) met[bucket]!++;
    if (at % OFTEN === 0) yield;
  }
  const numbering = new Numbering();
  const numbers = new Int32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    numbers[at] = met[bucketOf(keys[at]!)]! < 2 ? -1 : numbering.of(keys[at]!);
    if (at % OFTEN === 0) yield;
  }
  const firsts = new Int32Array(numbering.count + 1);
  for (const number of numbers) if (number >= 0) firsts[number + 1]!++;
  yield;
  for (let number = 0; number < numbering.count; number++) firsts[number + 1]! += firsts[number]!;
  yield;
  const items = new Int32Array(firsts.at(-1)!);
  const next = firsts.slice();
  for (let item = 0; item < count; item++) {
    for (let at = starts[item]!; at < starts[item + 1]!; at++) {
      const number = numbers[at]!;
      if (number >= 0) items[next[number]!++] = item;
    }
    if (item % OFTEN === 0) yield;
  }
  return { starts, numbers, firsts, items };
}

/** So many steps of some nanoseconds, then others have their turn. */
const OFTEN = 8192;

/** Pairs put in order, each once. */
function* inOrder(count: number, low: Int32Array, high: Int32Array): Paused<Pairs> {
  const firsts = new Int32Array(count + 1);
  for (const item of low) firsts[item + 1]!++;
  for (let item = 0; item < count; item++) firsts[item + 1]! += firsts[item]!;
  yield;
  const partners = new Int32Array(high.length);
  const next = firsts.slice();
  for (let i = 0; i < low.length; i++) partners[next[low[i]!]!++] = high[i]!;
  yield;
  const [a, b] = [wholeNumbers(), wholeNumbers()];
  for (let item = 0; item < count; item++) {
    let last = -1;
    for (const other of partners.subarray(firsts[item], firsts[item + 1]).sort()) {
      if (other !== last) {
        a.push(item);
        b.push(other);
      }
      last = other;
    }
    if (item % OFTEN === 0) yield;
  }
  return { a: a.finished(), b: b.finished() };
}

/** The first of some items in an order, without putting the others in order: there are many of them. */
function firstOf(items: readonly number[], count: number, order: (a: number, b: number) => number): readonly number[] {
  if (items.length <= count) return items;
  const first: number[] = [];
  for (const item of items) {
    const last = first.at(-1);
    if (first.length === count && last !== undefined && order(last, item) <= 0) continue;
    let at = first.length;
    while (at > 0 && order(item, first[at - 1]!) < 0) at--;
    first.splice(at, 0, item);
    if (first.length > count) first.pop();
  }
  return first;
}
