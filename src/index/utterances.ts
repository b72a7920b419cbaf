import { Groups } from '../language/names/within.ts';
import type { AnnotatedArticle, Entity, Utterance } from '../model.ts';
import { averageLinkage } from './average-linkage.ts';
import { candidatePairs } from './candidates.ts';
import { compareReports, likelihood, MORE_LIKELY_THAN_NOT, mostLikelihood } from './evidence.ts';
import type { Link } from './linkage.ts';
import { readingOf } from './reading.ts';
import { type Report, reportsIn } from './reports.ts';
import { isFunctional } from './words.ts';

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
 * All that was said, and the pairs of it that bear on its grouping, judged: those that are likely enough to join two
 * groups, and those whose reports the former bring together, for they count in how alike two groups are.
 */
export function judgePairs(
  articles: readonly AnnotatedArticle[],
  entities: readonly Entity[],
): { readonly reports: readonly Report[]; readonly pairs: readonly Link[] } {
  const reading = readingOf(articles, entities);
  const reports = reportsIn(articles, reading);
  const rare = (_: number, having: number) => Math.log(1 + reports.length / having);
  const near = candidatePairs(reports.map(keysOf), rare, { most: COMMON, keep: PARTNERS, least: 0 });
  const judged = (a: number, b: number): Link => ({
    a,
    b,
    confidence: likelihood(compareReports(reports[a]!, reports[b]!)),
  });
  const together = new Groups(reports.length);
  const pairs: Link[] = [];
  const unlikely: (readonly [number, number])[] = [];
  for (const [a, b] of near) {
    if (mostLikelihood(reports[a]!, reports[b]!) < LINKAGE.least) {
      unlikely.push([a, b]);
      continue;
    }
    const pair = judged(a, b);
    if (pair.confidence >= LINKAGE.least) together.unite(a, b);
    pairs.push(pair);
  }
  for (const [a, b] of unlikely) if (together.find(a) === together.find(b)) pairs.push(judged(a, b));
  return { reports, pairs };
}

/** What two reports may share that makes them worth comparing: a word of content, or three words in a row. */
function keysOf({ terms }: Report): readonly number[] {
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
  const { reports, pairs } = judgePairs(articles, entities);
  const groups = averageLinkage(reports.length, pairs, LINKAGE).map((members) => ({ members, confidence: 1 }));
  const groupOf = new Int32Array(reports.length);
  groups.forEach(({ members }, group) => {
    for (const member of members) groupOf[member] = group;
  });
  const surest = new Float64Array(reports.length);
  for (const { a, b, confidence } of pairs) {
    if (groupOf[a] !== groupOf[b]) continue;
    surest[a] = Math.max(surest[a]!, confidence);
    surest[b] = Math.max(surest[b]!, confidence);
  }
  for (const group of groups)
    if (group.members.length > 1)
      group.confidence = group.members.reduce((least, member) => Math.min(least, surest[member]!), 1);
  return groups
    .map(({ members, confidence }) => {
      const quotes = members
        .flatMap((i) => reports[i]!.quotes.map((item) => ({ article: reports[i]!.article, item })))
        .sort((a, b) => a.article - b.article || a.item - b.item);
      return { id: `u-${quotes[0]!.article}-${quotes[0]!.item}`, quotes, confidence };
    })
    .sort((a, b) => a.quotes[0]!.article - b.quotes[0]!.article || a.quotes[0]!.item - b.quotes[0]!.item);
}
