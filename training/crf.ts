import { LABELS } from '../src/language/names/labels.ts';
import { Chain } from './chain.ts';
import type { Examples } from './extract.ts';
import { seeded, shuffle } from './random.ts';

/** Weights of features by label, `LABELS` a feature, and of pairs of labels. */
export interface Weights {
  readonly features: Float32Array;
  readonly transitions: Float64Array;
}

/** How a model is trained. */
export interface Options {
  readonly rounds: number;
  readonly seed: number;
  readonly rate: number;
  /** Probability that a feature of a token is not seen. */
  readonly dropout: number;
}

/** What a model is trained on top of: fixed scores, `LABELS` a token, and the weights of pairs. */
export interface Base {
  readonly scores: Float32Array;
  readonly transitions: Float64Array;
}

/** Gradients smaller than this change nothing worth the time. */
const NEGLIGIBLE = 1e-4;
const FIRST_SQUARE = 1e-2;

/**
 * Trains a linear-chain conditional random field (Lafferty, McCallum & Pereira 2001), one sentence at a time, with
 * the steps of AdaGrad (Duchi, Hazan & Singer 2011) and dropout of features (Srivastava et al. 2014). The same
 * examples and options give the same weights.
 *
 * @param count how many features there are; examples refer to them by number
 * @param base when given, its scores are added and its weights of pairs are kept as they are
 */
export function trainCrf(examples: Examples, count: number, options: Options, base?: Base): Weights {
  const { rounds, seed, rate, dropout } = options;
  const { features, from, gold, sentences } = examples;
  const weights = new Float32Array(count * LABELS);
  const squares = new Float32Array(count * LABELS).fill(FIRST_SQUARE);
  const transitions = base ? base.transitions.slice() : new Float64Array(LABELS * LABELS);
  const transitionSquares = new Float64Array(LABELS * LABELS).fill(FIRST_SQUARE);
  const order = Int32Array.from({ length: sentences.length - 1 }, (_, s) => s);
  const random = seeded(seed);
  const chain = new Chain();
  const pairs = new Float64Array(LABELS * LABELS);
  const longest = order.reduce((most, s) => Math.max(most, sentences[s + 1]! - sentences[s]!), 0);
  const scores = new Float64Array(longest * LABELS);
  let seen = new Int32Array(1 << 14);

  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const s of order) {
      const first = sentences[s]!;
      const length = sentences[s + 1]! - first;
      // the features of each token that are seen this time: numbers from seenFrom on
      const all = from[first + length]! - from[first]!;
      if (seen.length < all + length) seen = new Int32Array((all + length) * 2);
      let n = 0;
      scores.fill(0, 0, length * LABELS);
      for (let i = 0; i < length; i++) {
        const at = i * LABELS;
        const countAt = n++;
        for (let f = from[first + i]!; f < from[first + i + 1]!; f++) {
          const feature = features[f]!;
          if (feature < 0 || (dropout > 0 && random() < dropout)) continue;
          seen[n++] = feature;
          const row = feature * LABELS;
          for (let b = 0; b < LABELS; b++) scores[at + b]! += weights[row + b]!;
        }
        seen[countAt] = n - countAt - 1;
        for (let b = 0; b < LABELS; b++) {
          scores[at + b]! /= 1 - dropout;
          if (base) scores[at + b]! += base.scores[(first + i) * LABELS + b]!;
        }
      }
      chain.expect(scores, length, transitions, pairs);
      if (!base) {
        for (let i = 1; i < length; i++) pairs[gold[first + i - 1]! * LABELS + gold[first + i]!]! -= 1;
        for (let t = 0; t < pairs.length; t++) {
          const gradient = pairs[t]!;
          if (gradient === 0) continue;
          transitionSquares[t]! += gradient * gradient;
          transitions[t]! -= (rate * gradient) / Math.sqrt(transitionSquares[t]!);
        }
      }
      n = 0;
      for (let i = 0; i < length; i++) {
        const at = i * LABELS;
        scores[at + gold[first + i]!]! -= 1;
        const end = n + 1 + seen[n]!;
        for (n++; n < end; n++) {
          const row = seen[n]! * LABELS;
          for (let b = 0; b < LABELS; b++) {
            const gradient = scores[at + b]!;
            if (gradient < NEGLIGIBLE && gradient > -NEGLIGIBLE) continue;
            squares[row + b]! += gradient * gradient;
            weights[row + b]! -= (rate * gradient) / Math.sqrt(squares[row + b]!);
          }
        }
      }
    }
  }
  return { features: weights, transitions };
}

/** Sums the weights of the features of all tokens: `LABELS` scores a token. */
export function scoresOf({ features, from, gold }: Examples, weights: Float32Array): Float32Array {
  const out = new Float32Array(gold.length * LABELS);
  for (let i = 0; i < gold.length; i++)
    for (let f = from[i]!; f < from[i + 1]!; f++) {
      const feature = features[f]!;
      if (feature < 0) continue;
      for (let b = 0; b < LABELS; b++) out[i * LABELS + b]! += weights[feature * LABELS + b]!;
    }
  return out;
}
