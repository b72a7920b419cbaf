import { widened } from '../grouping/growing.ts';
import { mapped, type Paused } from '../paused.ts';

/** A sparse vector of unit length: terms in order of their numbers, and the weight of each. */
export interface Vector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** The terms of a document in order of their numbers, and how often each counts. */
export interface Counts {
  readonly terms: Int32Array;
  readonly counts: Int32Array;
}

/** Counts terms, whole numbers from 0 on, of one document after the other. */
export class Counting {
  /** By term, how often each counts, and which these are. */
  #times = new Int32Array(1024);
  readonly #terms: number[] = [];

  add(term: number, times: number): void {
    if (term >= this.#times.length) this.#times = widened(this.#times, term + 1);
    if (this.#times[term] === 0) this.#terms.push(term);
    this.#times[term]! += times;
  }

  /** What was counted; it begins anew. */
  finished(): Counts {
    const terms = new Int32Array(this.#terms).sort();
    const counts = new Int32Array(terms.length);
    this.#terms.length = 0;
    for (let i = 0; i < terms.length; i++) {
      counts[i] = this.#times[terms[i]!]!;
      this.#times[terms[i]!] = 0;
    }
    return { terms, counts };
  }
}

const counting = new Counting();

/** How often each term stands in a list of terms, whole numbers from 0 on. */
export function countsOf(list: ArrayLike<number>): Counts {
  for (let i = 0; i < list.length; i++) counting.add(list[i]!, 1);
  return counting.finished();
}

/**
 * TF-IDF with sublinear term frequency, at unit length (Manning, Raghavan & Schütze 2008, §6.4); inverse document
 * frequency smoothed so that a term that all documents have still weighs a little.
 */
export function vectorsOf(documents: readonly Counts[]): Paused<readonly Vector[]> {
  const highest = documents.reduce((most, { terms }) => Math.max(most, terms.at(-1) ?? -1), -1);
  const having = new Int32Array(highest + 1);
  for (const { terms } of documents) for (const term of terms) having[term]!++;
  return mapped(documents, ({ terms, counts }) => {
    const weights = new Float64Array(terms.length);
    let squares = 0;
    for (let i = 0; i < terms.length; i++) {
      const weight = Math.log1p(counts[i]!) * Math.log(1 + documents.length / (1 + having[terms[i]!]!));
      weights[i] = weight;
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    for (let i = 0; i < weights.length; i++) weights[i]! /= length;
    return { terms, weights };
  });
}

/** Cosine of two vectors of unit length: 0 nothing shared, 1 the same. */
export function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const apart = a.terms[i]! - b.terms[j]!;
    if (apart === 0) sum += a.weights[i++]! * b.weights[j++]!;
    else if (apart < 0) i++;
    else j++;
  }
  return sum;
}
