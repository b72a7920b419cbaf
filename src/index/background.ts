import type { AnnotatedArticle } from '../model.ts';
import type { Words } from './alignment.ts';
import { dayOf } from './days.ts';
import type { Reading } from './reading.ts';
import type { Said } from './said.ts';
import { countsOf, type Vector, vectorsOf } from './vectors.ts';
import { contentOf, countOfTerms, isFunctional, rootOf } from './words.ts';

/** A report as it is compared: what is the same in every comparison, worked out once. */
export interface Weighed extends Words, Pick<Said, 'article' | 'voice'> {
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

/** Weighs reports by what the articles that they stand in say of words, sentences and articles. */
export function weighed(
  articles: readonly AnnotatedArticle[],
  reading: Reading,
  said: readonly Said[],
): readonly Weighed[] {
  const read = articles.map(({ article: { paragraphs } }, i) => paragraphs.flatMap((span) => reading.terms(i, span)));
  const says = surprises(read);
  const around = vectorsOf(read.map((its) => countsOf(contentOf(its))));
  const days = articles.map(({ article }) => dayOf(article.date?.value));
  const contexts = vectorsOf(said.map(({ context }) => countsOf(contentOf(context))));
  return said.map(({ article, voice, terms: its }, i): Weighed => {
    const terms = Int32Array.from(its);
    const roots = terms.map(rootOf);
    const weights = Float64Array.from(terms, (term) => says[term]!);
    return {
      article,
      voice,
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
function surprises(articles: readonly (readonly number[])[]): Float64Array {
  const counts = new Int32Array(countOfTerms());
  let total = 0;
  for (const terms of articles) {
    for (const term of terms) counts[term]!++;
    total += terms.length;
  }
  return Float64Array.from(counts, (count, term) => {
    const share = (count + PRIOR * (isFunctional(term) ? 0.008 : 0.0001)) / (total + PRIOR);
    return Math.max(LEAST, -Math.log(share) - COMMONPLACE);
  });
}
