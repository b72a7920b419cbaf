import { LABELS, mayEnd, mayStart, PREVIOUS } from '../src/language/names/labels.ts';

/**
 * Forward-backward over one sentence at a time (Rabiner 1989), scaled a token. Of the scores of labels and pairs of
 * labels it makes their probabilities, over all sequences that BILOU allows.
 */
export class Chain {
  #alpha = new Float64Array(0);
  #beta = new Float64Array(0);
  readonly #factors = new Float64Array(LABELS * LABELS);

  /**
   * @param scores `LABELS` a token; replaced by the probabilities of the labels
   * @param pairs gets the expected number of each pair of neighbours
   */
  expect(scores: Float64Array, length: number, transitions: Float64Array, pairs: Float64Array): void {
    if (this.#alpha.length < length * LABELS) {
      this.#alpha = new Float64Array(length * LABELS * 2);
      this.#beta = new Float64Array(length * LABELS * 2);
    }
    for (let t = 0; t < transitions.length; t++) this.#factors[t] = Math.exp(transitions[t]!);
    exponentiate(scores, length);
    this.#forward(scores, length);
    this.#backward(scores, length);
    pairs.fill(0);
    for (let i = 1; i < length; i++) this.#addPairs(scores, i, pairs);
    for (let i = 0; i < length; i++) {
      const at = i * LABELS;
      for (let b = 0; b < LABELS; b++) scores[at + b] = this.#alpha[at + b]! * this.#beta[at + b]!;
      normalise(scores, at);
    }
  }

  #forward(emissions: Float64Array, length: number): void {
    const alpha = this.#alpha;
    for (let i = 0; i < length; i++) {
      const at = i * LABELS;
      for (let b = 0; b < LABELS; b++) {
        let value = 0;
        if (i === 0) value = mayStart(b) ? 1 : 0;
        else for (const a of PREVIOUS[b]!) value += alpha[at - LABELS + a]! * this.#factors[a * LABELS + b]!;
        if (i === length - 1 && !mayEnd(b)) value = 0;
        alpha[at + b] = value * emissions[at + b]!;
      }
      normalise(alpha, at);
    }
  }

  #backward(emissions: Float64Array, length: number): void {
    const beta = this.#beta;
    const last = (length - 1) * LABELS;
    for (let b = 0; b < LABELS; b++) beta[last + b] = mayEnd(b) ? 1 : 0;
    for (let at = last - LABELS; at >= 0; at -= LABELS) {
      beta.fill(0, at, at + LABELS);
      for (let b = 0; b < LABELS; b++) {
        const value = beta[at + LABELS + b]! * emissions[at + LABELS + b]!;
        if (value !== 0) for (const a of PREVIOUS[b]!) beta[at + a]! += this.#factors[a * LABELS + b]! * value;
      }
      normalise(beta, at);
    }
  }

  #addPairs(emissions: Float64Array, i: number, pairs: Float64Array): void {
    const at = i * LABELS;
    const before = at - LABELS;
    let sum = 0;
    for (let b = 0; b < LABELS; b++) {
      const value = this.#beta[at + b]! * emissions[at + b]!;
      for (const a of PREVIOUS[b]!) sum += this.#alpha[before + a]! * this.#factors[a * LABELS + b]! * value;
    }
    for (let b = 0; b < LABELS; b++) {
      const value = (this.#beta[at + b]! * emissions[at + b]!) / sum;
      if (value === 0) continue;
      for (const a of PREVIOUS[b]!)
        pairs[a * LABELS + b]! += this.#alpha[before + a]! * this.#factors[a * LABELS + b]! * value;
    }
  }
}

function exponentiate(scores: Float64Array, length: number): void {
  for (let at = 0; at < length * LABELS; at += LABELS) {
    let top = -Infinity;
    for (let b = 0; b < LABELS; b++) if (scores[at + b]! > top) top = scores[at + b]!;
    for (let b = 0; b < LABELS; b++) scores[at + b] = Math.exp(scores[at + b]! - top);
  }
}

function normalise(values: Float64Array, at: number): void {
  let sum = 0;
  for (let b = 0; b < LABELS; b++) sum += values[at + b]!;
  for (let b = 0; b < LABELS; b++) values[at + b]! /= sum;
}
