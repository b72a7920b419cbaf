import { wholeNumbers } from '../grouping/growing.ts';
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

/** How often each term stands in a list of terms. */
export function countsOf(list: ArrayLike<number>): Counts {
  const sorted = new Int32Array(list).sort();
  const terms = new Int32Array(sorted.length);
  const counts = new Int32Array(sorted.length);
  let distinct = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) terms[distinct++] = sorted[i]!;
    counts[distinct - 1]!++;
  }
  return { terms: terms.slice(0, distinct), counts: counts.slice(0, distinct) };
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

/** Many documents in columns, in the order in which they were added. */
export class Documents {
  readonly #starts = wholeNumbers();
  readonly #terms = wholeNumbers();
  readonly #counts = wholeNumbers();

  constructor() {
    this.#starts.push(0);
  }

  add({ terms, counts }: Counts): void {
    for (let i = 0; i < terms.length; i++) {
      this.#terms.push(terms[i]!);
      this.#counts.push(counts[i]!);
    }
    this.#starts.push(this.#terms.length);
  }

  /** What {@link vectorsOf} makes of them, to the last bit. Nothing can be added any more. */
  *vectors(): Paused<Vectors> {
    const [starts, terms, counts] = [this.#starts.finished(), this.#terms.finished(), this.#counts.finished()];
    yield;
    let highest = -1;
    for (const term of terms) if (term > highest) highest = term;
    const having = new Int32Array(highest + 1);
    for (const term of terms) having[term]!++;
    yield;
    const documents = starts.length - 1;
    const weights = new Float64Array(terms.length);
    for (let document = 0; document < documents; document++) {
      const [start, end] = [starts[document]!, starts[document + 1]!];
      let squares = 0;
      for (let i = start; i < end; i++) {
        const weight = Math.log1p(counts[i]!) * Math.log(1 + documents / (1 + having[terms[i]!]!));
        weights[i] = weight;
        squares += weight * weight;
      }
      const length = Math.sqrt(squares) || 1;
      for (let i = start; i < end; i++) weights[i]! /= length;
      yield;
    }
    return new Vectors(starts, terms, weights);
  }
}

/** Many vectors in columns. */
export class Vectors {
  readonly #starts: Int32Array;
  readonly #terms: Int32Array;
  readonly #weights: Float64Array;

  constructor(starts: Int32Array, terms: Int32Array, weights: Float64Array) {
    this.#starts = starts;
    this.#terms = terms;
    this.#weights = weights;
  }

  at(document: number): Vector {
    const [start, end] = [this.#starts[document]!, this.#starts[document + 1]!];
    return { terms: this.#terms.subarray(start, end), weights: this.#weights.subarray(start, end) };
  }

  /** The {@link cosine} of two of them, without opening them. */
  cosine(a: number, b: number): number {
    const [starts, terms, weights] = [this.#starts, this.#terms, this.#weights];
    const [endOfA, endOfB] = [starts[a + 1]!, starts[b + 1]!];
    let sum = 0;
    for (let i = starts[a]!, j = starts[b]!; i < endOfA && j < endOfB; ) {
      const apart = terms[i]! - terms[j]!;
      if (apart === 0) sum += weights[i++]! * weights[j++]!;
      else if (apart < 0) i++;
      else j++;
    }
    return sum;
  }
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
