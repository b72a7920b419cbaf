import type { AnnotatedArticle, Entity, Utterance } from '../model.ts';
import { backgroundOf } from './background.ts';
import { candidatePairs } from './candidates.ts';
import { compareReports, type Evidence, likelihood } from './evidence.ts';
import { singleLinkage } from './linkage.ts';
import { readingOf } from './reading.ts';
import { type Said, saidIn } from './said.ts';
import { isFunctional } from './words.ts';

/** Two reports, and how sure it is that they are of one utterance. */
export interface JudgedPair {
  /** Indices into the reports. */
  readonly a: number;
  readonly b: number;
  readonly confidence: number;
  readonly evidence: Evidence;
}

/** Reports are joined from this confidence on. */
const JOINED = 0.5;
/** A key that more reports than this have is no reason to compare them. */
const COMMON = 60;
/** Each report is compared with so many others at most, those that share the rarest words with it. */
const PARTNERS = 12;
/** All that was said, and the pairs worth a judgement with what it is. */
export function judgePairs(
  articles: readonly AnnotatedArticle[],
  entities: readonly Entity[],
): { readonly said: readonly Said[]; readonly pairs: readonly JudgedPair[] } {
  const reading = readingOf(articles, entities);
  const said = saidIn(articles, reading);
  const background = backgroundOf(articles, reading, said);
  const keys = said.map(keysOf);
  const rare = (_: number, having: number) => Math.log(1 + said.length / having);
  const pairs = candidatePairs(keys, rare, { most: COMMON, keep: PARTNERS, least: 0 }).map(([a, b]): JudgedPair => {
    const evidence = compareReports(said[a]!, said[b]!, background);
    return { a, b, evidence, confidence: likelihood(evidence) };
  });
  return { said, pairs };
}

/** What two reports may share that makes them worth comparing: a word of content, or three words in a row. */
function keysOf({ terms }: Said): readonly number[] {
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
 * first, then single linkage over judged pairs.
 *
 * @returns utterances in order of their first quote; every quote of every article is in exactly one
 */
export function groupUtterances(
  articles: readonly AnnotatedArticle[],
  entities: readonly Entity[],
): readonly Utterance[] {
  const { said, pairs } = judgePairs(articles, entities);
  const groups = singleLinkage(
    said.length,
    pairs.filter(({ confidence }) => confidence >= JOINED),
  );
  return groups
    .map(({ members, confidence }) => {
      const quotes = members
        .flatMap((i) => said[i]!.quotes.map((item) => ({ article: said[i]!.article, item })))
        .sort((a, b) => a.article - b.article || a.item - b.item);
      return { id: `u-${quotes[0]!.article}-${quotes[0]!.item}`, quotes, confidence };
    })
    .sort((a, b) => a.quotes[0]!.article - b.quotes[0]!.article || a.quotes[0]!.item - b.quotes[0]!.item);
}
