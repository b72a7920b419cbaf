import type { Paused } from '../paused.ts';

/** Keys are counted in so many buckets first, a prime: most keys only one item has, and the index need not hold them. */
const BUCKETS = 4_194_301;

/**
 * Pairs of items worth comparing, from an inverted index over their keys: those that share rare keys. No pair is
 * formed through a key that more than `most` items have, and each item keeps its `keep` strongest partners, so the
 * work grows with the number of items and not with its square.
 *
 * @param keysOf the keys of each item, each once
 * @param weigh what it says that two items share a key that so many items have
 * @param least the shared weight below which a pair is not worth it
 * @returns pairs `[a, b]`, `a < b`, in order, each once
 */
export function* candidatePairs(
  keysOf: readonly (readonly number[])[],
  weigh: (key: number, having: number) => number,
  { most, keep, least }: { readonly most: number; readonly keep: number; readonly least: number },
): Paused<readonly (readonly [number, number])[]> {
  const having = yield* itemsByKey(keysOf);
  /** Per item: its partners of a greater number. */
  const partners: number[][] = keysOf.map(() => []);
  /** Of the item at hand: what it shares with each other, and with whom. */
  const shared = new Float64Array(keysOf.length);
  for (let item = 0; item < keysOf.length; item++) {
    const others: number[] = [];
    for (const key of keysOf[item]!) {
      const items = having.get(key);
      if (!items || items.length < 2 || items.length > most) continue;
      const weight = weigh(key, items.length);
      for (const other of items) {
        if (other === item) continue;
        if (shared[other] === 0) others.push(other);
        shared[other]! += weight;
      }
    }
    const worth = others.filter((other) => shared[other]! >= least);
    for (const other of firstOf(worth, keep, (a, b) => shared[b]! - shared[a]! || a - b))
      partners[Math.min(item, other)]!.push(Math.max(item, other));
    for (const other of others) shared[other] = 0;
    yield;
  }
  const pairs: (readonly [number, number])[] = [];
  for (let item = 0; item < partners.length; item++) {
    let last = -1;
    for (const other of partners[item]!.sort((a, b) => a - b)) {
      if (other !== last) pairs.push([item, other]);
      last = other;
    }
    yield;
  }
  return pairs;
}

function* itemsByKey(keysOf: readonly (readonly number[])[]): Paused<ReadonlyMap<number, readonly number[]>> {
  const met = new Uint8Array(BUCKETS);
  for (const keys of keysOf) {
    for (const key of keys) met[key % BUCKETS] = Math.min(2, met[key % BUCKETS]! + 1);
    yield;
  }
  const having = new Map<number, number[]>();
  for (let item = 0; item < keysOf.length; item++) {
    for (const key of keysOf[item]!) {
      if (met[key % BUCKETS]! < 2) continue;
      const items = having.get(key);
      if (items) items.push(item);
      else having.set(key, [item]);
    }
    yield;
  }
  return having;
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
