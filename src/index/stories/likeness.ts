import { dayOf } from '../../language/dates/calendar.ts';
import type { AnnotatedArticle, Entity } from '../../model.ts';
import { candidatePairs } from '../grouping/candidates.ts';
import type { Link } from '../grouping/linkage.ts';
import { mapped, type Paused } from '../paused.ts';
import { daysNamed } from '../terms/days.ts';
import { type Counts, cosine, countsOf, type Vector, vectorsOf } from '../terms/vectors.ts';
import { contentOf, stemOf, termsIn } from '../terms/words.ts';

/** What of an article says which event it covers. */
interface Profile {
  /** All its words, the headline's and the lead's weighted. */
  readonly words: Vector;
  /** The words of headline and lead alone. */
  readonly lead: Vector;
  readonly entities: Vector;
  readonly published: number | null;
  readonly days: readonly number[];
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
export function* likenesses(
  articles: readonly AnnotatedArticle[],
  entities: readonly Entity[],
): Paused<readonly Link[]> {
  const profiles = yield* profilesOf(articles, entities);
  const keys = yield* mapped(profiles, keysOf);
  const most = Math.max(40, Math.min(profiles.length, 400));
  const pairs = yield* candidatePairs(keys, () => 1, { most, keep: 100, least: 2 });
  return yield* mapped(pairs, ([a, b]) => ({ a, b, confidence: likeness(profiles[a]!, profiles[b]!) }));
}

function keysOf({ words: { terms, weights } }: Profile): readonly number[] {
  return Array.from(terms, (_, i) => i)
    .sort((a, b) => weights[b]! - weights[a]! || (stemOf(terms[a]!) < stemOf(terms[b]!) ? -1 : 1))
    .slice(0, KEYS)
    .map((i) => terms[i]!);
}

function likeness(a: Profile, b: Profile): number {
  const words =
    WORDS.words * cosine(a.words, b.words) +
    WORDS.lead * cosine(a.lead, b.lead) +
    WORDS.entities * cosine(a.entities, b.entities);
  return words * byDate(a, b);
}

/** What the dates make of how like two articles are: known days of publication, or days that both texts name. */
function byDate(a: Profile, b: Profile): number {
  if (a.published !== null && b.published !== null) {
    const apart = Math.abs(a.published - b.published);
    if (apart <= SAME_DAYS) return SAME_DAYS_GAIN;
    return Math.max(LEAST_BY_DATE, 0.5 ** ((apart - SAME_DAYS) / HALF_LIFE));
  }
  return a.days.some((day) => b.days.some((other) => Math.abs(day - other) <= SAME_DAYS)) ? SAME_DAYS_GAIN : 1;
}

function* profilesOf(articles: readonly AnnotatedArticle[], entities: readonly Entity[]): Paused<readonly Profile[]> {
  const parts = yield* mapped(articles, partsOf);
  const words = yield* vectorsOf(parts.map(({ all }) => all));
  const leads = yield* vectorsOf(parts.map(({ lead }) => lead));
  const named: number[][] = articles.map(() => []);
  entities.forEach(({ mentions }, entity) => {
    for (const { article } of mentions) named[article]?.push(entity);
  });
  const names = yield* vectorsOf(yield* mapped(named, countsOf));
  return yield* mapped(articles, ({ article }, i) => ({
    words: words[i]!,
    lead: leads[i]!,
    entities: names[i]!,
    published: dayOf(article.date?.value),
    days: daysNamed(article),
  }));
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
