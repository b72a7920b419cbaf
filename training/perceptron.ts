import { LABELS } from '../src/language/names/labels.ts';
import { Viterbi } from '../src/language/names/viterbi.ts';
import type { Examples } from './extract.ts';
import { seeded, shuffle } from './random.ts';

/** Weights of features by label, `LABELS` a feature, and of pairs of labels. */
export interface Weights {
  readonly features: Float32Array;
  readonly transitions: Float64Array;
}

/**
 * Trains a structured perceptron (Collins 2002, "Discriminative training methods for hidden Markov models") and
 * averages its weights over all sentences seen. The same examples, rounds and seed give the same weights.
 *
 * @param count how many features there are; examples refer to them by number
 */
export function trainPerceptron(examples: Examples, count: number, rounds: number, seed: number): Weights {
  const weights = new Float32Array(count * LABELS);
  const sums = new Float64Array(count * LABELS);
  const transitions = new Float64Array(LABELS * LABELS);
  const transitionSums = new Float64Array(LABELS * LABELS);
  const order = Int32Array.from({ length: examples.sentences.length - 1 }, (_, s) => s);
  const random = seeded(seed);
  const viterbi = new Viterbi();
  let emissions = new Float64Array(512 * LABELS);
  const found = new Uint8Array(4096);
  const { features, from, gold } = examples;
  let step = 1;

  const learn = (i: number, label: number, by: number) => {
    for (let f = from[i]!; f < from[i + 1]!; f++) {
      const feature = features[f]!;
      if (feature < 0) continue;
      weights[feature * LABELS + label]! += by;
      sums[feature * LABELS + label]! += by * step;
    }
  };

  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const s of order) {
      const first = examples.sentences[s]!;
      const length = examples.sentences[s + 1]! - first;
      if (emissions.length < length * LABELS) emissions = new Float64Array(length * LABELS * 2);
      emit(examples, first, length, weights, emissions);
      viterbi.decode(emissions, length, transitions, found, 0);
      for (let i = 0; i < length; i++) {
        const right = gold[first + i]!;
        const wrong = found[i]!;
        if (right !== wrong) {
          learn(first + i, right, 1);
          learn(first + i, wrong, -1);
        }
        if (i === 0) continue;
        const rightStep = gold[first + i - 1]! * LABELS + right;
        const wrongStep = found[i - 1]! * LABELS + wrong;
        if (rightStep === wrongStep) continue;
        transitions[rightStep]! += 1;
        transitions[wrongStep]! -= 1;
        transitionSums[rightStep]! += step;
        transitionSums[wrongStep]! -= step;
      }
      step++;
    }
  }
  for (let w = 0; w < weights.length; w++) weights[w]! -= sums[w]! / step;
  for (let t = 0; t < transitions.length; t++) transitions[t]! -= transitionSums[t]! / step;
  return { features: weights, transitions };
}

/** Sums the weights of the features of tokens `first` and on. */
export function emit(
  { features, from }: Examples,
  first: number,
  length: number,
  weights: Float32Array,
  out: Float64Array,
): void {
  out.fill(0, 0, length * LABELS);
  for (let i = 0; i < length; i++) {
    const at = i * LABELS;
    for (let f = from[first + i]!; f < from[first + i + 1]!; f++) {
      const feature = features[f]!;
      if (feature < 0) continue;
      const row = feature * LABELS;
      for (let b = 0; b < LABELS; b++) out[at + b]! += weights[row + b]!;
    }
  }
}
