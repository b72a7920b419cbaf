import type { AnnotatedArticle, Span } from '../model.ts';
import { anchorsIn } from './events/anchors.ts';
import { averageLinkage, linksIn } from './grouping/average-linkage.ts';
import { candidatePairs } from './grouping/candidates.ts';
import type { Link } from './grouping/linkage.ts';
import { atOnce, mapped, type Paused } from './paused.ts';
import { isNoAnswer } from './terms/no-answer.ts';
import type { Reading } from './terms/reading.ts';
import { ATTRIBUTION } from './terms/stem.ts';
import { cosine, countsOf, vectorsOf } from './terms/vectors.ts';
import { contentOf, stemOf, termOf } from './terms/words.ts';

/** A run of sentences of one article that report one happening. */
export interface Passage extends Span {
  readonly article: number;
  /** Its sentences are `firstSentence` up to, not including, `endSentence`. */
  readonly firstSentence: number;
  readonly endSentence: number;
}

/** Something that happened or will, as passages of several articles report it. */
export interface ReportedEvent {
  /** By article and then by place; of two articles or more. */
  readonly passages: readonly Passage[];
  /** 0 to 1: how sure it is that they report one happening. */
  readonly confidence: number;
}

/** A sentence as it is compared. */
interface Item {
  readonly article: number;
  readonly sentence: number;
  readonly terms: readonly number[];
  /** The dates and figures it names. */
  readonly anchors: readonly number[];
}

/** A sentence with fewer words of content says too little to be compared. */
const SHORTEST = 3;
/** "WEST PALM BEACH, Fla. —", "WASHINGTON (Reuters) -": where it was written, not what happened. */
const DATELINE = /^\(?\p{Lu}{3}[^—–\n]{0,50}?(?:—|–|\) ?-)\s/u;
/** How much more alike it makes two sentences that those before or after them are alike. */
const AROUND = 0.8;
/** Two sentences belong together when neither has in the other's article one that is much more like it. */
const RIVAL = 0.8;
/** Articles as alike as this are on one subject, by TF-IDF; what is left of a likeness where they share nothing. */
const KIN = 0.2;
const STRANGERS = 0.4;
const LINKAGE = { strongest: 0.3, size: 0, least: 0.24, cohesion: 0.4 };
/** The likeness at which it is as likely as not that two sentences report one happening, and how sharply it turns. */
const EVEN = 0.33;
const SHARPNESS = 8;
/** How much more alike the same dates and figures make two sentences; by themselves they make none alike. */
const ANCHORED = 0.7;

/**
 * Finds what several of the articles report: sentences of different articles that are alike by TF-IDF, frequencies
 * taken from the articles compared, so that what all of them name says little; dates and figures weighted; and what
 * stands around them. Pairs must be each other's best, or nearly; groups are made by average linkage.
 *
 * @param chosen the articles compared, indices into `articles`
 * @returns events, the surest first
 */
export function findEvents(
  articles: readonly AnnotatedArticle[],
  chosen: readonly number[],
  reading: Reading,
): readonly ReportedEvent[] {
  return atOnce(findingEvents(articles, chosen, reading));
}

/** The same with pauses. */
export function* findingEvents(
  articles: readonly AnnotatedArticle[],
  chosen: readonly number[],
  reading: Reading,
): Paused<readonly ReportedEvent[]> {
  const items = (yield* mapped(chosen, (article) => itemsOf(articles[article]!, article, reading))).flat();
  const links = mutualBest(items, yield* likenesses(items));
  return (yield* averageLinkage(items.length, linksIn(links), LINKAGE))
    .map((members) => eventOf(articles, items, members, links))
    .filter(({ passages }) => new Set(passages.map(({ article }) => article)).size > 1)
    .sort((a, b) => b.confidence - a.confidence);
}

function itemsOf({ article, annotations }: AnnotatedArticle, number: number, reading: Reading): readonly Item[] {
  return annotations.sentences.flatMap((span, sentence) => {
    if (article.paragraphs[span.paragraph]?.kind === 'headline') return [];
    if (isNoAnswer(article.text.slice(span.start, span.end))) return [];
    const dateline = DATELINE.exec(article.text.slice(span.start, span.end))?.[0].length ?? 0;
    const told = { start: span.start + dateline, end: span.end };
    const words = contentOf(reading.terms(number, told)).filter((term) => !ATTRIBUTION.has(stemOf(term)));
    if (words.length < SHORTEST) return [];
    return [{ article: number, sentence, terms: words, anchors: anchorsIn(article, span).map(termOf) }];
  });
}

