import { dayOf } from '../../language/dates/calendar.ts';
import type { AnnotatedArticle } from '../../model.ts';
import type { Paused } from '../paused.ts';
import type { Carrier } from '../stored/carrier.ts';
import { Collection } from '../terms/collection.ts';
import { areNear, carriedDays, daysNamed } from '../terms/days.ts';
import { pageOf } from '../terms/paragraphs.ts';
import { Counting, type Counts, countsOf } from '../terms/vectors.ts';
import { isFunctional, stemOf } from '../terms/words.ts';

const HEADLINE = 3;
const LEAD = 2;
/** So many words of content from the start of the body are the lead: it says who, what, where and when. */
const LEAD_WORDS = 60;
/** The shares of the parts in how like two articles are. */
const WORDS = { words: 0.35, lead: 0.5, entities: 0.15 };
/** An article is looked up by so many of its words, those that weigh most. */
const KEYS = 60;
/** Days apart within which two articles may cover one event as it happens. */
const SAME_DAYS = 3;
const SAME_DAYS_GAIN = 1.3;
/** So many days apart, articles are half as likely to cover one event as their words say. */
const HALF_LIFE = 15;
const LEAST_BY_DATE = 0.3;
/** How like two articles are is rounded to so many steps, so that what changes it a little mostly does not change it. */
const STEPS = 1024;

/** What of articles says which event each covers: their words, those of headline and lead, their names, their days. */
export class Profiles {
  readonly #words = new Collection();
  readonly #lead = new Collection();
  readonly #names = new Collection();
  #published: (number | null)[] = [];
  #days: (readonly number[])[] = [];

  carried(by: Carrier): void {
    this.#words.carried(by);
    this.#lead.carried(by);
    this.#names.carried(by);
    this.#published = carriedDays(by, this.#published);
    this.#days = by.lists(this.#days);
  }

  /** Takes an article in, in the place of the one of this number; `undefined` takes it out. */
  set(number: number, annotated: AnnotatedArticle | undefined): void {
    const parts = annotated && partsOf(annotated);
    this.#words.set(number, parts?.all);
    this.#lead.set(number, parts?.lead);
    this.#published[number] = dayOf(annotated?.article.date?.value);
    this.#days[number] = annotated ? daysNamed(annotated.article) : [];
    if (!annotated) this.#names.set(number, undefined);
  }

  /** Says whom an article names: a number for each mention. */
  setNames(number: number, names: ArrayLike<number>): void {
    this.#names.set(number, countsOf(names));
  }

  *settle(): Paused<void> {
    yield* this.#words.settle();
    yield* this.#lead.settle();
    yield* this.#names.settle();
  }

  /** The articles that may be more or less like all others than before, and those that may be so to each other. */
  get changed(): { readonly moved: readonly number[]; readonly touched: readonly number[] } {
    const parts = [this.#words, this.#lead, this.#names];
    return {
      moved: [...new Set(parts.flatMap(({ moved }) => moved.list))],
      touched: [...new Set(parts.flatMap(({ touched }) => touched.list))],
    };
  }

  /** The articles that may be looked up by other words than before. */
  get otherwise(): readonly number[] {
    return [...this.#words.moved.list, ...this.#words.touched.list];
  }

  /** What an article is looked up by. */
  keysOf(number: number): readonly number[] {
    return this.#words.heaviest(number, KEYS, (a, b) => (stemOf(a) < stemOf(b) ? -1 : 1));
  }

  likeness(a: number, b: number): number {
    const words =
      WORDS.words * this.#words.cosine(a, b) +
      WORDS.lead * this.#lead.cosine(a, b) +
      WORDS.entities * this.#names.cosine(a, b);
    return Math.round(STEPS * words * this.#byDate(a, b)) / STEPS;
  }

  /** What the dates make of how like two articles are: known days of publication, or days that both texts name. */
  #byDate(a: number, b: number): number {
    const [dayOfA, dayOfB] = [this.#published[a] ?? null, this.#published[b] ?? null];
    if (dayOfA !== null && dayOfB !== null) {
      const apart = Math.abs(dayOfA - dayOfB);
      if (apart <= SAME_DAYS) return SAME_DAYS_GAIN;
      return Math.max(LEAST_BY_DATE, 0.5 ** ((apart - SAME_DAYS) / HALF_LIFE));
    }
    return areNear(this.#days[a]!, this.#days[b]!, SAME_DAYS) ? SAME_DAYS_GAIN : 1;
  }
}

const counting = new Counting();

/** How much each term of an article counts, in all of it and in its head. */
function partsOf({ article }: AnnotatedArticle): { readonly all: Counts; readonly lead: Counts } {
  const { terms, firsts } = pageOf(article);
  const contentIn = (kinds: readonly string[]) => {
    const content: number[] = [];
    article.paragraphs.forEach(({ kind }, i) => {
      if (!kinds.includes(kind)) return;
      for (let at = firsts[i]!; at < firsts[i + 1]!; at++) if (!isFunctional(terms[at]!)) content.push(terms[at]!);
    });
    return content;
  };
  const headline = contentIn(['headline']);
  const body = contentIn(['body', 'explainer']);
  const opening = body.slice(0, LEAD_WORDS);
  for (const term of body) counting.add(term, 1);
  for (const term of opening) counting.add(term, LEAD - 1);
  for (const term of headline) counting.add(term, HEADLINE);
  const all = counting.finished();
  for (const term of opening) counting.add(term, 1);
  for (const term of headline) counting.add(term, LEAD);
  return { all, lead: counting.finished() };
}
