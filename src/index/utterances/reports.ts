import { dayOf } from '../../language/dates/calendar.ts';
import type { AnnotatedArticle } from '../../model.ts';
import { widened } from '../grouping/growing.ts';
import { Marks } from '../grouping/marks.ts';
import { Runs } from '../grouping/runs.ts';
import type { Paused } from '../paused.ts';
import { type Carrier, mustBeWithin, mustHold } from '../stored/carrier.ts';
import { Collection } from '../terms/collection.ts';
import { carriedDays } from '../terms/days.ts';
import type { Reading } from '../terms/reading.ts';
import { type Counts, countsOf } from '../terms/vectors.ts';
import { isFunctional, rootOf } from '../terms/words.ts';
import { kindOf, type Words } from './alignment.ts';
import { carriedVoices, MOST_WORDS, type Said, saidIn, type Voice } from './said.ts';
import { Surprises } from './surprises.ts';

/** What was said as it is compared: all that is the same in every comparison, worked out once. */
export interface Report extends Words, Pick<Said, 'article' | 'quotes' | 'voice' | 'unanswered'> {
  /** What all its words weigh. */
  readonly total: number;
  /** What the words weigh that both have in any order, and how many they are. */
  shared(other: Report): Shared;
  /** When its article was published. */
  readonly day: number | null;
  /** How like the sentence around it is to the one around another: 0 to 1. */
  likeContext(other: Report): number;
  /** How like its article is to another's: 0 to 1. */
  likeArticle(other: Report): number;
  readonly number: number;
}

/** What two reports have in common whatever its order. */
export interface Shared {
  readonly weight: number;
  readonly count: number;
}

/** All that articles report to have been said, in columns, weighed by what they say of words, sentences and articles. */
export class Reports {
  #of: (readonly number[])[] = [];
  #days: (number | null)[] = [];
  #articles: number[] = [];
  #voices: Voice[] = [];
  #quotes: (readonly number[])[] = [];
  #unanswered: boolean[] = [];
  readonly #terms = new Runs([new Int32Array()] as const);
  /** Of each report the kinds of its words, each once and in order; how many words are of each, and what they weigh. */
  readonly #kinds = new Runs([new Int32Array(), new Int32Array(), new Float64Array()] as const);
  #totals = new Float64Array();
  readonly #surprises = new Surprises();
  readonly #contexts = new Collection();
  readonly #around = new Collection();
  #count = 0;
  #next = 0;
  #free: number[] = [];
  #gone: number[] = [];
  /** Reports that are new, and those that are no more, since the last {@link settle}. */
  readonly #new = new Marks();
  readonly #moved = new Marks();

  /** All that stays after {@link settle}. @param terms how many terms there are */
  *carried(by: Carrier, terms: number): Paused<void> {
    this.#of = by.lists(this.#of);
    yield;
    this.#days = carriedDays(by, this.#days);
    this.#articles = [...by.column(Int32Array.from(this.#articles))];
    this.#voices = carriedVoices(by, this.#voices);
    yield;
    this.#quotes = by.lists(this.#quotes);
    yield;
    this.#unanswered = Array.from(by.column(Uint8Array.from(this.#unanswered, Number)), (is) => is === 1);
    this.#terms.carried(by);
    this.#kinds.carried(by);
    this.#totals = by.column(this.#totals);
    this.#surprises.carried(by);
    this.#contexts.carried(by);
    this.#around.carried(by);
    this.#count = by.number(this.#count);
    this.#next = by.number(this.#next);
    this.#free = [...by.column(Int32Array.from(this.#free))];
    if (by.isBack) this.#check(terms);
  }

