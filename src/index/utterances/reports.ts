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
import { MOST_WORDS, type Said, saidIn, type Voice } from './said.ts';
import { STEPS, Surprises } from './surprises.ts';
import { Voices } from './voices.ts';

/** What was said as it is compared: all that is the same in every comparison, worked out once. */
export interface Report extends Words, Pick<Said, 'article' | 'voice' | 'unanswered'> {
  /** Its quotes, indices into those of its article. */
  readonly quotes: ArrayLike<number>;
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
  readonly #of = new Runs([new Int32Array()] as const);
  #days: (number | null)[] = [];
  #articles = new Int32Array();
  readonly #voices = new Voices();
  readonly #quotes = new Runs([new Int32Array()] as const);
  #unanswered = new Uint8Array();
  readonly #terms = new Runs([new Int32Array()] as const);
  /** Of each report the kinds of its words, each once and in order; how many words are of each, and what they weigh, in steps. */
  readonly #kinds = new Runs([new Int32Array(), new Uint16Array(), new Int32Array()] as const);
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
    this.#of.carried(by);
    this.#days = carriedDays(by, this.#days);
    yield;
    this.#articles = by.column(this.#articles);
    this.#voices.carried(by);
    this.#quotes.carried(by);
    this.#unanswered = by.column(this.#unanswered);
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
    mustHold([this.#articles, this.#unanswered, this.#totals].every(({ length }) => length >= next));
    mustBeWithin(this.#free, next);
    // Each is of one article, and those of none are free.
    const isMet = new Uint8Array(next);
    for (const report of this.#free) isMet[report] = 1;
    let count = 0;
    for (let article = 0; article < this.#of.limit; article++)
      for (const report of this.of(article)) {
        mustHold(isMet[report] === 0 && this.#articles[report] === article);
        mustHold(this.#terms.sizeOf(report) <= MOST_WORDS && this.#voices.has(report));
        isMet[report] = 1;
        count++;
      }
    mustHold(count === this.#count && !isMet.includes(0));
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
    return Array.from({ length: this.#of.limit }, (_, article) => [...this.of(article)]).flat();
  }

  /** The reports of an article, in order. */
  of(article: number): Int32Array {
    return this.#of.columns[0].subarray(this.#of.startOf(article), this.#of.endOf(article));
  }

  articleOf(report: number): number {
    return this.#articles[report]!;
  }

  /** Its quotes, indices into those of its article. */
  quotesOf(report: number): Int32Array {
    return this.#quotes.columns[0].subarray(this.#quotes.startOf(report), this.#quotes.endOf(report));
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
    const before = this.of(article).slice();
    const isAs = (report: number | undefined, i: number) =>
      report !== undefined && this.#isAs(report, said[i]!, contexts[i]!);
    let start = 0;
    while (start < said.length && isAs(before[start], start)) start++;
    let end = 0;
    while (end < Math.min(said.length, before.length) - start && isAs(before.at(-1 - end), said.length - 1 - end))
      end++;
    for (const report of before.subarray(start, before.length - end)) this.#remove(report);
    const reports = said.map((its, i) => {
      if (i < start) return before[i]!;
      if (i >= said.length - end) return before[before.length - said.length + i]!;
      return this.#add(its, contexts[i]!);
    });
    this.#of.set(article, reports);
    const renumbered = reports.filter((report, i) => {
      const [old, now] = [this.quotesOf(report), said[i]!.quotes];
      if (old.length === now.length && old.every((quote, at) => quote === now[at])) return false;
      this.#quotes.set(report, now);
      return true;
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
      (this.#unanswered[report] === 1) === unanswered &&
      this.#voices.isAs(report, voice) &&
      terms.every((term, i) => its[start + i] === term) &&
      this.#contexts.isSame(report, context)
    );
  }

  #add({ article, quotes, terms, voice, unanswered }: Said, context: Counts): number {
    const report = this.#free.pop() ?? this.#next++;
    this.#articles = widened(this.#articles, report + 1);
    this.#articles[report] = article;
    this.#quotes.set(report, quotes);
    this.#voices.set(report, voice);
    this.#unanswered = widened(this.#unanswered, report + 1);
    this.#unanswered[report] = Number(unanswered);
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
    this.#quotes.set(report, []);
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
          Array.from(this.of(article), (report) => ({
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
    return this.#voices.of(report);
  }

  isUnanswered(report: number): boolean {
    return this.#unanswered[report] === 1;
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
    return { weight: weight / STEPS, count };
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

  get quotes(): ArrayLike<number> {
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

function contentOf({ terms, counts }: Counts): Counts {
  const [its, times] = [new Int32Array(terms.length), new Int32Array(terms.length)];
  let size = 0;
  for (let i = 0; i < terms.length; i++) {
    if (isFunctional(terms[i]!)) continue;
    its[size] = terms[i]!;
    times[size++] = counts[i]!;
  }
  return { terms: its.subarray(0, size), counts: times.subarray(0, size) };
}

/** The kinds of words, how many are of each, and what they weigh in steps of a surprise. */
function kindsIn({ terms, roots, weights }: Words): Counts & { readonly weights: Int32Array } {
  const kinds = new Int32Array(terms.length);
  for (let i = 0; i < kinds.length; i++) kinds[i] = kindOf(terms[i]!, roots[i]!);
  const { terms: of, counts } = countsOf(kinds);
  const sums = new Int32Array(of.length);
  for (let i = 0; i < kinds.length; i++) sums[of.indexOf(kinds[i]!)]! += STEPS * weights[i]!;
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
