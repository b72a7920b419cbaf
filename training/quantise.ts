import { LABELS } from '../src/language/names/labels.ts';
import type { Lexicon } from '../src/language/names/lexicon.ts';
import { compress, expand, type NameModel } from '../src/language/names/model.ts';
import type { Weights } from './crf.ts';

/**
 * Turns trained weights into those that are shipped: the greatest `most` of them, on the scale of the model's file,
 * without the features that have none left.
 */
export function quantise(
  lexicon: Lexicon,
  keys: Int32Array,
  { features, transitions }: Weights,
  most: number,
): NameModel {
  const sizes = features.map(Math.abs).sort();
  const least = sizes[Math.max(0, sizes.length - most)] ?? 0;
  const scale = 32767 / transitions.reduce((top, weight) => Math.max(top, Math.abs(weight)), sizes.at(-1) ?? 1);
  const order = Array.from(keys.keys()).sort((a, b) => (keys[a]! >>> 0) - (keys[b]! >>> 0));
  const kept: number[] = [];
  const weights: number[] = [];
  for (const f of order) {
    const row = Array.from(features.subarray(f * LABELS, (f + 1) * LABELS), (weight) =>
      Math.abs(weight) < least ? 0 : expand(compress(weight * scale)),
    );
    if (row.every((weight) => weight === 0)) continue;
    kept.push(keys[f]! >>> 0);
    weights.push(...row);
  }
  return {
    lexicon,
    keys: Uint32Array.from(kept),
    weights: Int16Array.from(weights),
    transitions: Int16Array.from(transitions, (weight) => Math.round(weight * scale)),
  };
}
