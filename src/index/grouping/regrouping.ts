import type { Paused } from '../paused.ts';
import { type Carrier, mustBeWithin, mustHold } from '../stored/carrier.ts';
import { averageLinkage, type Linkage, type Links } from './average-linkage.ts';
import { anyNumbers, wholeNumbers, widened } from './growing.ts';
import { Marks } from './marks.ts';
import type { Pairs } from './neighbours.ts';
import { Runs } from './runs.ts';

/** The links between items. */
export interface Linked {
  /** The pairs of an item, each once, and what they are worth: from the least of the linkage on it is a strong link. */
  readonly pairsOf: (item: number) => Pairs;
  /** The link of a pair of such a value, where it bears on the grouping; `undefined` for none. The value where it is left out. */
  readonly valued?: (a: number, b: number, value: number) => number | undefined;
}

/** Of an item that is in no group. */
const NOWHERE = -1;

/**
 * Groups by {@link averageLinkage}, kept while items and links come and go. What no chain of strong links joins cannot
 * come together, so only the items that such a chain joins with a change are grouped again.
 */
export class Regrouping {
  readonly #by: Linkage;
  /** Of each item the first of its group, {@link NOWHERE} where it is in none; and of that one all of them. */
  #leads = new Int32Array();
  readonly #members = new Runs([new Int32Array()] as const);
  /** Of each item, which chains of strong links it was last met on. */
  #chains = new Int32Array();
  #chain = 0;
  /** Of items that are grouped now their places in the order, -1 of the others. */
  #places = new Int32Array();

  constructor(by: Linkage) {
    this.#by = by;
  }

  /** All that stays. @param isThere whether there is an item of a number */
  carried(by: Carrier, isThere: (item: number) => boolean): void {
    this.#leads = by.column(this.#leads);
    this.#members.carried(by);
    this.#chains = by.column(this.#chains);
    this.#chain = by.number(this.#chain);
    if (by.isBack) this.#check(isThere);
  }

