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
const NEGLIGIBLE = 1e-3;
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
  const { sentences } = examples;
  const order = Int32Array.from({ length: sentences.length - 1 }, (_, s) => s);
  const random = seeded(options.seed);
  const longest = order.reduce((most, s) => Math.max(most, sentences[s + 1]! - sentences[s]!), 0);
  const trainer = new Trainer(examples, count, longest, options, random, base);
  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, random);
    for (const s of order) trainer.learn(sentences[s]!, sentences[s + 1]! - sentences[s]!);
  }
  return trainer;
}

/** The weights while they are learnt, and the memory that each sentence needs for it. */
class Trainer implements Weights {
  readonly features: Float32Array;
  readonly transitions: Float64Array;
  readonly #squares: Float32Array;
  readonly #transitionSquares = new Float64Array(LABELS * LABELS).fill(FIRST_SQUARE);
  readonly #chain = new Chain();
  readonly #pairs = new Float64Array(LABELS * LABELS);
  /** Scores of the labels of the sentence's tokens, then their probabilities, then the gradient. */
  readonly #scores: Float64Array;
  /** Token by token how many of its features are seen this time, and which. */
  #seen = new Int32Array(1 << 14);

  constructor(
    readonly examples: Examples,
    count: number,
    longest: number,
    readonly options: Options,
    readonly random: () => number,
    readonly base: Base | undefined,
  ) {
    this.features = new Float32Array(count * LABELS);
    this.#squares = new Float32Array(count * LABELS).fill(FIRST_SQUARE);
    this.transitions = base ? base.transitions.slice() : new Float64Array(LABELS * LABELS);
    this.#scores = new Float64Array(longest * LABELS);
  }

  /** Takes one step along the gradient of a sentence: `length` tokens from `first` on. */
  learn(first: number, length: number): void {
    this.#score(first, length);
    this.#chain.expect(this.#scores, length, this.transitions, this.#pairs);
    if (!this.base) this.#learnTransitions(first, length);
    this.#learnFeatures(first, length);
  }

  #score(first: number, length: number): void {
    const { features, from } = this.examples;
    const { base, random, features: weights } = this;
    const { dropout } = this.options;
    const scores = this.#scores;
    const needed = from[first + length]! - from[first]! + length;
    if (this.#seen.length < needed) this.#seen = new Int32Array(needed * 2);
    const seen = this.#seen;
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
  }

  #learnTransitions(first: number, length: number): void {
    const { gold } = this.examples;
    const { rate } = this.options;
    const pairs = this.#pairs;
    for (let i = 1; i < length; i++) pairs[gold[first + i - 1]! * LABELS + gold[first + i]!]! -= 1;
    for (let t = 0; t < pairs.length; t++) {
      const gradient = pairs[t]!;
      if (gradient === 0) continue;
      this.#transitionSquares[t]! += gradient * gradient;
      this.transitions[t]! -= (rate * gradient) / Math.sqrt(this.#transitionSquares[t]!);
    }
  }

  #learnFeatures(first: number, length: number): void {
    const { gold } = this.examples;
    const { rate } = this.options;
    const { features: weights } = this;
    const squares = this.#squares;
    const scores = this.#scores;
    const seen = this.#seen;
    let n = 0;
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
