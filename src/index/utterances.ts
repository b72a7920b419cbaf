import type { AnnotatedArticle, Entity, Ref, Utterance } from '../model.ts';
import { widened } from './grouping/growing.ts';
import { asTheyStand, Neighbours, type Order } from './grouping/neighbours.ts';
import { linksBetween, Regrouping } from './grouping/regrouping.ts';
import { atOnce, type Paused, telling } from './paused.ts';
import type { Progress } from './progress.ts';
import type { Carrier } from './stored/carrier.ts';
import { type Reading, readingOf } from './terms/reading.ts';
import { ofAll, ofWords } from './terms/steps.ts';
import { hashOf, isFunctional } from './terms/words.ts';
import { compareReports, likelihood, MORE_LIKELY_THAN_NOT, mostLikelihood } from './utterances/evidence.ts';
import { type Report, Reports } from './utterances/reports.ts';

/**
 * Two reports are joined when it is more likely than not that they are of one utterance; two groups of reports when
 * that holds of half their strongest pair and half the average, so that one doubtful report does not chain two
 * utterances together.
 */
const LINKAGE = { strongest: 0.5, size: 0, least: MORE_LIKELY_THAN_NOT, cohesion: 0 };
/** A key that more reports than this have is no reason to compare them. */
const COMMON = 60;
/** Each report is compared with so many others at most, those that share the rarest words with it. */
const PARTNERS = 12;
/** How rare a key is, in whole numbers. */
const RARITY = 256;
/** A likelihood is told in so many steps. */
const STEPS = 1024;
/** So many articles, then others have their turn. */
const OFTEN = 128;
/** The value of a pair that is too unlikely to join anything: it is worked out where other pairs bring the two together. */
const UNLIKELY = -1;

/**
 * Groups quotes that report one thing said once, across and within articles: fragments of one sentence and speaker
 * first, then linkage over the pairs of reports that bear on the grouping: those that are likely enough to join two
 * groups, and those whose reports the former bring together, for they count in how alike two groups are. An utterance is
 * as sure as the report that is least surely of it.
 */
export class UtteranceLinking {
  readonly #reports = new Reports();
  readonly #near = new Neighbours({ keep: PARTNERS, least: 0 });
  readonly #regrouping = new Regrouping(LINKAGE, { isOfChains: true });
  /** By the first report of each group: how sure it is, and its utterance, where it is as it was made. */
  #sure = new Float64Array();
  readonly #made: (Utterance | undefined)[] = [];
  readonly #renumbered = new Set<number>();
  #isGone = new Uint8Array();
  /** Of the quotes of each article the reports. */
  #reportOf: Int32Array[] = [];

  /** All that stays after {@link settle}; utterances are made again. */
  *carried(by: Carrier): Paused<void> {
    yield* this.#reports.carried(by);
    yield;
    yield* this.#near.carried(by);
    this.#regrouping.carried(by);
    this.#sure = by.column(this.#sure);
    this.#isGone = by.column(this.#isGone);
    this.#reportOf = by.columns(this.#reportOf, new Int32Array());
  }