  /** Each item that is in a group is one of its group's, and there. */
  #check(isThere: (item: number) => boolean): void {
    const leads = this.#leads;
    mustBeWithin(leads, leads.length, NOWHERE);
    let [items, members] = [0, 0];
    for (let item = 0; item < leads.length; item++) {
      if (leads[item] === NOWHERE) continue;
      items++;
      mustHold(isThere(item));
      if (leads[item] !== item) continue;
      const its = this.membersOf(item);
      for (let i = 0; i < its.length; i++) mustHold(leads[its[i]!] === item);
      members += its.length;
    }
    mustHold(items === members);
  }

  /** The first of the group of an item, which names the group; -1 for none. */
  leadOf(item: number): number {
    return this.#leads[item] ?? NOWHERE;
  }

  /** How many items a group has. */
  sizeOf(lead: number): number {
    return this.#members.sizeOf(lead);
  }

  /** The items of a group, in their order. */
  membersOf(lead: number): Int32Array {
    return this.#members.columns[0].subarray(this.#members.startOf(lead), this.#members.endOf(lead));
  }

  /** Whether a chain of strong links joined two items when they were last grouped: what links them counts. */
  together(a: number, b: number): boolean {
    return (this.#chains[a] ?? 0) > 0 && this.#chains[a] === this.#chains[b];
  }

  /**
   * Groups anew what may have changed.
   *
   * @param changed every item that came or of which a link came, went or changed
   * @param isGone whether an item is there no more
   * @returns the first items of the groups that are new
   */
  *regroup(
    changed: readonly number[],
    isGone: (item: number) => boolean,
    rankOf: Int32Array,
    { pairsOf, valued }: Linked,
  ): Paused<readonly number[]> {
    const met = new Marks();
    const made: number[] = [];
    const [lower, higher, values] = [wholeNumbers(), wholeNumbers(), anyNumbers()];
    for (const seed of changed) {
      if (isGone(seed)) {
        if (this.leadOf(seed) !== NOWHERE) this.#leads[seed] = NOWHERE;
        if (seed < this.#chains.length) this.#chains[seed] = 0;
        continue;
      }
      if (!met.add(seed)) continue;
      const items = [seed];
      for (let i = 0; i < items.length; i++) {
        const item = items[i]!;
        const { count, others, values: its } = pairsOf(item);
        for (let pair = 0; pair < count; pair++) {
          const other = others[pair]!;
          const value = its[pair]!;
          if (value >= this.#by.least && met.add(other)) items.push(other);
          if (other < item) continue;
          lower.push(item);
          higher.push(other);
          values.push(value);
        }
        if (i % OFTEN === 0) yield;
      }
      items.sort((a, b) => rankOf[a]! - rankOf[b]!);
      this.#chain++;
      for (const item of items) {
        this.#chains = widened(this.#chains, item + 1);
        this.#chains[item] = this.#chain;
      }
      let groups: readonly (readonly number[])[] = [[0]];
      if (items.length > 1) {
        const links = this.#linksOf(items, { a: lower.all(), b: higher.all(), confidence: values.all() }, valued);
        yield;
        groups = yield* averageLinkage(items.length, links, this.#by);
      }
      for (const list of [lower, higher, values]) list.clear();
      for (const group of groups) {
        const lead = items[group[0]!]!;
        if (this.#isGroup(lead, group, items)) continue;
        this.#members.set(
          lead,
          Int32Array.from(group, (at) => items[at]!),
        );
        for (const at of group) {
          this.#leads = widened(this.#leads, items[at]! + 1, NOWHERE);
          this.#leads[items[at]!] = lead;
        }
        made.push(lead);
      }
      yield;
    }
    return made;
  }

  /** The groups of items, each once. */
  groupsOf(items: Iterable<number>): ReadonlySet<number> {
    const groups = new Set<number>();
    for (const item of items) if (this.leadOf(item) !== NOWHERE) groups.add(this.leadOf(item));
    return groups;
  }

  /** Whether the items at some places are a group already. */
  #isGroup(lead: number, places: readonly number[], items: readonly number[]): boolean {
    if (this.leadOf(lead) !== lead || this.sizeOf(lead) !== places.length) return false;
    const members = this.membersOf(lead);
    return places.every((at, i) => items[at] === members[i]);
  }

  /** Of the pairs that were met those of two of the items, by their places among them. */
  #linksOf(items: readonly number[], pairs: Links, valued: Linked['valued']): Links {
    for (let i = 0; i < items.length; i++) {
      if (items[i]! >= this.#places.length) this.#places = widened(this.#places, items[i]! + 1, -1);
      this.#places[items[i]!] = i;
    }
    const places = this.#places;
    const [a, b, confidence] = [wholeNumbers(), wholeNumbers(), anyNumbers()];
    for (let pair = 0; pair < pairs.a.length; pair++) {
      const [item, other] = [pairs.a[pair]!, pairs.b[pair]!];
      const j = places[other] ?? -1;
      if (j < 0) continue;
      const value = pairs.confidence[pair]!;
      const link = valued ? valued(item, other, value) : value;
      if (link === undefined) continue;
      const i = places[item]!;
      a.push(Math.min(i, j));
      b.push(Math.max(i, j));
      confidence.push(link);
    }
    for (const item of items) places[item] = -1;
    return { a: a.finished(), b: b.finished(), confidence: confidence.finished() };
  }
}

/** So many items, then others have their turn. */
const OFTEN = 256;

/** Items that are spread over more numbers for each are looked up by a table. */
const MANY = 32;

/**
 * The links between items, in no order: sums of them must be the same in any.
 *
 * @param pairsOf the pairs of an item
 * @param valued what the link of a pair is, `undefined` for none
 */
export function linksBetween(
  items: ArrayLike<number>,
  pairsOf: (item: number) => Pairs,
  valued: (a: number, b: number, value: number) => number | undefined,
): Links {
  let [least, most] = [Number.POSITIVE_INFINITY, -1];
  for (let i = 0; i < items.length; i++) {
    least = Math.min(least, items[i]!);
    most = Math.max(most, items[i]!);
  }
  const at = most - least < MANY * items.length ? new Int32Array(most + 1 - least).fill(-1) : undefined;
  const few = new Map<number, number>();
  for (let i = 0; i < items.length; i++) {
    if (at) at[items[i]! - least] = i;
    else few.set(items[i]!, i);
  }
  const placeOf = (item: number) => (at ? (at[item - least] ?? -1) : (few.get(item) ?? -1));
  const [a, b, confidence]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < items.length; i++) {
    const { count, others, values } = pairsOf(items[i]!);
    for (let pair = 0; pair < count; pair++) {
      const other = others[pair]!;
      const j = placeOf(other);
      if (j <= i) continue;
      const link = valued(items[i]!, other, values[pair]!);
      if (link === undefined) continue;
      a.push(i);
      b.push(j);
      confidence.push(link);
    }
  }
  return { a: Int32Array.from(a), b: Int32Array.from(b), confidence: Float64Array.from(confidence) };
}
