import { Groups } from '../language/names/within.ts';
import type { AnnotatedArticle, Entity, Ref, Utterance } from '../model.ts';
import { averageLinkage, linksIn } from './grouping/average-linkage.ts';
import { candidatePairs } from './grouping/candidates.ts';
import type { Link } from './grouping/linkage.ts';
import { atOnce, mapped, type Paused, telling } from './paused.ts';
import type { Progress } from './progress.ts';
import { readingOf } from './terms/reading.ts';
import { isFunctional } from './terms/words.ts';
import { compareReports, likelihood, MORE_LIKELY_THAN_NOT, mostLikelihood } from './utterances/evidence.ts';
import { type Report, type Reports, reportsIn } from './utterances/reports.ts';

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

/**
 * The pairs of reports that bear on the grouping, judged: those that are likely enough to join two groups, and those
 * whose reports the former bring together, for they count in how alike two groups are.
 */
function* judgedPairs(reports: Reports): Paused<readonly Link[], Progress> {
  const grouping = (done: number): Progress => ({ doing: 'Grouping quotes', done, of: reports.count });
  const keys = (report: number) => keysOf(reports.at(report));
  const rare = (having: number) => Math.log(1 + reports.count / having);
  const choosing = { most: COMMON, keep: PARTNERS, least: 0 };
  const near = yield* telling(grouping(0), candidatePairs(reports.count, keys, rare, choosing));
  const together = new Groups(reports.count);
  const pairs: Link[] = [];
  const isLikely = new Uint8Array(near.a.length);
  let first = reports.count > 0 ? reports.at(0) : undefined;
  for (let i = 0, last = 0; i < near.a.length; i++) {
    const [a, b] = [near.a[i]!, near.b[i]!];
    if (a !== last) yield grouping(a);
    if (a !== last || !first) first = reports.at(a);
    last = a;
    const second = reports.at(b);
    if (mostLikelihood(first, second) < LINKAGE.least) continue;
    isLikely[i] = 1;
    const pair = { a, b, confidence: likelihood(compareReports(first, second)) };
    if (pair.confidence >= LINKAGE.least) together.unite(a, b);
    pairs.push(pair);
  }
  for (let i = 0; i < near.a.length; i++) {
    if (i % OFTEN === 0) yield grouping(reports.count);
    const [a, b] = [near.a[i]!, near.b[i]!];
    if (isLikely[i] === 1 || together.find(a) !== together.find(b)) continue;
    pairs.push({ a, b, confidence: likelihood(compareReports(reports.at(a), reports.at(b))) });
  }
  return pairs;
}

/** So many looks, then others have their turn. */
const OFTEN = 1024;

/** What two reports may share that makes them worth comparing: a word of content, or three words in a row. */
function keysOf({ terms, unanswered }: Report): readonly number[] {
  if (unanswered) return [];
  const keys = new Set<number>();
  terms.forEach((term, i) => {
    if (!isFunctional(term)) keys.add(term);
    const [next, afterNext] = [terms[i + 1], terms[i + 2]];
    // Numbers of terms stay well below 2^17; three of them fit the 53 bits of a number that is exact.
    if (next !== undefined && afterNext !== undefined) keys.add(((term + 1) * 2 ** 17 + next) * 2 ** 17 + afterNext);
  });
  return [...keys];
}

/**
 * Groups quotes that report one thing said once, across and within articles: fragments of one sentence and speaker
 * first, then linkage over judged pairs. An utterance is as sure as the report that is least surely of it.
 *
 * @returns utterances in order of their first quote; every quote of every article is in exactly one
 */
export function groupUtterances(
  articles: readonly AnnotatedArticle[],
  entities: readonly Entity[],
): readonly Utterance[] {
  return atOnce(groupingUtterances(articles, entities));
}

/** The same with pauses. */
export function* groupingUtterances(
  articles: readonly AnnotatedArticle[],
  entities: readonly Entity[],
): Paused<readonly Utterance[], Progress> {
  const reading = readingOf(articles, entities);
  const reports = yield* telling({ doing: 'Reading quotes' }, reportsIn(articles, reading));
  const pairs = yield* judgedPairs(reports);
  const linking: Progress = { doing: 'Grouping quotes', done: reports.count, of: reports.count };
  const groups = yield* telling(linking, averageLinkage(reports.count, linksIn(pairs), LINKAGE));
  const surest = surestWithin(groups, pairs, reports.count);
  const utterances = yield* telling(
    linking,
    mapped(groups, (members): Utterance => {
      const quotes = members
        .flatMap((i) => {
          const { article, quotes: items } = reports.at(i);
          return items.map((item) => ({ article, item }));
        })
        .sort((a, b) => a.article - b.article || a.item - b.item);
      const confidence =
        members.length > 1 ? members.reduce((least, member) => Math.min(least, surest[member]!), 1) : 1;
      return { id: utteranceId(quotes[0]!), quotes, confidence };
    }),
  );
  return utterances.sort(
    (a, b) => a.quotes[0]!.article - b.quotes[0]!.article || a.quotes[0]!.item - b.quotes[0]!.item,
  );
}

/** The name of an utterance by its first quote. */
export function utteranceId({ article, item }: Ref): string {
  return `u-${article}-${item}`;
}

/** Per report, how sure the surest pair is that it makes with another of its group. */
function surestWithin(groups: readonly (readonly number[])[], pairs: readonly Link[], count: number): Float64Array {
  const groupOf = new Int32Array(count);
  groups.forEach((members, group) => {
    for (const member of members) groupOf[member] = group;
  });
  const surest = new Float64Array(count);
  for (const { a, b, confidence } of pairs) {
    if (groupOf[a] !== groupOf[b]) continue;
    surest[a] = Math.max(surest[a]!, confidence);
    surest[b] = Math.max(surest[b]!, confidence);
  }
  return surest;
}