/** How like sentences of different articles are, with what stands around them. */
function* likenesses(items: readonly Item[]): Paused<readonly Link[]> {
  const words = yield* vectorsOf(items.map(({ terms }) => countsOf(terms)));
  const anchors = yield* vectorsOf(items.map((item) => countsOf(item.anchors)));
  const keys = (item: number) => words[item]!.terms;
  const most = Math.min(400, Math.max(60, items.length / 4));
  const kinship = yield* kinshipOf(items);
  const like = (a: number, b: number) =>
    cosine(words[a]!, words[b]!) *
    (1 + ANCHORED * cosine(anchors[a]!, anchors[b]!)) *
    kinship(items[a]!.article, items[b]!.article);
  const follows = (a: number, b: number) =>
    items[a]?.article === items[b]?.article && Math.abs((items[a]?.sentence ?? 0) - (items[b]?.sentence ?? 0)) === 1;
  const beside = (a: number, b: number, step: number) =>
    follows(a, a + step) && follows(b, b + step) ? like(a + step, b + step) : 0;
  const near = yield* candidatePairs(items.length, keys, () => 1, { most, keep: 60, least: 2 });
  const links: Link[] = [];
  for (let i = 0; i < near.a.length; i++) {
    const [a, b] = [near.a[i]!, near.b[i]!];
    if (items[a]!.article === items[b]!.article) continue;
    const around = Math.max(beside(a, b, -1), beside(a, b, 1));
    links.push({ a, b, confidence: Math.min(1, like(a, b) * (1 + AROUND * around)) });
    yield;
  }
  return links;
}

/**
 * How much two articles make their sentences alike: wholly when they are on one subject, less when on others, where what
 * is shared is rather a turn of phrase ("remains to be seen") than a happening.
 */
function* kinshipOf(items: readonly Item[]): Paused<(a: number, b: number) => number> {
  const terms = new Map<number, number[]>();
  for (const item of items) {
    const its = terms.get(item.article) ?? [];
    terms.set(item.article, its);
    for (const term of item.terms) its.push(term);
  }
  const articles = [...terms.keys()];
  const vectors = yield* vectorsOf([...terms.values()].map(countsOf));
  const of = new Map(articles.map((article, i) => [article, vectors[i]!]));
  const known = new Map<string, number>();
  return (a, b) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    let kinship = known.get(key);
    if (kinship === undefined) {
      const like = cosine(of.get(a)!, of.get(b)!);
      kinship = STRANGERS + (1 - STRANGERS) * Math.min(1, like / KIN);
      known.set(key, kinship);
    }
    return kinship;
  };
}

/** The links between sentences that are each other's best in the other's article, or nearly. */
function mutualBest(items: readonly Item[], links: readonly Link[]): readonly Link[] {
  const best = new Map<string, number>();
  const key = (item: number, other: number) => `${item} ${items[other]!.article}`;
  for (const { a, b, confidence } of links)
    for (const at of [key(a, b), key(b, a)]) best.set(at, Math.max(best.get(at) ?? 0, confidence));
  return links.filter(
    ({ a, b, confidence }) => confidence >= RIVAL * Math.max(best.get(key(a, b)) ?? 0, best.get(key(b, a)) ?? 0),
  );
}

function eventOf(
  articles: readonly AnnotatedArticle[],
  items: readonly Item[],
  members: readonly number[],
  links: readonly Link[],
): ReportedEvent {
  const inside = new Set(members);
  const its = links.filter(({ a, b }) => inside.has(a) && inside.has(b));
  const mean = its.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, its.length);
  const passages: Passage[] = [];
  for (const member of members) {
    const { article, sentence } = items[member]!;
    const span = articles[article]!.annotations.sentences[sentence]!;
    const last = passages.at(-1);
    if (last?.article === article && last.endSentence === sentence)
      passages[passages.length - 1] = { ...last, end: span.end, endSentence: sentence + 1 };
    else
      passages.push({ article, start: span.start, end: span.end, firstSentence: sentence, endSentence: sentence + 1 });
  }
  return { passages, confidence: 1 / (1 + Math.exp(SHARPNESS * (EVEN - mean))) };
}
