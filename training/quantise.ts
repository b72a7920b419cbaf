import { LABELS } from '../src/language/names/labels.ts';
import type { Lexicon } from '../src/language/names/lexicon.ts';
import type { NameModel } from '../src/language/names/model.ts';
import type { Weights } from './perceptron.ts';

/**
 * Turns trained weights into those that are shipped: 16 bits, those below `least` left out, and the features that
 * have none left.
 */
export function quantise(
  lexicon: Lexicon,
  keys: Int32Array,
  { features, transitions }: Weights,
  least: number,
): NameModel {
  let most = 0;
  for (const weight of features) most = Math.max(most, Math.abs(weight));
  for (const weight of transitions) most = Math.max(most, Math.abs(weight));
  const scale = 32767 / most;
  const order = Array.from(keys.keys()).sort((a, b) => (keys[a]! >>> 0) - (keys[b]! >>> 0));
  const kept: number[] = [];
  const weights: number[] = [];
  for (const f of order) {
    const row = features.subarray(f * LABELS, (f + 1) * LABELS);
    if (row.every((weight) => Math.abs(weight) < least)) continue;
    kept.push(keys[f]! >>> 0);
    for (const weight of row) weights.push(Math.abs(weight) < least ? 0 : Math.round(weight * scale));
  }
  return {
    lexicon,
    keys: Uint32Array.from(kept),
    weights: Int16Array.from(weights),
    transitions: Int16Array.from(transitions, (weight) => Math.round(weight * scale)),
  };
}
