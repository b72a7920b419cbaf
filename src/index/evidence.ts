import { align } from './alignment.ts';
import type { Background } from './background.ts';
import { dayOf } from './days.ts';
import type { Said, Voice } from './said.ts';
import { cosine, countsOf } from './vectors.ts';
import { isFunctional } from './words.ts';

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

/** Compares two reports. */
export function compareReports(a: Said, b: Said, background: Background): Evidence {
  const { weigh } = background;
  const { pairs, score } = align(a.terms, b.terms, weigh);
  const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + weigh(term), 0);
  const [inA, inB] = [new Set(pairs.map(([x]) => x)), new Set(pairs.map(([, x]) => x))];
  const restA = countsOf(a.terms.filter((_, i) => !inA.has(i)));
  const restB = countsOf(b.terms.filter((_, i) => !inB.has(i)));
  let strewn = 0;
  for (const [term, count] of restA)
    if (!isFunctional(term)) strewn += Math.min(count, restB.get(term) ?? 0) * weigh(term) * OUT_OF_ORDER;
  const words = score + strewn;
  const [aroundA, aroundB] = [background.contexts.get(a), background.contexts.get(b)];
  const published = (said: Said) => dayOf(background.articles[said.article]?.article.date?.value);
  const [dayA, dayB] = [published(a), published(b)];
  const [vectorA, vectorB] = [background.vectors[a.article], background.vectors[b.article]];
  return {
    words,
    run: pairs.length,
    covered: words / Math.max(1, Math.min(sum(a.terms), sum(b.terms))),
    context: aroundA && aroundB ? cosine(aroundA, aroundB) : 0,
    articles: a.article === b.article ? ITSELF : vectorA && vectorB ? cosine(vectorA, vectorB) : 0,
    voices: likeVoices(a.voice, b.voice),
    days: dayA === null || dayB === null ? 0 : Math.abs(dayA - dayB),
  };
}

/** A named spokesman speaks all day and of many things; an official who is not named is quoted from one briefing. */
const SAME_NAME = 0.8;

function likeVoices(a: Voice, b: Voice): number {
  if (a.kind === 'named' && b.kind === 'named') return a.entity === b.entity ? SAME_NAME : -1;
  if (a.kind === 'anonymous' && b.kind === 'anonymous') return a.head !== '' && a.head === b.head ? 1 : 0;
  return 0;
}

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
