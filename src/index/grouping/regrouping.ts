import type { Paused } from '../paused.ts';
import type { Carrier } from '../stored/carrier.ts';
import { averageLinkage, type Linkage, type Links } from './average-linkage.ts';
import { anyNumbers, wholeNumbers, widened } from './growing.ts';
import { Marks } from './marks.ts';
import type { Pairs } from './neighbours.ts';

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
  /** The pairs of an item, each once, and what they are worth: from the least of the linkage on it is a strong link. */
  readonly pairsOf: (item: number) => Pairs;
  /** The link of a pair of such a value, where it bears on the grouping; `undefined` for none. The value where it is left out. */
  readonly valued?: (a: number, b: number, value: number) => number | undefined;
}

/** Where no more than this share of the items changed, what is around them is grouped; else all that chains join with them. */
const FEW = 0.25;

/**
 * Groups by {@link averageLinkage}, kept while items and links come and go. What no chain of strong links joins cannot
 * come together, so only the items that such a chain joins with a change are grouped again.
 *
 * Where chains are of no interest, only what is {@link #around} a change: a chain of articles on one crisis may be
 * most of a corpus.
 */
export class Regrouping {
  readonly #by: Linkage;
  readonly #isOfChains: boolean;
  #of: (Grouped | undefined)[] = [];
  /** Of each item, which chains of strong links it was last met on. */
  #chains: number[] = [];
  #chain = 0;
  /** Of items that are grouped now their places in the order, -1 of the others. */
  #places = new Int32Array();

  /** @param isOfChains whether {@link together} will be asked */
  constructor(by: Linkage, { isOfChains = false } = {}) {
    this.#by = by;
    this.#isOfChains = isOfChains;
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
   * @returns the groups that are new; those that come out as they were stay the same
   */
  *regroup(
    changed: readonly number[],
    isGone: (item: number) => boolean,
    rankOf: Int32Array,
    linked: Linked,
  ): Paused<readonly Grouped[]> {
    if (!this.#isOfChains && changed.length < FEW * this.#of.length)
      return yield* this.#around(changed, isGone, rankOf, linked);
    const { pairsOf, valued } = linked;
    const met = new Marks();
    const made: Grouped[] = [];
    const [lower, higher, values] = [wholeNumbers(), wholeNumbers(), anyNumbers()];
    for (const seed of changed) {
      if (isGone(seed)) {
        this.#of[seed] = undefined;
        this.#chains[seed] = 0;
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
      for (const item of items) this.#chains[item] = this.#chain;
      let groups: readonly (readonly number[])[] = [[0]];
      if (items.length > 1) {
        const links = this.#linksOf(items, { a: lower.all(), b: higher.all(), confidence: values.all() }, valued);
        yield;
        groups = yield* averageLinkage(items.length, links, this.#by);
      }
      for (const list of [lower, higher, values]) list.clear();
      this.#take(groups, items, made);
      yield;
    }
    return made;
  }

  /** Takes groups for those that there are now, and puts down those that are new. */
  #take(groups: readonly (readonly number[])[], items: readonly number[], made: Grouped[]): void {
    for (const group of groups) {
      const members = group.map((at) => items[at]!);
      const known = this.#of[members[0]!];
      if (known && isSame(known.members, members)) continue;
      const its: Grouped = { members, number: -1, round: -1 };
      for (const member of members) this.#of[member] = its;
      made.push(its);
    }
  }

  /**
   * Groups anew what changed, and around it what may come out otherwise for that, until nothing changes at the edge.
   *
   * Two groups come together by a strong link between them, and whether they do depends on nothing but the links in
   * them and between them, for the offers of others are taken up before or after and change neither. So where a group
   * at the edge comes out as it was, of the same links, those behind the edge have the neighbours that they had, and
   * come out as they were. A link that changed has both its items among those that changed: a group with only one of
   * these is of the same links.
   */
  *#around(
    changed: readonly number[],
    isGone: (item: number) => boolean,
    rankOf: Int32Array,
    { pairsOf, valued }: Linked,
  ): Paused<readonly Grouped[]> {
    const within = new Marks();
    const add = (item: number) => {
      for (const member of this.#of[item]?.members ?? [item]) if (!isGone(member)) within.add(member);
    };
    const addAround = (item: number) => {
      const { count, others, values } = pairsOf(item);
      for (let pair = 0; pair < count; pair++) if (values[pair]! >= this.#by.least) add(others[pair]!);
    };
    /** Groups of which only one item changed. */
    const once = new Set<Grouped>();
    const isOfOthers = new Set<Grouped>();
    for (const item of changed) {
      const group = this.#of[item];
      if (group && !isOfOthers.has(group))
        if (once.delete(group) || isGone(item)) isOfOthers.add(group);
        else once.add(group);
      if (!isGone(item)) within.add(item);
      add(item);
    }
    for (const item of changed)
      if (isGone(item)) {
        this.#of[item] = undefined;
        this.#chains[item] = 0;
      }
    // Whatever becomes of these, what they might be joined with is looked at.
    for (const item of [...within.list]) if (!this.#of[item] || isOfOthers.has(this.#of[item])) addAround(item);
    const [lower, higher, values] = [wholeNumbers(), wholeNumbers(), anyNumbers()];
    let items: readonly number[] = [];
    let groups: readonly (readonly number[])[] = [];
    for (let read = 0; items.length < within.list.length; ) {
      for (; read < within.list.length; read++) {
        const item = within.list[read]!;
        const { count, others, values: its } = pairsOf(item);
        for (let pair = 0; pair < count; pair++) {
          if (others[pair]! < item) continue;
          lower.push(item);
          higher.push(others[pair]!);
          values.push(its[pair]!);
        }
        if (read % OFTEN === 0) yield;
      }
      items = [...within.list].sort((a, b) => rankOf[a]! - rankOf[b]!);
      const links = this.#linksOf(items, { a: lower.all(), b: higher.all(), confidence: values.all() }, valued);
      yield;
      groups = yield* averageLinkage(items.length, links, this.#by);
      for (const group of groups) {
        const members = group.map((at) => items[at]!);
        const known = this.#of[members[0]!];
        if (known && isSame(known.members, members) && !isOfOthers.has(known)) continue;
        for (const member of members) addAround(member);
      }
      yield;
    }
    const made: Grouped[] = [];
    this.#take(groups, items, made);
    return made;
  }

  /** The groups of items, each once. */
  groupsOf(items: Iterable<number>): ReadonlySet<Grouped> {
    const groups = new Set<Grouped>();
    for (const item of items) if (this.#of[item]) groups.add(this.#of[item]);
    return groups;
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

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
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
  items: readonly number[],
  pairsOf: (item: number) => Pairs,
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
    const { count, others, values } = pairsOf(item);
    for (let pair = 0; pair < count; pair++) {
      const other = others[pair]!;
      const j = placeOf(other);
      if (j <= i) continue;
      const link = valued(item, other, values[pair]!);
      if (link === undefined) continue;
      a.push(i);
      b.push(j);
      confidence.push(link);
    }
  });
  return { a: Int32Array.from(a), b: Int32Array.from(b), confidence: Float64Array.from(confidence) };
}
