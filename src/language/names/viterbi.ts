import { LABELS, mayEnd, mayStart, PREVIOUS } from './labels.ts';

const IMPOSSIBLE = -1e15;

/**
 * The best sequence of labels (Viterbi 1967), of those that BILOU allows. Reuses its memory between calls.
 */
export class Viterbi {
  #scores = new Float64Array(0);
  #back = new Uint8Array(0);

  /**
   * @param emissions scores of the labels, `LABELS` a token, from token 0
   * @param count how many tokens
   * @param transitions score of label `b` after `a` at `a * LABELS + b`
   * @param out gets the labels, from `at` on
   */
  decode(
    emissions: Float64Array | Int32Array,
    count: number,
    transitions: Float64Array,
    out: Uint8Array,
    at: number,
  ): void {
    if (count === 0) return;
    if (this.#scores.length < count * LABELS) {
      this.#scores = new Float64Array(count * LABELS * 2);
      this.#back = new Uint8Array(count * LABELS * 2);
    }
    const scores = this.#scores;
    const back = this.#back;
    for (let b = 0; b < LABELS; b++) scores[b] = mayStart(b) ? emissions[b]! : IMPOSSIBLE;
    for (let i = 1; i < count; i++) {
      const here = i * LABELS;
      const there = here - LABELS;
      for (let b = 0; b < LABELS; b++) {
        const candidates = PREVIOUS[b]!;
        let best = -Infinity;
        let from = 0;
        for (let k = 0; k < candidates.length; k++) {
          const a = candidates[k]!;
          const score = scores[there + a]! + transitions[a * LABELS + b]!;
          if (score > best) {
            best = score;
            from = a;
          }
        }
        scores[here + b] = best + emissions[here + b]!;
        back[here + b] = from;
      }
    }
    const last = (count - 1) * LABELS;
    let label = LABELS - 1;
    for (let b = 0; b < LABELS; b++) if (mayEnd(b) && scores[last + b]! > scores[last + label]!) label = b;
    for (let i = count - 1; i >= 0; i--) {
      out[at + i] = label;
      label = back[i * LABELS + label]!;
    }
  }
}
