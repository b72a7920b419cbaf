import { prepare } from '../src/language/names/document.ts';
import { ContextFeatures, edgeFeature, MOST_FEATURES, wordFeature } from '../src/language/names/features.ts';
import type { Lexicon } from '../src/language/names/lexicon.ts';
import { describeWord, type Word } from '../src/language/names/words.ts';
import type { Labelled } from './data.ts';

/** Sentences as features: token `i` has `features[from[i]]` up to `features[from[i + 1]]`; its label is `gold[i]`. */
export interface Examples {
  readonly features: Int32Array;
  readonly from: Int32Array;
  readonly gold: Uint8Array;
  /** Sentence `s` is tokens `sentences[s]` up to `sentences[s + 1]`. */
  readonly sentences: Int32Array;
}

/** The features of all sentences, as hashes. The same that the tagger sums, one by one. */
export function extract(documents: readonly Labelled[], lexicon: Lexicon): Examples {
  const known = new Map<string, Word>();
  const wordOf = (text: string): Word => {
    const word = known.get(text) ?? describeWord(text, lexicon);
    known.set(text, word);
    return word;
  };
  let features = new Int32Array(1 << 20);
  let count = 0;
  const from: number[] = [];
  const gold: number[] = [];
  const sentenceStarts: number[] = [];
  const context = new ContextFeatures();
  const buffer = new Int32Array(MOST_FEATURES);
  for (const { article, tokens, sentences, gold: labels } of documents) {
    const document = prepare(article, tokens, sentences, wordOf);
    for (const { firstToken, endToken, style } of document.sentences) {
      context.enter(document, firstToken, endToken, style);
      sentenceStarts.push(from.length);
      for (let i = firstToken; i < endToken; i++) {
        if (count + 300 > features.length) {
          const larger = new Int32Array(features.length * 2);
          larger.set(features);
          features = larger;
        }
        from.push(count);
        gold.push(labels[i]!);
        for (let distance = -2; distance <= 2; distance++) {
          const at = i + distance;
          if (at < firstToken || at >= endToken) {
            features[count++] = edgeFeature(distance);
            continue;
          }
          const { features: own, reach } = document.words[at]!;
          for (let f = 0; f < own.length; f++)
            if (reach[f]! >= Math.abs(distance)) features[count++] = wordFeature(own[f]!, distance);
        }
        const n = context.write(i, buffer);
        for (let f = 0; f < n; f++) features[count++] = buffer[f]!;
      }
    }
  }
  from.push(count);
  sentenceStarts.push(from.length - 1);
  return {
    features: features.subarray(0, count),
    from: Int32Array.from(from),
    gold: Uint8Array.from(gold),
    sentences: Int32Array.from(sentenceStarts),
  };
}

/** Numbers the features that occur at least `least` times; replaces hashes by numbers, -1 for the rare. */
export function number(examples: Examples, least: number): { readonly keys: Int32Array; readonly examples: Examples } {
  const seen = new Map<number, number>();
  for (const feature of examples.features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const numbers = new Map<number, number>();
  const keys: number[] = [];
  for (const [feature, times] of seen) {
    if (times < least) continue;
    numbers.set(feature, keys.length);
    keys.push(feature);
  }
  return {
    keys: Int32Array.from(keys),
    examples: { ...examples, features: examples.features.map((feature) => numbers.get(feature) ?? -1) },
  };
}
