import { dayOf } from '../../language/dates/calendar.ts';
import type { AnnotatedArticle } from '../../model.ts';
import { mapped, type Paused } from '../paused.ts';
import type { Reading } from '../terms/reading.ts';
import { type Counts, countsOf, type Vector, vectorsOf } from '../terms/vectors.ts';
import { countOfTerms, isFunctional, rootOf } from '../terms/words.ts';
import type { Words } from './alignment.ts';
import { type Said, saidIn } from './said.ts';

/** What was said as it is compared: all that is the same in every comparison, worked out once. */
export interface Report extends Words, Pick<Said, 'article' | 'quotes' | 'voice' | 'unanswered'> {
  /** What all its words weigh. */
  readonly total: number;
  readonly kinds: Kinds;
  /** The words of the sentence around it. */
  readonly context: Vector;
  /** The words of its article. */
  readonly around: Vector;
  /** When its article was published. */
  readonly day: number | null;
}

/** The words of a report without their order: words that can match are of one kind, of one root or the same. */
export interface Kinds {
  /** In order, each once. */
  readonly of: Int32Array;
  /** What all words of each kind weigh, and how many they are. */
  readonly weights: Float64Array;
  readonly counts: Int32Array;
}

/** All that articles report to have been said, weighed by what they say of words, sentences and articles. */
export function* reportsIn(articles: readonly AnnotatedArticle[], reading: Reading): Paused<readonly Report[]> {
  const said: Said[] = [];
  const counts = yield* mapped(articles, (annotated, i) => {
    for (const its of saidIn(annotated, i, reading)) said.push(its);
    return countsOf(annotated.article.paragraphs.flatMap((span) => reading.terms(i, span)));
  });
  const says = surprises(counts);
  const around = yield* vectorsOf(yield* mapped(counts, contentOf));
  const contexts = yield* vectorsOf(yield* mapped(said, ({ context }) => contentOf(countsOf(context))));
  const days = articles.map(({ article }) => dayOf(article.date?.value));
  return yield* mapped(said, ({ article, quotes, voice, unanswered, terms: its }, i): Report => {
    const terms = new Int32Array(its);
    const roots = terms.map(rootOf);
    const weights = new Float64Array(terms).map((term) => says[term]!);
    return {
      article,
      quotes,
      voice,
      unanswered,
      terms,
      roots,
      weights,
      total: weights.reduce((total, weight) => total + weight, 0),
      kinds: kindsOf(terms, roots, weights),
      context: contexts[i]!,
      around: around[article]!,
      day: days[article]!,
    };
  });
}

function contentOf({ terms, counts }: Counts): Counts {
  return {
    terms: terms.filter((term) => !isFunctional(term)),
    counts: counts.filter((_, i) => !isFunctional(terms[i]!)),
  };
}

function kindsOf(terms: Int32Array, roots: Int32Array, weights: Float64Array): Kinds {
  const kinds = terms.map((term, i) => (roots[i]! >= 0 ? 2 * roots[i]! + 1 : 2 * term));
  const { terms: of, counts } = countsOf(kinds);
  const sums = new Float64Array(of.length);
  kinds.forEach((kind, i) => {
    sums[of.indexOf(kind)]! += weights[i]!;
  });
  return { of, counts, weights: sums };
}

/** Words of a corpus are counted as if this many words of common English stood before it. */
const PRIOR = 3000;
/** The surprise of a word that is everywhere: it says nothing. */
const COMMONPLACE = 3.5;
const LEAST = 0.3;

/** What each term says: its surprise in nats, over that of a commonplace word. */
function surprises(articles: readonly Counts[]): Float64Array {
  const all = new Int32Array(countOfTerms());
  let total = 0;
  for (const { terms, counts } of articles)
    terms.forEach((term, i) => {
      all[term]! += counts[i]!;
      total += counts[i]!;
    });
  return Float64Array.from(all, (count, term) => {
    const share = (count + PRIOR * (isFunctional(term) ? 0.008 : 0.0001)) / (total + PRIOR);
    return Math.max(LEAST, -Math.log(share) - COMMONPLACE);
  });
}
