import type { AnnotatedArticle, Entity, Story } from '../model.ts';
import { Marks } from './grouping/marks.ts';
import { asTheyStand, Neighbours, type Order, type Pairs } from './grouping/neighbours.ts';
import { linksBetween, Regrouping } from './grouping/regrouping.ts';
import { atOnce, type Paused, silently } from './paused.ts';
import type { Carrier } from './stored/carrier.ts';
import { Profiles } from './stories/likeness.ts';

/** Picked on the `dev` halves of wikinews_clusters, ecbplus, basil and newswcl50 together: one setting for all. */
const LINKAGE = { strongest: 0.4, size: 0.1, least: 0.15, cohesion: 0.4 };
/** How like its nearest neighbours an article is, is measured over so many of them. */
const NEIGHBOURS = 6;
/** How much being like everything counts against being like one thing: 0 not at all, 1 wholly. */
const CROWDING = 0.45;
/** How like its neighbours an article of an ordinary folder is: what crowding is measured against. */
const ORDINARY = 0.25;
/** Links are rounded to so many steps, so that sums of them are the same in any order. */
const STEPS = 4096;

/**
 * Groups articles by the event that they cover: TF-IDF of words, lead and names, with dates as evidence; the likeness
 * of two articles is scaled by that of each to its neighbours (local scaling, Zelnik-Manor & Perona 2004), for in the
 * thick of one crisis all are alike and elsewhere little is; average linkage over the links that remain.
 */
export class StoryLinking {
  readonly #profiles = new Profiles();
  readonly #near = new Neighbours({ keep: 100, least: 2 });
  readonly #regrouping = new Regrouping(LINKAGE);
  /** What of each article's links remains where its neighbours are as like it as they are. */
  #scales: number[] = [];
  /** Of each group, by its first article, what it is called. */
  readonly #labels: string[] = [];

