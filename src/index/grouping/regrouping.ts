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
const NONE: readonly number[] = [];

/** Where no more than this share of the items changed, what is around them is grouped; else all that chains join with them. */
const FEW = 0.25;

/**
 * Groups by {@link averageLinkage}, kept while items and links come and go. What no chain of strong links joins cannot
 * come together, so only the items that such a chain joins with a change are grouped again. Where chains are of no
 * interest, only what is around a change: a chain of articles on one crisis may be most of a corpus.
 */
export class Regrouping {
  readonly #by: Linkage;
  readonly #isOfChains: boolean;
  /** Of each item the first of its group, {@link NOWHERE} where it is in none; and of that one all of them. */
  #leads = new Int32Array();
  readonly #members = new Runs([new Int32Array()] as const);
  /** Of each item, which chains of strong links it was last met on. */
  #chains = new Int32Array();
  #chain = 0;
  /** Of items that are grouped now their places in the order, -1 of the others. */
  #places = new Int32Array();

  /** @param isOfChains whether {@link together} will be asked */
  constructor(by: Linkage, { isOfChains = false } = {}) {
    this.#by = by;
    this.#isOfChains = isOfChains;
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
    linked: Linked,
  ): Paused<readonly number[]> {
    const made =
      !this.#isOfChains && changed.length < FEW * this.#leads.length
        ? yield* this.#around(changed, isGone, rankOf, linked)
        : yield* this.#along(changed, isGone, rankOf, linked);
    for (const item of changed) if (isGone(item)) this.#end(item);
    return made;
  }

  /** Groups anew all that chains of strong links join with a change. */
  *#along(
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
        this.#forget(seed);
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
      this.#take(groups, items, made);
      yield;
    }
    return made;
  }

  #forget(item: number): void {
    if (this.leadOf(item) !== NOWHERE) this.#leads[item] = NOWHERE;
    if (item < this.#chains.length) this.#chains[item] = 0;
  }

  /** Takes groups for those that there are, and puts down the first items of those that are new. */
  #take(groups: readonly (readonly number[])[], items: readonly number[], made: number[]): void {
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
        if (at !== group[0]) this.#end(items[at]!);
      }
      made.push(lead);
    }
  }

  /** Lets go of the group that an item was the first of. */
  #end(lead: number): void {
    if (this.sizeOf(lead) > 0) this.#members.set(lead, NONE);
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
  ): Paused<readonly number[]> {
    const within = new Marks();
    const add = (item: number) => {
      const lead = this.leadOf(item);
      if (lead === NOWHERE) within.add(item);
      else for (const member of this.membersOf(lead)) if (!isGone(member)) within.add(member);
    };
    const addAround = (item: number) => {
      const { count, others, values } = pairsOf(item);
      for (let pair = 0; pair < count; pair++) if (values[pair]! >= this.#by.least) add(others[pair]!);
    };
    /** Groups of which one item changed; and those that may be of other links. */
    const once = new Set<number>();
    const isOfOthers = new Set<number>();
    for (const item of changed) {
      const lead = this.leadOf(item);
      if (lead === NOWHERE) {
        if (!isGone(item)) within.add(item);
        continue;
      }
      if (once.has(lead) || isGone(item)) isOfOthers.add(lead);
      once.add(lead);
      add(item);
    }
    for (const item of changed) if (isGone(item)) this.#forget(item);
    // Whatever becomes of these, what they might be joined with is looked at.
    for (const item of [...within.list]) {
      const lead = this.leadOf(item);
      if (lead === NOWHERE || isOfOthers.has(lead)) addAround(item);
    }
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
        const lead = items[group[0]!]!;
        if (this.#isGroup(lead, group, items) && !isOfOthers.has(lead)) continue;
        for (const at of group) addAround(items[at]!);
      }
      yield;
    }
    const made: number[] = [];
    this.#take(groups, items, made);
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
