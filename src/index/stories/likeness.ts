import { dayOf } from '../../language/dates/calendar.ts';
import type { AnnotatedArticle, Entity } from '../../model.ts';
import type { Links } from '../grouping/average-linkage.ts';
import { candidatePairs } from '../grouping/candidates.ts';
import { mapped, type Paused } from '../paused.ts';
import { daysNamed } from '../terms/days.ts';
import { type Counts, countsOf, Documents, type Vector, type Vectors } from '../terms/vectors.ts';
import { contentOf, stemOf, termsIn } from '../terms/words.ts';

/** What of articles says which event each covers. */
interface Profiles {
  /** All its words, the headline's and the lead's weighted. */
  readonly words: Vectors;
  /** The words of headline and lead alone. */
  readonly lead: Vectors;
  readonly entities: Vectors;
  readonly published: readonly (number | null)[];
  readonly days: readonly (readonly number[])[];
}

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

/** How like articles are, for the pairs that may cover one event; in a folder as in one of a hundred times its size. */
export function* likenesses(articles: readonly AnnotatedArticle[], entities: readonly Entity[]): Paused<Links> {
  const profiles = yield* profilesOf(articles, entities);
  const most = Math.max(40, Math.min(articles.length, 400));
  const keys = (article: number) => keysOf(profiles.words.at(article));
  const { a, b } = yield* candidatePairs(articles.length, keys, () => 1, { most, keep: 100, least: 2 });
  const confidence = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) {
    confidence[i] = likeness(profiles, a[i]!, b[i]!);
    if (i % 64 === 0) yield;
  }
  return { a, b, confidence };
}

function keysOf({ terms, weights }: Vector): readonly number[] {
  return Array.from(terms, (_, i) => i)
    .sort((a, b) => weights[b]! - weights[a]! || (stemOf(terms[a]!) < stemOf(terms[b]!) ? -1 : 1))
    .slice(0, KEYS)
    .map((i) => terms[i]!);
}

function likeness(profiles: Profiles, a: number, b: number): number {
  const words =
    WORDS.words * profiles.words.cosine(a, b) +
    WORDS.lead * profiles.lead.cosine(a, b) +
    WORDS.entities * profiles.entities.cosine(a, b);
  return words * byDate(profiles, a, b);
}

/** What the dates make of how like two articles are: known days of publication, or days that both texts name. */
function byDate({ published, days }: Profiles, a: number, b: number): number {
  const [dayOfA, dayOfB] = [published[a] ?? null, published[b] ?? null];
  if (dayOfA !== null && dayOfB !== null) {
    const apart = Math.abs(dayOfA - dayOfB);
    if (apart <= SAME_DAYS) return SAME_DAYS_GAIN;
    return Math.max(LEAST_BY_DATE, 0.5 ** ((apart - SAME_DAYS) / HALF_LIFE));
  }
  const both = days[a]!.some((day) => days[b]!.some((other) => Math.abs(day - other) <= SAME_DAYS));
  return both ? SAME_DAYS_GAIN : 1;
}

function* profilesOf(articles: readonly AnnotatedArticle[], entities: readonly Entity[]): Paused<Profiles> {
  const [words, lead, names] = [new Documents(), new Documents(), new Documents()];
  for (const annotated of articles) {
    const parts = partsOf(annotated);
    words.add(parts.all);
    lead.add(parts.lead);
    yield;
  }
  const named: number[][] = articles.map(() => []);
  entities.forEach(({ mentions }, entity) => {
    for (const { article } of mentions) named[article]?.push(entity);
  });
  for (const list of named) names.add(countsOf(list));
  yield;
  return {
    words: yield* words.vectors(),
    lead: yield* lead.vectors(),
    entities: yield* names.vectors(),
    published: articles.map(({ article }) => dayOf(article.date?.value)),
    days: yield* mapped(articles, ({ article }) => daysNamed(article)),
  };
}

/** How much each term of an article counts, in all of it and in its head. */
function partsOf({ article }: AnnotatedArticle): { readonly all: Counts; readonly lead: Counts } {
  const terms = (kinds: readonly string[]) =>
    article.paragraphs
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap((paragraph) => contentOf(termsIn(article.text, paragraph)));
  const headline = terms(['headline']);
  const body = terms(['body', 'explainer']);
  const opening = body.slice(0, LEAD_WORDS);
  return {
    all: countsOf([...body, ...times(LEAD - 1, opening), ...times(HEADLINE, headline)]),
    lead: countsOf([...opening, ...times(LEAD, headline)]),
  };
}

function times(count: number, terms: readonly number[]): readonly number[] {
  return Array.from({ length: count }, () => terms).flat();
}