  /** All that stays after {@link settle}. */
  *carried(by: Carrier): Paused<void> {
    this.#profiles.carried(by);
    yield* this.#near.carried(by);
    this.#regrouping.carried(by);
    const labels = by.strings(Array.from(this.#labels, (label) => label ?? ''));
    for (const [i, label] of labels.entries()) this.#labels[i] = label;
    this.#scales = [...by.column(Float64Array.from(this.#scales, (scale) => scale ?? Number.NaN))];
  }

  /** Takes an article in, in the place of the one of this number; `undefined` takes it out. */
  set(number: number, annotated: AnnotatedArticle | undefined): void {
    this.#profiles.set(number, annotated);
    this.#near.changed.add(number);
    if (!annotated) this.#near.set(number, []);
  }

  /** Says whom an article names: a number for each mention. */
  setNames(number: number, names: ArrayLike<number>): void {
    this.#profiles.setNames(number, names);
  }

  /**
   * @param order of the articles
   * @returns stories, largest first; every article is in exactly one
   */
  *settle(articles: readonly AnnotatedArticle[], order: Order): Paused<readonly Story[]> {
    const near = this.#near;
    yield* this.#profiles.settle();
    const { moved, touched } = this.#profiles.changed;
    const isThere = (number: number) => order.rankOf[number]! >= 0;
    near.tune(Math.max(40, Math.min(articles.length, 400)), () => 1);
    for (const number of new Set(this.#profiles.otherwise)) {
      if (isThere(number)) near.set(number, this.#profiles.keysOf(number));
      yield;
    }
    yield* near.settle(order);
    for (const number of moved) near.forget(number);
    const others = new Set([...moved, ...touched]);
    for (const number of touched) near.forget(number, (other) => others.has(other));
    yield* silently(near.judge((a, b) => this.#profiles.likeness(a, b)));

    const seeds = new Marks();
    const scales = new Map<number, number>();
    for (const number of near.changed.list) {
      seeds.add(number);
      const scale = this.#scaleOf(number);
      if (scale !== this.#scales[number]) scales.set(number, scale);
      yield;
    }
    // Most scales change so little that few links are others.
    for (const [number, scale] of scales) {
      const { count, others, values } = near.pairsOf(number);
      const before = this.#scales[number] ?? Number.NaN;
      for (let i = 0; i < count; i++) {
        const other = others[i]!;
        const known = this.#scales[other] ?? Number.NaN;
        const now = scaled(values[i]!, scale, scales.get(other) ?? known);
        if (now !== scaled(values[i]!, before, known)) seeds.add(other);
      }
      yield;
    }
    for (const [number, scale] of scales) this.#scales[number] = scale;
    const isGone = (number: number) => !isThere(number);
    const linked = { pairsOf: (number: number) => this.#scaledPairsOf(number) };
    const made = yield* this.#regrouping.regroup(seeds.list, isGone, order.rankOf, linked);
    for (const lead of new Set([...made, ...this.#regrouping.groupsOf(near.changed.list)])) {
      const members = this.#regrouping.membersOf(lead);
      this.#labels[lead] = this.#labelOf(members, (number) => articles[order.rankOf[number]!]!);
      yield;
    }
    near.changed.clear();
    return this.#stories(order);
  }

  /** The stories in their order. */
  #stories({ itemAt, rankOf }: Order): readonly Story[] {
    const bySize: number[][] = [];
    for (const number of itemAt) {
      if (this.#regrouping.leadOf(number) !== number) continue;
      const size = this.#regrouping.sizeOf(number);
      bySize[size] ??= [];
      bySize[size].push(number);
    }
    return bySize
      .reverse()
      .flat()
      .map((lead, i) => ({
        id: `story-${i + 1}`,
        label: this.#labels[lead]!,
        articles: Array.from(this.#regrouping.membersOf(lead), (member) => rankOf[member]!),
      }));
  }

  #scaleOf(number: number): number {
    const { count, values } = this.#near.pairsOf(number);
    const top = values.subarray(0, count).sort();
    let sum = 0;
    for (let i = count - 1; i >= Math.max(0, count - NEIGHBOURS); i--) sum += top[i]!;
    const crowding = 0.02 + sum / NEIGHBOURS;
    return (ORDINARY / crowding) ** (CROWDING / 2);
  }

  /** The pairs of an article, scaled by how like its neighbours each of the two is. */
  #scaledPairsOf(number: number): Pairs {
    const pairs = this.#near.pairsOf(number);
    const scales = this.#scales;
    const its = scales[number]!;
    const { count, others, values } = pairs;
    for (let i = 0; i < count; i++) values[i] = scaled(values[i]!, its, scales[others[i]!]!);
    return pairs;
  }

  /**
   * The headline of the article that is most like the others of its story; of those that have one, so that a story of
   * which any article has a headline is called by it. Without any, the start of the text.
   */
  #labelOf(members: Int32Array, annotated: (number: number) => AnnotatedArticle): string {
    const { a, b, confidence } = linksBetween(
      members,
      (number) => this.#near.pairsOf(number),
      (_, __, like) => like,
    );
    const central = new Float64Array(members.length);
    for (let i = 0; i < a.length; i++) {
      central[a[i]!]! += confidence[i]!;
      central[b[i]!]! += confidence[i]!;
    }
    const byCentrality = Array.from(members, (_, i) => i).sort((i, j) => central[j]! - central[i]! || i - j);
    const its = byCentrality.map((i) => annotated(members[i]!).article);
    const headline = its.map((article) => article.headline?.value.trim()).find((words) => words);
    if (headline) return headline;
    const { text, paragraphs } = its[0]!;
    const first = paragraphs[0];
    const opening = first ? text.slice(first.start, first.end).replace(/\s+/g, ' ') : '';
    if (opening.length <= LABEL_LENGTH) return opening;
    return `${opening.slice(0, opening.lastIndexOf(' ', LABEL_LENGTH))}…`;
  }
}

/** The link of two articles that are so like each other, by what remains of the links of each. */
function scaled(like: number, a: number, b: number): number {
  return Math.round(STEPS * like * (a * b)) / STEPS;
}

/** A label is cut at the end of the last word before so many characters. */
const LABEL_LENGTH = 100;

/** The stories of articles whose names are linked. */
export function groupStories(articles: readonly AnnotatedArticle[], entities: readonly Entity[]): readonly Story[] {
  const named: number[][] = articles.map(() => []);
  entities.forEach(({ mentions }, entity) => {
    for (const { article } of mentions) named[article]?.push(entity);
  });
  const linking = new StoryLinking();
  articles.forEach((annotated, number) => {
    linking.set(number, annotated);
    linking.setNames(number, named[number]!);
  });
  return atOnce(linking.settle(articles, asTheyStand(articles.length)));
}
