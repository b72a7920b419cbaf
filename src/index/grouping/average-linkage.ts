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

interface Between {
  sum: number;
  most: number;
}

/**
 * Average linkage over the links that there are (agglomerative, strongest pair of groups first), so that it takes time
 * in proportion to the links and not to the square of the items.
 *
 * @returns the members of each group, in order of their first; every item below `count` is in exactly one
 */
export function* averageLinkage(
  count: number,
  links: readonly Link[],
  by: Linkage,
): Paused<readonly (readonly number[])[]> {
  const members: number[][] = Array.from({ length: count }, (_, i) => [i]);
  const near: Map<number, Between>[] = members.map(() => new Map());
  /** Per group, the sum of the links within it. */
  const within = new Float64Array(count);
  const tightness = (group: number) =>
    within[group]! / Math.max(1, (members[group]!.length * (members[group]!.length - 1)) / 2);
  const queue = new Queue(before);
  const offer = (a: number, b: number) => {
    const between = near[a]?.get(b);
    if (!between) return;
    const pairs = members[a]!.length * members[b]!.length;
    if (between.sum / pairs < by.cohesion * Math.max(tightness(a), tightness(b))) return;
    const worth = ((1 - by.strongest) * (between.sum / pairs) + by.strongest * between.most) / pairs ** by.size;
    if (worth >= by.least) queue.push({ a, b, sizes: members[a]!.length + members[b]!.length, worth });
  };
  for (const { a, b, confidence } of links) {
    near[a]!.set(b, { sum: confidence, most: confidence });
    near[b]!.set(a, { sum: confidence, most: confidence });
    yield;
  }
  for (const { a, b } of links) {
    offer(a, b);
    yield;
  }
  for (let next = queue.pop(); next; next = queue.pop()) {
    yield;
    const stale = members[next.a]!.length + members[next.b]!.length !== next.sizes;
    if (stale || !near[next.a]!.has(next.b)) continue;
    // The group with fewer neighbours goes into the other: each link moves a logarithmic number of times.
    const [into, gone] = near[next.a]!.size >= near[next.b]!.size ? [next.a, next.b] : [next.b, next.a];
    within[into]! += within[gone]! + near[into]!.get(gone)!.sum;
    for (const member of members[gone]!) members[into]!.push(member);
    members[gone] = [];
    for (const [other, { sum, most }] of near[gone]!) {
      near[other]!.delete(gone);
      if (other === into) continue;
      const between = near[into]!.get(other) ?? { sum: 0, most: 0 };
      const joined = { sum: between.sum + sum, most: Math.max(between.most, most) };
      near[into]!.set(other, joined);
      near[other]!.set(into, joined);
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