  #check(terms: number): void {
    mustBeWithin(this.#terms.columns[0], terms);
    const next = this.#next;
    mustHold([this.#articles, this.#voices, this.#quotes, this.#unanswered].every(({ length }) => length === next));
    mustHold(this.#totals.length >= next);
    mustBeWithin(this.#free, next);
    for (const [article, its] of this.#of.entries())
      for (const report of its)
        mustHold(this.#articles[report] === article && this.#terms.sizeOf(report) <= MOST_WORDS);
    const all = this.all();
    mustBeWithin(all, next);
    // Each is of one article, and those of none are free.
    mustHold(all.length === this.#count && all.length + this.#free.length === next);
    mustHold(new Set([...all, ...this.#free]).size === next);
  }

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /** Numbers of reports are below this. */
  get limit(): number {
    return this.#next;
  }

  /** All reports, those of each article in order. */
  all(): readonly number[] {
    return this.#of.flat();
  }

  /** The reports of an article, in order. */
  of(article: number): readonly number[] {
    return this.#of[article] ?? [];
  }

  articleOf(report: number): number {
    return this.#articles[report]!;
  }

  /** Its quotes, indices into those of its article. */
  quotesOf(report: number): readonly number[] {
    return this.#quotes[report]!;
  }

  /**
   * Takes an article in, in the place of the one of this number; `undefined` takes it out. What it reports as it did
   * stays the report that it was.
   *
   * @returns reports of which the quotes have other numbers in their article now
   */
  set(article: number, annotated: AnnotatedArticle | undefined, reading: Reading): readonly number[] {
    const said = annotated ? saidIn(annotated, article, reading) : [];
    const contexts = said.map(({ context }) => contentOf(countsOf(context)));
    const before = this.of(article);
    const isAs = (report: number | undefined, i: number) =>
      report !== undefined && this.#isAs(report, said[i]!, contexts[i]!);
    let start = 0;
    while (start < said.length && isAs(before[start], start)) start++;
    let end = 0;
    while (end < Math.min(said.length, before.length) - start && isAs(before.at(-1 - end), said.length - 1 - end))
      end++;
    for (const report of before.slice(start, before.length - end)) this.#remove(report);
    const reports = said.map((its, i) => {
      if (i < start) return before[i]!;
      if (i >= said.length - end) return before[before.length - said.length + i]!;
      return this.#add(its, contexts[i]!);
    });
    this.#of[article] = reports;
    const renumbered = reports.filter((report, i) => {
      const [old, now] = [this.#quotes[report]!, said[i]!.quotes];
      this.#quotes[report] = now;
      return old.length !== now.length || old.some((quote, at) => quote !== now[at]);
    });
    const day = dayOf(annotated?.article.date?.value);
    if (day !== this.#days[article]) for (const report of reports) this.#moved.add(report);
    this.#days[article] = day;
    const all = annotated && countsOf(annotated.article.paragraphs.flatMap((span) => reading.terms(article, span)));
    this.#surprises.set(article, all);
    const content = all && contentOf(all);
    if (!content || !this.#around.isSame(article, content)) this.#around.set(article, content);
    return renumbered;
  }

  #isAs(report: number, { terms, voice, unanswered }: Said, context: Counts): boolean {
    const start = this.#terms.startOf(report);
    const [its] = this.#terms.columns;
    return (
      this.#terms.sizeOf(report) === terms.length &&
      this.#unanswered[report] === unanswered &&
      isSameVoice(this.#voices[report]!, voice) &&
      terms.every((term, i) => its[start + i] === term) &&
      this.#contexts.isSame(report, context)
    );
  }

  #add({ article, quotes, terms, voice, unanswered }: Said, context: Counts): number {
    const report = this.#free.pop() ?? this.#next++;
    this.#articles[report] = article;
    this.#quotes[report] = quotes;
    this.#voices[report] = voice;
    this.#unanswered[report] = unanswered;
    this.#terms.set(report, terms);
    this.#contexts.set(report, context);
    this.#totals = widened(this.#totals, report + 1);
    this.#new.add(report);
    this.#count++;
    return report;
  }

  #remove(report: number): void {
    this.#terms.set(report, []);
    this.#kinds.set(report, [], [], []);
    this.#contexts.set(report, undefined);
    this.#gone.push(report);
    this.#count--;
  }

  /** Weighs what came, and what it makes otherwise. */
  *settle(): Paused<Changes> {
    yield* this.#contexts.settle();
    yield* this.#around.settle();
    const others = this.#surprises.settle();
    yield;
    for (const report of this.#new.list) {
      this.#weigh(report);
      this.#moved.add(report);
      yield;
    }
    const [terms] = this.#terms.columns;
    for (let report = 0; report < this.#next && others.list.length > 0; report++) {
      if (this.#new.has(report)) continue;
      const end = this.#terms.endOf(report);
      let at = this.#terms.startOf(report);
      while (at < end && !others.has(terms[at]!)) at++;
      if (at === end) continue;
      this.#weigh(report);
      this.#moved.add(report);
      yield;
    }
    for (const report of this.#contexts.moved.list) this.#moved.add(report);
    for (const article of this.#around.moved.list) for (const report of this.of(article)) this.#moved.add(report);
    const changes: Changes = {
      come: this.#new.list,
      gone: this.#gone,
      moved: this.#moved.list,
      nearly: [
        ...this.#contexts.touched.list.map((report) => ({
          report,
          others: (other: number) => this.#contexts.touched.has(other),
        })),
        ...this.#around.touched.list.flatMap((article) =>
          this.of(article).map((report) => ({
            report,
            others: (other: number) => this.#around.touched.has(this.#articles[other]!),
          })),
        ),
      ],
    };
    this.#free.push(...this.#gone);
    this.#gone = [];
    this.#new.clear();
    this.#moved.clear();
    return changes;
  }

  #weigh(report: number): void {
    const words = this.wordsOf(report);
    let total = 0;
    for (let i = 0; i < words.weights.length; i++) total += words.weights[i]!;
    this.#totals[report] = total;
    const { terms, counts, weights } = kindsIn(words);
    this.#kinds.set(report, terms, counts, weights);
  }

  wordsOf(report: number): Words {
    const terms = this.#terms.columns[0].subarray(this.#terms.startOf(report), this.#terms.endOf(report));
    const roots: number[] = [];
    const weights: number[] = [];
    for (let i = 0; i < terms.length; i++) {
      roots.push(rootOf(terms[i]!));
      weights.push(this.#surprises.of(terms[i]!));
    }
    return { terms, roots, weights };
  }

  at(number: number): Report {
    return new OneReport(this, number);
  }

  voiceOf(report: number): Voice {
    return this.#voices[report]!;
  }

  isUnanswered(report: number): boolean {
    return this.#unanswered[report]!;
  }

  dayOf(article: number): number | null {
    return this.#days[article] ?? null;
  }

  totalOf(report: number): number {
    return this.#totals[report]!;
  }

  shared(a: number, b: number): Shared {
    const [of, counts, weights] = this.#kinds.columns;
    const [endOfA, endOfB] = [this.#kinds.endOf(a), this.#kinds.endOf(b)];
    let weight = 0;
    let count = 0;
    for (let i = this.#kinds.startOf(a), j = this.#kinds.startOf(b); i < endOfA && j < endOfB; ) {
      const apart = of[i]! - of[j]!;
      if (apart === 0) {
        weight += Math.min(weights[i]!, weights[j]!);
        count += Math.min(counts[i++]!, counts[j++]!);
      } else if (apart < 0) i++;
      else j++;
    }
    return { weight, count };
  }

  likeContexts(a: number, b: number): number {
    return this.#contexts.cosine(a, b);
  }

  likeArticles(a: number, b: number): number {
    return this.#around.cosine(a, b);
  }
}

/** A report as it is compared: of most only the first parts are looked at, so the others are made when they are. */
class OneReport implements Report {
  readonly #reports: Reports;
  readonly number: number;
  readonly article: number;
  readonly voice: Voice;
  readonly total: number;
  readonly day: number | null;
  #words: Words | undefined;

  constructor(reports: Reports, number: number) {
    this.#reports = reports;
    this.number = number;
    this.article = reports.articleOf(number);
    this.voice = reports.voiceOf(number);
    this.total = reports.totalOf(number);
    this.day = reports.dayOf(this.article);
  }

  get quotes(): readonly number[] {
    return this.#reports.quotesOf(this.number);
  }

  get unanswered(): boolean {
    return this.#reports.isUnanswered(this.number);
  }

  get terms(): Int32Array {
    return this.#own().terms;
  }

  get roots(): ArrayLike<number> {
    return this.#own().roots;
  }

  get weights(): ArrayLike<number> {
    return this.#own().weights;
  }

  shared(other: Report): Shared {
    return this.#reports.shared(this.number, other.number);
  }

  likeContext(other: Report): number {
    return this.#reports.likeContexts(this.number, other.number);
  }

  likeArticle(other: Report): number {
    return this.#reports.likeArticles(this.article, other.article);
  }

  #own(): Words {
    this.#words ??= this.#reports.wordsOf(this.number);
    return this.#words;
  }
}

/** What became of reports. */
export interface Changes {
  readonly come: readonly number[];
  readonly gone: readonly number[];
  /** Those that may be more or less like all others than before, and those that may be so to some. */
  readonly moved: readonly number[];
  readonly nearly: readonly { readonly report: number; readonly others: (other: number) => boolean }[];
}

function isSameVoice(a: Voice, b: Voice): boolean {
  if (a.kind === 'named') return b.kind === 'named' && a.entity === b.entity;
  if (a.kind === 'anonymous') return b.kind === 'anonymous' && a.head === b.head;
  return b.kind === 'unknown';
}

function contentOf({ terms, counts }: Counts): Counts {
  return {
    terms: terms.filter((term) => !isFunctional(term)),
    counts: counts.filter((_, i) => !isFunctional(terms[i]!)),
  };
}

function kindsIn({ terms, roots, weights }: Words): Counts & { readonly weights: Float64Array } {
  const kinds = new Int32Array(terms.length);
  for (let i = 0; i < kinds.length; i++) kinds[i] = kindOf(terms[i]!, roots[i]!);
  const { terms: of, counts } = countsOf(kinds);
  const sums = new Float64Array(of.length);
  for (let i = 0; i < kinds.length; i++) sums[of.indexOf(kinds[i]!)]! += weights[i]!;
  return { terms: of, counts, weights: sums };
}

/** The reports of articles. */
export function* reportsIn(articles: readonly AnnotatedArticle[], reading: Reading): Paused<Reports> {
  const reports = new Reports();
  for (const [i, annotated] of articles.entries()) {
    reports.set(i, annotated, reading);
    yield;
  }
  yield* reports.settle();
  return reports;
}