  /** Takes an article in, in the place of the one of this number; `undefined` takes it out. */
  set(article: number, annotated: AnnotatedArticle | undefined, reading: Reading): void {
    for (const report of this.#reports.set(article, annotated, reading)) this.#renumbered.add(report);
    const reportOf = new Int32Array(annotated?.annotations.quotes.length ?? 0);
    for (const report of this.#reports.of(article))
      for (const quote of this.#reports.quotesOf(report)) reportOf[quote] = report;
    this.#reportOf[article] = reportOf;
  }

  /**
   * @param order of the articles
   * @param hasMoved whether an article has another place in the order than before
   * @returns utterances in order of their first quote, and of each article those of its quotes
   */
  *settle(
    order: Order,
    hasMoved: (article: number) => boolean,
  ): Paused<{ readonly utterances: readonly Utterance[]; readonly utteranceOf: readonly Int32Array[] }, Progress> {
    const [reports, near] = [this.#reports, this.#near];
    const { come, gone, moved, nearly } = yield* telling({ doing: 'Reading quotes' }, reports.settle());
    const grouping = (done: number): Progress => ({ doing: 'Grouping quotes', done, of: reports.count });
    this.#isGone = widened(this.#isGone, reports.limit);
    for (const report of gone) this.#isGone[report] = 1;
    for (const report of come) this.#isGone[report] = 0;
    for (const report of [...gone, ...come]) near.changed.add(report);
    const all = this.#order(order);
    near.tune(COMMON, (having) => Math.round(RARITY * Math.log(1 + ofAll(reports.count) / ofWords(having))));
    for (const report of gone) near.set(report, []);
    for (const report of come) {
      near.set(report, keysOf(reports.at(report)));
      yield grouping(0);
    }
    yield* telling(grouping(0), near.settle(all));
    for (const report of moved) near.forget(report);
    for (const { report, others } of nearly) near.forget(report, others);
    const open = opened(reports);
    const judged = near.judge((a, b) => {
      const value = this.#judged(open(a), open(b), all);
      // What is unlikely bears on the grouping where chains of others join the two.
      if (value === UNLIKELY && this.#regrouping.together(a, b)) {
        near.changed.add(a);
        near.changed.add(b);
      }
      return value;
    });
    for (let { done, value } = judged.next(); !done; { done, value } = judged.next()) yield grouping(value ?? 0);

    const isGone = (report: number) => this.#isGone[report] === 1;
    const linked = {
      pairsOf: (report: number) => near.pairsOf(report),
      valued: this.#valued(all),
    };
    const linking = grouping(reports.count);
    const made = yield* telling(linking, this.#regrouping.regroup([...near.changed.list], isGone, all.rankOf, linked));
    for (const lead of new Set([...made, ...this.#regrouping.groupsOf(near.changed.list)])) {
      const members = this.#regrouping.membersOf(lead);
      this.#sure = widened(this.#sure, lead + 1);
      this.#sure[lead] = members.length > 1 ? this.#surenessOf(members, all) : 1;
      this.#made[lead] = undefined;
      yield linking;
    }
    near.changed.clear();
    const grouped = yield* telling(linking, this.#utterances(order, hasMoved));
    this.#renumbered.clear();
    return grouped;
  }

  /** The reports of all articles in order. */
  #order({ itemAt: articles }: Order): Order {
    const itemAt = new Int32Array(this.#reports.count);
    const rankOf = new Int32Array(this.#reports.limit).fill(-1);
    let rank = 0;
    for (const article of articles)
      for (const report of this.#reports.of(article)) {
        itemAt[rank] = report;
        rankOf[report] = rank++;
      }
    return { itemAt, rankOf };
  }

  /** How likely two reports are of one utterance, {@link UNLIKELY} where that joins nothing. */
  #judged(a: Report, b: Report, order: Order): number {
    const [first, second] = order.rankOf[a.number]! < order.rankOf[b.number]! ? [a, b] : [b, a];
    if (mostLikelihood(first, second) < LINKAGE.least) return UNLIKELY;
    return inSteps(likelihood(compareReports(first, second)));
  }

  /** The link of a pair of reports whose value is known. */
  #valued({ rankOf }: Order): (a: number, b: number, value: number) => number {
    const open = opened(this.#reports);
    return (a, b, value) => {
      if (value !== UNLIKELY) return value;
      const [first, second] = rankOf[a]! < rankOf[b]! ? [a, b] : [b, a];
      return inSteps(likelihood(compareReports(open(first), open(second))));
    };
  }

  /** How sure it is that reports are of one utterance: each makes a pair with another of them, the surest of its pairs counts. */
  #surenessOf(members: Int32Array, order: Order): number {
    const { a, b, confidence } = linksBetween(members, (item) => this.#near.pairsOf(item), this.#valued(order));
    const surest = new Float64Array(members.length);
    confidence.forEach((sure, i) => {
      surest[a[i]!] = Math.max(surest[a[i]!]!, sure);
      surest[b[i]!] = Math.max(surest[b[i]!]!, sure);
    });
    return surest.reduce((least, sure) => Math.min(least, sure), 1);
  }

  *#utterances({ itemAt, rankOf }: Order, hasMoved: (article: number) => boolean) {
    const regrouping = this.#regrouping;
    for (const report of this.#renumbered) this.#made[regrouping.leadOf(report)] = undefined;
    let size = 0;
    for (const article of itemAt) {
      const reportOf = this.#reportOf[article]!;
      size += reportOf.length;
      if (hasMoved(article)) for (const report of reportOf) this.#made[regrouping.leadOf(report)] = undefined;
    }
    yield;
    const utterances: Utterance[] = [];
    const utteranceOf: Int32Array[] = [];
    /** Of each group its place among the utterances and 1, by the first of it. */
    const placeOf = new Int32Array(this.#reports.limit);
    const all = new Int32Array(size);
    let end = 0;
    for (const article of itemAt) {
      const reportOf = this.#reportOf[article]!;
      const column = all.subarray(end, end + reportOf.length);
      end += column.length;
      for (let quote = 0; quote < column.length; quote++) {
        const lead = regrouping.leadOf(reportOf[quote]!);
        if (placeOf[lead] === 0) {
          this.#made[lead] ??= this.#utteranceOf(lead, rankOf);
          placeOf[lead] = utterances.push(this.#made[lead]);
        }
        column[quote] = placeOf[lead]! - 1;
      }
      utteranceOf.push(column);
      if (utteranceOf.length % OFTEN === 0) yield;
    }
    return { utterances, utteranceOf };
  }

  #utteranceOf(lead: number, rankOf: Int32Array): Utterance {
    const reports = this.#reports;
    const quotes: Ref[] = [];
    for (const report of this.#regrouping.membersOf(lead)) {
      const article = rankOf[reports.articleOf(report)]!;
      for (const item of reports.quotesOf(report)) quotes.push({ article, item });
    }
    quotes.sort((a, b) => a.article - b.article || a.item - b.item);
    // A list that grew takes more room than it needs.
    return { id: utteranceId(quotes[0]!), quotes: quotes.slice(), confidence: this.#sure[lead]! };
  }
}

/** So many reports are kept open, each in the place that its number gives it: those that are compared are near each other. */
const OPEN = 4096;

/** Reports as they are now, opened once for many comparisons. */
function opened(reports: Reports): (report: number) => Report {
  const open: (Report | undefined)[] = new Array(OPEN).fill(undefined);
  return (number) => {
    const known = open[number % OPEN];
    if (known?.number === number) return known;
    const report = reports.at(number);
    open[number % OPEN] = report;
    return report;
  };
}

function inSteps(likely: number): number {
  return Math.floor(STEPS * likely) / STEPS;
}

/** What two reports may share that makes them worth comparing: a word of content, or three words in a row. */
function keysOf({ terms, unanswered }: Report): Float64Array {
  if (unanswered) return new Float64Array();
  const keys = new Float64Array(2 * terms.length);
  let size = 0;
  for (let i = 0; i < terms.length; i++) {
    if (!isFunctional(terms[i]!)) keys[size++] = hashOf(terms[i]!);
    if (i + 2 < terms.length) keys[size++] = hashOfThree(terms[i]!, terms[i + 1]!, terms[i + 2]!);
  }
  return keys.subarray(0, size);
}

/** A hash of three words in a row, of 52 bits: not one of a word alone. */
function hashOfThree(a: number, b: number, c: number): number {
  const low = Math.imul(Math.imul(hashOf(a) ^ 0x9e3779b1, 0x85ebca6b) ^ hashOf(b), 0xc2b2ae35) ^ hashOf(c);
  const high = Math.imul(Math.imul(hashOf(c) ^ 0x27d4eb2f, 0x165667b1) ^ hashOf(b), 0x9e3779b1) ^ hashOf(a);
  return (1 + ((high >>> 12) & 0xfffff)) * 2 ** 32 + (low >>> 0);
}

/** Groups the quotes of articles whose names are linked. */
export function groupUtterances(
  articles: readonly AnnotatedArticle[],
  entities: readonly Entity[],
): readonly Utterance[] {
  const reading = readingOf(articles, entities);
  const linking = new UtteranceLinking();
  articles.forEach((annotated, i) => {
    linking.set(i, annotated, reading);
  });
  return atOnce(linking.settle(asTheyStand(articles.length), () => false)).utterances;
}

/** The name of an utterance by its first quote. */
export function utteranceId({ article, item }: Ref): string {
  return `u-${article}-${item}`;
}
