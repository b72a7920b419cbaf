import type { Paused } from '../paused.ts';
import type { Carrier } from '../stored/carrier.ts';
import { averageLinkage, type Linkage, type Links } from './average-linkage.ts';
import { Marks } from './marks.ts';

/** Items that are together. */
export interface Grouped {
  /** In their order. */
  readonly members: readonly number[];
  /** Where it stands in the list that it was put in last, and which one that was. */
  number: number;
  round: number;
}

/** The links between items. */
export interface Linked {
  /** Visits the items that a link joins with one that is likely enough to join two groups. */
  readonly strong: (item: number, visit: (other: number) => void) => void;
  /** All links between items that chains of such links join: `a` and `b` count in the list given. */
  readonly within: (items: readonly number[]) => Links;
}

/**
 * Groups by {@link averageLinkage}, kept while items and links come and go. What no chain of strong links joins cannot
 * come together, so only the items that such a chain joins with a change are grouped again.
 */
export class Regrouping {
  readonly #by: Linkage;
  #of: (Grouped | undefined)[] = [];
  /** Of each item, which chains of strong links it was last met on. */
  #chains: number[] = [];
  #chain = 0;

  constructor(by: Linkage) {
    this.#by = by;
  }

  /** @returns all groups, in an order that goes with them */
  *carried(by: Carrier): Paused<readonly Grouped[]> {
    const before = [...new Set(this.#of.filter((group) => group !== undefined))];
    const members = by.lists(before.map((group) => group.members));
    yield;
    const groups = members.map((its, i): Grouped => before[i] ?? { members: its, number: -1, round: -1 });
    yield;
    for (const group of groups) for (const member of group.members) this.#of[member] = group;
    yield;
    this.#chains = [...by.column(Int32Array.from(this.#chains, (chain) => chain ?? 0))];
    this.#chain = by.number(this.#chain);
    return groups;
  }

  /** The group of an item. */
  of(item: number): Grouped | undefined {
    return this.#of[item];
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
   * @returns the groups that are new
   */
  *regroup(
    changed: readonly number[],
    isGone: (item: number) => boolean,
    rankOf: Int32Array,
    { strong, within }: Linked,
  ): Paused<readonly Grouped[]> {
    const met = new Marks();
    const made: Grouped[] = [];
    for (const seed of changed) {
      if (isGone(seed)) {
        this.#of[seed] = undefined;
        this.#chains[seed] = 0;
        continue;
      }
      if (!met.add(seed)) continue;
      const items = [seed];
      const visit = (other: number) => {
        if (met.add(other)) items.push(other);
      };
      for (let i = 0; i < items.length; i++) strong(items[i]!, visit);
      items.sort((a, b) => rankOf[a]! - rankOf[b]!);
      this.#chain++;
      for (const item of items) this.#chains[item] = this.#chain;
      const groups = items.length === 1 ? [[0]] : yield* averageLinkage(items.length, within(items), this.#by);
      for (const group of groups) {
        const its: Grouped = { members: group.map((at) => items[at]!), number: -1, round: -1 };
        for (const member of its.members) this.#of[member] = its;
        made.push(its);
      }
      yield;
    }
    return made;
  }
}

/** Items that are spread over more numbers for each are looked up by a table. */
const MANY = 32;

/**
 * The links between items, in no order: sums of them must be the same in any.
 *
 * @param each visits the pairs of an item
 * @param valued what the link of a pair is, `undefined` for none
 */
export function linksBetween(
  items: readonly number[],
  each: (item: number, visit: (other: number, value: number) => void) => void,
  valued: (a: number, b: number, value: number) => number | undefined,
): Links {
  const least = items.reduce((so, item) => Math.min(so, item), Number.POSITIVE_INFINITY);
  const most = items.reduce((so, item) => Math.max(so, item), -1);
  const at = most - least < MANY * items.length ? new Int32Array(most + 1 - least).fill(-1) : undefined;
  const few = new Map<number, number>();
  items.forEach((item, i) => {
    if (at) at[item - least] = i;
    else few.set(item, i);
  });
  const placeOf = (item: number) => (at ? (at[item - least] ?? -1) : (few.get(item) ?? -1));
  const [a, b, confidence]: [number[], number[], number[]] = [[], [], []];
  items.forEach((item, i) => {
    each(item, (other, value) => {
      const j = placeOf(other);
      if (j <= i) return;
      const link = valued(item, other, value);
      if (link === undefined) return;
      a.push(i);
      b.push(j);
      confidence.push(link);
    });
  });
  return { a: Int32Array.from(a), b: Int32Array.from(b), confidence: Float64Array.from(confidence) };
}
