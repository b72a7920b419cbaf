import { dayOf } from '../../language/dates/calendar.ts';
import type { AnnotatedArticle } from '../../model.ts';
import { anyNumbers, wholeNumbers } from '../grouping/growing.ts';
import type { Paused } from '../paused.ts';
import type { Reading } from '../terms/reading.ts';
import { type Counts, countsOf, Documents, type Vector, type Vectors } from '../terms/vectors.ts';
import { countOfTerms, isFunctional, rootOf } from '../terms/words.ts';
import type { Words } from './alignment.ts';
import { type Said, saidIn, type Voice } from './said.ts';

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
export function* reportsIn(articles: readonly AnnotatedArticle[], reading: Reading): Paused<Reports> {
  const columns = new ReportColumns();
  const around = new Documents();
  const contexts = new Documents();
  const counts = new TermCounts();
  for (const [i, annotated] of articles.entries()) {
    for (const its of saidIn(annotated, i, reading)) {
      columns.add(its);
      contexts.add(contentOf(countsOf(its.context)));
    }
    const all = countsOf(annotated.article.paragraphs.flatMap((span) => reading.terms(i, span)));
    counts.add(all);
    around.add(contentOf(all));
    yield;
  }
  const days = articles.map(({ article }) => dayOf(article.date?.value));
  const says = counts.surprises();
  return yield* columns.finished(says, yield* contexts.vectors(), yield* around.vectors(), days);
}

/** What is known of all reports, while they are collected. */
class ReportColumns {
  readonly #articles = wholeNumbers();
  readonly #voices: Voice[] = [];
  readonly #unanswered = wholeNumbers();
  readonly #quotes = wholeNumbers();
  readonly #quoteEnds = wholeNumbers();
  readonly #terms = wholeNumbers();
  readonly #termEnds = wholeNumbers();

  add({ article, quotes, terms, voice, unanswered }: Said): void {
    this.#articles.push(article);
    this.#voices.push(voice);
    this.#unanswered.push(Number(unanswered));
    for (const quote of quotes) this.#quotes.push(quote);
    this.#quoteEnds.push(this.#quotes.length);
    for (const term of terms) this.#terms.push(term);
    this.#termEnds.push(this.#terms.length);
  }

  *finished(says: Float64Array, contexts: Vectors, around: Vectors, days: readonly (number | null)[]): Paused<Reports> {
    const count = this.#voices.length;
    const [terms, termEnds] = [this.#terms.finished(), this.#termEnds.finished()];
    const totals = new Float64Array(count);
    const [kinds, kindCounts, kindWeights, kindEnds] = [wholeNumbers(), wholeNumbers(), anyNumbers(), wholeNumbers()];
    for (let i = 0; i < count; i++) {
      const words = wordsOf(terms.subarray(i === 0 ? 0 : termEnds[i - 1], termEnds[i]), says);
      totals[i] = words.weights.reduce((total, weight) => total + weight, 0);
      const { of, counts, weights } = kindsOf(words);
      for (let k = 0; k < of.length; k++) {
        kinds.push(of[k]!);
        kindCounts.push(counts[k]!);
        kindWeights.push(weights[k]!);
      }
      kindEnds.push(kinds.length);
      yield;
    }
    return new Reports({
      count,
      articles: this.#articles.finished(),
      voices: this.#voices,
      unanswered: this.#unanswered.finished(),
      quotes: this.#quotes.finished(),
      quoteEnds: this.#quoteEnds.finished(),
      terms,
      termEnds,
      totals,
      kinds: kinds.finished(),
      kindCounts: kindCounts.finished(),
      kindWeights: kindWeights.finished(),
      kindEnds: kindEnds.finished(),
      says,
      contexts,
      around,
      days,
    });
  }
}

interface Columns {
  readonly count: number;
  readonly articles: Int32Array;
  readonly voices: readonly Voice[];
  readonly unanswered: Int32Array;
  readonly quotes: Int32Array;
  readonly quoteEnds: Int32Array;
  readonly terms: Int32Array;
  readonly termEnds: Int32Array;
  readonly totals: Float64Array;
  readonly kinds: Int32Array;
  readonly kindCounts: Int32Array;
  readonly kindWeights: Float64Array;
  readonly kindEnds: Int32Array;
  /** Of each term what it says. */
  readonly says: Float64Array;
  readonly contexts: Vectors;
  readonly around: Vectors;
  readonly days: readonly (number | null)[];
}

/** Reports in columns; one by itself is made when it is asked for. */
export class Reports {
  readonly #columns: Columns;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  get count(): number {
    return this.#columns.count;
  }

