import { isFunctional } from '../terms/words.ts';
import { type Alignment, align } from './alignment.ts';
import type { Report } from './reports.ts';
import type { Voice } from './said.ts';

/** What speaks for and against two reports being of one utterance, each in units that can be added up. */
export interface Evidence {
  /** What the words say that both have, most of it in the same order, in nats of surprise. */
  readonly words: number;
  /** How many words of any kind both have in the same order, close together. */
  readonly run: number;
  /** The share of the shorter report that the other has too. */
  readonly covered: number;
  /** How like the sentences around them are, 0 to 1. */
  readonly context: number;
  /** How like the articles are, 0 to 1: articles of one event report the same occasion. */
  readonly articles: number;
  /** Up to 1 the same speaker, -1 two different known ones, 0 cannot be told. */
  readonly voices: number;
  /** Days between the articles, 0 where a date is not known. */
  readonly days: number;
}

/** A word matched outside the run that is in order counts for this share. */
const OUT_OF_ORDER = 0.5;
/**
 * An article counts as being little like itself: it reports once what was said once, and what was said twice it tells
 * apart.
 */
const ITSELF = 0.15;

/** The share of what all words weigh that both have which two reports that are compared mostly have in order. */
const HOPED = 0.9;

/** Compares two reports. */
export function compareReports(a: Report, b: Report): Evidence {
  const { pairs, score } = align(a, b, HOPED * a.shared(b).weight);
  const words = score + OUT_OF_ORDER * strewn(a, b, pairs);
  return {
    words,
    run: pairs.length / 2,
    covered: coveredBy(words, a, b),
    context: a.likeContext(b),
    articles: likeArticles(a, b),
    voices: likeVoices(a.voice, b.voice),
    days: daysApart(a, b),
  };
}

/** What the words weigh that both have outside of what is aligned. */
function strewn(a: Report, b: Report, pairs: Alignment['pairs']): number {
  const [terms, others, weights] = [a.terms, b.terms, a.weights];
  if (pairs.length === 2 * Math.min(terms.length, others.length)) return 0;
  const [inA, inB] = [new Uint8Array(terms.length), new Uint8Array(others.length)];
  for (let i = 0; i < pairs.length; i += 2) {
    inA[pairs[i]!] = 1;
    inB[pairs[i + 1]!] = 1;
  }
  let sum = 0;
  for (let i = 0; i < inA.length; i++) {
    const term = terms[i]!;
    if (inA[i] === 1 || isFunctional(term)) continue;
    let j = others.indexOf(term);
    while (j >= 0 && inB[j] === 1) j = others.indexOf(term, j + 1);
    if (j < 0) continue;
    inB[j] = 1;
    sum += weights[i]!;
  }
  return sum;
}

/**
 * No less than the likelihood of two reports, at a fraction of the work: as if all words that can match did, in order.
 * Most pairs are of reports that share a word or two, and this tells.
 */
export function mostLikelihood(a: Report, b: Report): number {
  const { weight, count } = a.shared(b);
  const most: Evidence = {
    words: weight,
    run: count,
    covered: coveredBy(weight, a, b),
    context: 1,
    articles: ALIKE,
    voices: likeVoices(a.voice, b.voice),
    days: daysApart(a, b),
  };
  if (likelihood(most) < MORE_LIKELY_THAN_NOT) return likelihood(most);
  const near = { ...most, context: a.likeContext(b) };
  if (likelihood(near) < MORE_LIKELY_THAN_NOT) return likelihood(near);
  return likelihood({ ...near, articles: likeArticles(a, b) });
}

function coveredBy(words: number, a: Report, b: Report): number {
  return words / Math.max(1, Math.min(a.total, b.total));
}

function likeArticles(a: Report, b: Report): number {
  return a.article === b.article ? ITSELF : a.likeArticle(b);
}

function daysApart(a: Report, b: Report): number {
  return a.day === null || b.day === null ? 0 : Math.abs(a.day - b.day);
}

/** A named spokesman speaks all day and of many things; an official who is not named is quoted from one briefing. */
const SAME_NAME = 0.8;

function likeVoices(a: Voice, b: Voice): number {
  if (a.kind === 'named' && b.kind === 'named') return a.entity === b.entity ? SAME_NAME : -1;
  if (a.kind === 'anonymous' && b.kind === 'anonymous') return a.head !== '' && a.head === b.head ? 1 : 0;
  return 0;
}

/** A likelihood from which on two reports are taken for one utterance's. */
export const MORE_LIKELY_THAN_NOT = 0.5;
/** More shared surprise than this says no more. */
const MUCH = 40;
/** Less than this is a word or two, which many say. */
const ENOUGH = 8;
/** Articles that are more alike than this are of one event, and say no more. */
const ALIKE = 0.4;
/** Words in a row by which no two statements differ, and words in a row that settle it. */
const SHORT_RUN = 7;
const LONG_RUN = 15;
/** Days after which it no longer matters how many more. */
const FAR = 20;

/**
 * The probability that two reports are of one utterance, by log odds that were set by hand on the seeds and on
 * pairs of `newswcl50` read by eye.
 */
export function likelihood(e: Evidence): number {
  const said = Math.min(e.words, MUCH);
  const odds =
    -11.1 +
    0.25 * said +
    6 * Math.min(e.covered, 1) * Math.min(said / ENOUGH, 1) +
    0.25 * Math.max(0, Math.min(e.run, LONG_RUN) - SHORT_RUN) +
    4.5 * e.context +
    8 * Math.min(e.articles, ALIKE) +
    2 * e.voices -
    0.15 * Math.min(e.days, FAR);
  return 1 / (1 + Math.exp(-odds));
}
