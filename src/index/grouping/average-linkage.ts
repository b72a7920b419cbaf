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

/** Links between items in columns: `a[i]` and `b[i]`, and how sure it is. Each pair once. */
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
 * in proportion to the links and not to the square of the items. Two groups can only be joined where one link between
 * them is worth it by itself: these are kept for each pair of groups, and the others are looked up when it is judged.
 * What comes of items depends only on the links between them: offers that are not taken up change nothing.
 *
 * @returns the members of each group, in order of their first; every item below `count` is in exactly one
 */
export function* averageLinkage(count: number, links: Links, by: Linkage): Paused<readonly (readonly number[])[]> {
  const members: number[][] = Array.from({ length: count }, (_, i) => [i]);
  const groupOf = Int32Array.from({ length: count }, (_, i) => i);
  const { starts, others, confidence } = linksOfEach(count, links);
  yield;
  /** Of each group the neighbours that it may be joined with, and the strongest link to each. */
  const near: Map<number, number>[] = members.map(() => new Map());
  /** Per group, how many links its members have. */
  const degrees = Int32Array.from({ length: count }, (_, i) => starts[i + 1]! - starts[i]!);
  /** Per group, its first member: what pairs of groups are told apart by, so that it is the same whatever else there is. */
  const firsts = Int32Array.from({ length: count }, (_, i) => i);
  /** Per group, the sum of the links within it. */
  const within = new Float64Array(count);
  const tightness = (group: number) =>
    within[group]! / Math.max(1, (members[group]!.length * (members[group]!.length - 1)) / 2);
  const between = (a: number, b: number) => {
    const [few, of] = degrees[a]! <= degrees[b]! ? [a, b] : [b, a];
    let sum = 0;
    for (const member of members[few]!)
      for (let at = starts[member]!; at < starts[member + 1]!; at++)
        if (groupOf[others[at]!] === of) sum += confidence[at]!;
    return sum;
  };
  const queue = new Queue(before);
  const offer = (a: number, b: number, strongest: number, sum: number) => {
    const pairs = members[a]!.length * members[b]!.length;
    if (sum / pairs < by.cohesion * Math.max(tightness(a), tightness(b))) return;
    const worth = ((1 - by.strongest) * (sum / pairs) + by.strongest * strongest) / pairs ** by.size;
    const sizes = members[a]!.length + members[b]!.length;
    if (worth < by.least) return;
    const [x, y] = firsts[a]! < firsts[b]! ? [a, b] : [b, a];
    queue.push({ a: x, b: y, first: firsts[x]!, second: firsts[y]!, sizes, worth });
  };
  for (let i = 0; i < links.a.length; i++) {
    if (links.confidence[i]! < by.least) continue;
    near[links.a[i]!]!.set(links.b[i]!, links.confidence[i]!);
    near[links.b[i]!]!.set(links.a[i]!, links.confidence[i]!);
    offer(links.a[i]!, links.b[i]!, links.confidence[i]!, links.confidence[i]!);
    if (i % LINKS === 0) yield;
  }
  let offers = 0;
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (offers++ % OFFERS === 0) yield;
    const stale = members[next.a]!.length + members[next.b]!.length !== next.sizes;
    if (stale || !near[next.a]!.has(next.b)) continue;
    // The group with fewer neighbours goes into the other: each link moves a logarithmic number of times.
    const [into, gone] = near[next.a]!.size >= near[next.b]!.size ? [next.a, next.b] : [next.b, next.a];
    within[into]! += within[gone]! + between(into, gone);
    for (const member of members[gone]!) {
      members[into]!.push(member);
      groupOf[member] = into;
    }
    members[gone] = [];
    degrees[into]! += degrees[gone]!;
    firsts[into] = Math.min(firsts[into]!, firsts[gone]!);
    for (const [other, strongest] of near[gone]!) {
      near[other]!.delete(gone);
      if (other === into) continue;
      const joined = Math.max(strongest, near[into]!.get(other) ?? 0);
      near[into]!.set(other, joined);
      near[other]!.set(into, joined);
    }
    near[gone]!.clear();
    for (const [other, strongest] of near[into]!) offer(into, other, strongest, between(into, other));
  }
  return members
    .filter((its) => its.length > 0)
    .map((its) => its.sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!);
}

/** So many links are offered, and so many offers taken up, then others have their turn. */
const LINKS = 1024;
const OFFERS = 32;

/** The links of each item behind each other: where they begin, one more at the end; with whom, and how sure. */
function linksOfEach(count: number, { a, b, confidence }: Links) {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < a.length; i++) {
    starts[a[i]! + 1]!++;
    starts[b[i]! + 1]!++;
  }
  for (let item = 0; item < count; item++) starts[item + 1]! += starts[item]!;
  const next = starts.slice();
  const others = new Int32Array(2 * a.length);
  const its = new Float64Array(2 * a.length);
  for (let i = 0; i < a.length; i++) {
    const atA = next[a[i]!]!++;
    const atB = next[b[i]!]!++;
    others[atA] = b[i]!;
    others[atB] = a[i]!;
    its[atA] = confidence[i]!;
    its[atB] = confidence[i]!;
  }
  return { starts, others, confidence: its };
}

interface Offer {
  /** The group with the lower first member, and the other; and these members. */
  readonly a: number;
  readonly b: number;
  readonly first: number;
  readonly second: number;
  /** The members of both when it was made: another number now means that it is stale. */
  readonly sizes: number;
  readonly worth: number;
}

/** The offer of most worth first, of equal ones the first pair. */
function before(x: Offer, y: Offer): boolean {
  if (x.worth !== y.worth) return x.worth > y.worth;
  return x.first !== y.first ? x.first < y.first : x.second < y.second;
}