  at(i: number): Report {
    return new OneReport(this.#columns, i);
  }
}

function part<Column extends Int32Array | Float64Array>(column: Column, ends: Int32Array, i: number): Column {
  return column.subarray(i === 0 ? 0 : ends[i - 1], ends[i]) as Column;
}

/** A report as it is compared: of most only the first parts are looked at, so the others are made when they are. */
class OneReport implements Report {
  readonly #columns: Columns;
  readonly #i: number;
  #words: Words | undefined;
  #kinds: Kinds | undefined;
  #context: Vector | undefined;
  #around: Vector | undefined;

  constructor(columns: Columns, i: number) {
    this.#columns = columns;
    this.#i = i;
  }

  get article(): number {
    return this.#columns.articles[this.#i]!;
  }

  get quotes(): readonly number[] {
    return [...part(this.#columns.quotes, this.#columns.quoteEnds, this.#i)];
  }

  get voice(): Voice {
    return this.#columns.voices[this.#i]!;
  }

  get unanswered(): boolean {
    return this.#columns.unanswered[this.#i] === 1;
  }

  get terms(): Int32Array {
    return part(this.#columns.terms, this.#columns.termEnds, this.#i);
  }

  get roots(): Int32Array {
    return this.#own().roots;
  }

  get weights(): Float64Array {
    return this.#own().weights;
  }

  get total(): number {
    return this.#columns.totals[this.#i]!;
  }

  get kinds(): Kinds {
    const { kinds, kindCounts, kindWeights, kindEnds } = this.#columns;
    this.#kinds ??= {
      of: part(kinds, kindEnds, this.#i),
      counts: part(kindCounts, kindEnds, this.#i),
      weights: part(kindWeights, kindEnds, this.#i),
    };
    return this.#kinds;
  }

  get context(): Vector {
    this.#context ??= this.#columns.contexts.at(this.#i);
    return this.#context;
  }

  get around(): Vector {
    this.#around ??= this.#columns.around.at(this.article);
    return this.#around;
  }

  get day(): number | null {
    return this.#columns.days[this.article] ?? null;
  }

  #own(): Words {
    this.#words ??= wordsOf(this.terms, this.#columns.says);
    return this.#words;
  }
}

function wordsOf(terms: Int32Array, says: Float64Array): Words {
  return { terms, roots: terms.map(rootOf), weights: Float64Array.from(terms, (term) => says[term]!) };
}

function contentOf({ terms, counts }: Counts): Counts {
  return {
    terms: terms.filter((term) => !isFunctional(term)),
    counts: counts.filter((_, i) => !isFunctional(terms[i]!)),
  };
}

function kindsOf({ terms, roots, weights }: Words): Kinds {
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

/** How often each term stands in the articles. */
class TermCounts {
  #all = new Int32Array(countOfTerms());
  #total = 0;

  add({ terms, counts }: Counts): void {
    if (countOfTerms() > this.#all.length) {
      const larger = new Int32Array(2 * countOfTerms());
      larger.set(this.#all);
      this.#all = larger;
    }
    terms.forEach((term, i) => {
      this.#all[term]! += counts[i]!;
      this.#total += counts[i]!;
    });
  }

  /** What each term says: its surprise in nats, over that of a commonplace word. */
  surprises(): Float64Array {
    const total = this.#total;
    return Float64Array.from(this.#all.subarray(0, countOfTerms()), (count, term) => {
      const share = (count + PRIOR * (isFunctional(term) ? 0.008 : 0.0001)) / (total + PRIOR);
      return Math.max(LEAST, -Math.log(share) - COMMONPLACE);
    });
  }
}
