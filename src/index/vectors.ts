/** A sparse vector of unit length: weights by term. */
export type Vector = ReadonlyMap<number, number>;

/** How many documents have each term, to weigh terms by their rarity. */
export interface Frequencies {
  readonly documents: number;
  readonly having: ReadonlyMap<number, number>;
}

/** Counts in how many of the documents each term stands. */
export function frequenciesOf(documents: Iterable<Iterable<number>>): Frequencies {
  const having = new Map<number, number>();
  let count = 0;
  for (const document of documents) {
    count++;
    for (const term of new Set(document)) having.set(term, (having.get(term) ?? 0) + 1);
  }
  return { documents: count, having };
}

/** Inverse document frequency, smoothed so that a term that all have still weighs a little. */
export function rarity({ documents, having }: Frequencies, term: number): number {
  return Math.log(1 + documents / (1 + (having.get(term) ?? 0)));
}

/**
 * TF-IDF with sublinear term frequency, at unit length (Manning, Raghavan & Schütze 2008, §6.4).
 *
 * @param terms pairs of a term and how often it counts
 */
export function vectorOf(terms: Iterable<readonly [term: number, count: number]>, frequencies: Frequencies): Vector {
  const weights = new Map<number, number>();
  let squares = 0;
  for (const [term, count] of terms) {
    const weight = Math.log1p(count) * rarity(frequencies, term);
    weights.set(term, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [term, weight] of weights) weights.set(term, weight / length);
  return weights;
}

/** How often each term stands in a list of terms. */
export function countsOf(terms: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Cosine of two vectors of unit length: 0 nothing shared, 1 the same. */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}
