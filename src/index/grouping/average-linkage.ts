import type { Paused } from '../paused.ts';
import type { Link } from './linkage.ts';
import { Queue } from './queue.ts';

/** How two groups are judged by the links between their members. */
export interface Linkage {
  /** The share of the strongest link; the rest is the average over all pairs, where no link counts as 0. */
  readonly strongest: number;
  /** How much more alike large groups must be: their link is divided by the number of pairs to this power. */
  readonly size: number;
  /** Groups that are less alike are not joined. */
  readonly least: number;
  /** The share of a group's own likeness that another must have to it: a tight group takes in nothing loose. */
  readonly cohesion: number;
}

/** Links between items in columns: `a[i]` and `b[i]`, and how sure it is. */
export interface Links {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly confidence: Float64Array;
}

/** A list of links as columns. */
export function linksIn(list: readonly Link[]): Links {
  return {
    a: Int32Array.from(list, ({ a }) => a),
    b: Int32Array.from(list, ({ b }) => b),
    confidence: Float64Array.from(list, ({ confidence }) => confidence),
  };
}

/**
 * Average linkage over the links that there are (agglomerative, strongest pair of groups first), so that it takes time
 * in proportion to the links and not to the square of the items.
 *
 * @returns the members of each group, in order of their first; every item below `count` is in exactly one
 */
export function* averageLinkage(count: number, links: Links, by: Linkage): Paused<readonly (readonly number[])[]> {
  const members: number[][] = Array.from({ length: count }, (_, i) => [i]);
  /** Of each group its neighbours, and the number of what is between them. */
  const near: Map<number, number>[] = members.map(() => new Map());
  /** Of what is between two groups, the sum of the links and the strongest. */
  const sums = links.confidence.slice();
  const strongest = links.confidence.slice();
  /** Per group, the sum of the links within it. */
  const within = new Float64Array(count);
  const tightness = (group: number) =>
    within[group]! / Math.max(1, (members[group]!.length * (members[group]!.length - 1)) / 2);
  const queue = new Queue(before);
  const offer = (a: number, b: number) => {
    const between = near[a]?.get(b);
    if (between === undefined) return;
    const pairs = members[a]!.length * members[b]!.length;
    if (sums[between]! / pairs < by.cohesion * Math.max(tightness(a), tightness(b))) return;
    const worth =
      ((1 - by.strongest) * (sums[between]! / pairs) + by.strongest * strongest[between]!) / pairs ** by.size;
    if (worth >= by.least) queue.push({ a, b, sizes: members[a]!.length + members[b]!.length, worth });
  };
  for (let i = 0; i < links.a.length; i++) {
    near[links.a[i]!]!.set(links.b[i]!, i);
    near[links.b[i]!]!.set(links.a[i]!, i);
    yield;
  }
  for (let i = 0; i < links.a.length; i++) {
    offer(links.a[i]!, links.b[i]!);
    yield;
  }
  for (let next = queue.pop(); next; next = queue.pop()) {
    yield;
    const stale = members[next.a]!.length + members[next.b]!.length !== next.sizes;
    if (stale || !near[next.a]!.has(next.b)) continue;
    // The group with fewer neighbours goes into the other: each link moves a logarithmic number of times.
    const [into, gone] = near[next.a]!.size >= near[next.b]!.size ? [next.a, next.b] : [next.b, next.a];
    within[into]! += within[gone]! + sums[near[into]!.get(gone)!]!;
    for (const member of members[gone]!) members[into]!.push(member);
    members[gone] = [];
    for (const [other, between] of near[gone]!) {
      near[other]!.delete(gone);
      if (other === into) continue;
      const joined = near[into]!.get(other);
      if (joined === undefined) {
        near[into]!.set(other, between);
        near[other]!.set(into, between);
        continue;
      }
      sums[joined]! += sums[between]!;
      strongest[joined] = Math.max(strongest[joined]!, strongest[between]!);
    }
    near[gone]!.clear();
    for (const other of near[into]!.keys()) offer(into, other);
  }
  return members
    .filter((its) => its.length > 0)
    .map((its) => its.sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!);
}

interface Offer {
  readonly a: number;
  readonly b: number;
  /** The members of both when it was made: another number now means that it is stale. */
  readonly sizes: number;
  readonly worth: number;
}

/** The offer of most worth first, of equal ones the first pair. */
function before(x: Offer, y: Offer): boolean {
  if (x.worth !== y.worth) return x.worth > y.worth;
  const [a, b] = [Math.min(x.a, x.b), Math.min(y.a, y.b)];
  return a !== b ? a < b : Math.max(x.a, x.b) < Math.max(y.a, y.b);
}
