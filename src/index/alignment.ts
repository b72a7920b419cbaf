import { rootOf } from './words.ts';

/** Two runs of words laid beside each other. */
export interface Alignment {
  /** Indices into both lists of the words that match, in order. */
  readonly pairs: readonly (readonly [number, number])[];
  /** What the matching words weigh, less what was skipped between them. */
  readonly score: number;
}

/** A word in one run and another word, or none, in its place in the other. */
const SUBSTITUTED = -0.8;
const SKIPPED = -0.5;
/** Two words of one root, "Russia" and "Russian", "capability" and "capable", match with this share. */
const SAME_ROOT = 0.8;

/** How much two terms are one word: 1 the same stem, less for one root, 0 for two words. */
function likeness(a: number, b: number): number {
  if (a === b) return 1;
  const root = rootOf(a);
  return root >= 0 && root === rootOf(b) ? SAME_ROOT : 0;
}

/**
 * The best local alignment of two runs of words: the stretch of both in which the same words stand in the same
 * order, words put in or left out between them allowed at a price (Smith & Waterman 1981, as passim uses it to find
 * text that was used again).
 *
 * @param weigh what a term says when both have it; rare words say more
 */
export function align(a: readonly number[], b: readonly number[], weigh: (term: number) => number): Alignment {
  const width = b.length + 1;
  const weightsA = a.map(weigh);
  const weightsB = b.map(weigh);
  const scores = new Float64Array((a.length + 1) * width);
  /** 0 starts here, 1 both, 2 skips a word of `a`, 3 skips a word of `b`. */
  const from = new Uint8Array(scores.length);
  let best = 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const at = i * width + j;
      const like = likeness(a[i - 1]!, b[j - 1]!);
      const both =
        scores[at - width - 1]! + (like > 0 ? like * Math.min(weightsA[i - 1]!, weightsB[j - 1]!) : SUBSTITUTED);
      const skipA = scores[at - width]! + SKIPPED;
      const skipB = scores[at - 1]! + SKIPPED;
      const score = Math.max(0, both, skipA, skipB);
      scores[at] = score;
      from[at] = score === 0 ? 0 : score === both ? 1 : score === skipA ? 2 : 3;
      if (score > scores[best]!) best = at;
    }
  }
  const pairs: [number, number][] = [];
  for (let at = best; from[at] !== 0; ) {
    const i = Math.floor(at / width) - 1;
    const j = (at % width) - 1;
    if (from[at] === 1) {
      if (likeness(a[i]!, b[j]!) > 0) pairs.push([i, j]);
      at -= width + 1;
    } else at -= from[at] === 2 ? width : 1;
  }
  return { pairs: pairs.reverse(), score: scores[best]! };
}
