import { prepare, type TaggerDocument } from '../src/language/names/document.ts';
import { EchoFeatures, MOST_ECHOES } from '../src/language/names/echo.ts';
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

/** Documents as the tagger sees them; words are described once. */
export function prepareAll(documents: readonly Labelled[], lexicon: Lexicon): readonly TaggerDocument[] {
  const known = new Map<string, Word>();
  const wordOf = (text: string): Word => {
    const word = known.get(text) ?? describeWord(text, lexicon);
    known.set(text, word);
    return word;
  };
  return documents.map(({ article, tokens, sentences }) => prepare(article, tokens, sentences, wordOf));
}

/** The features of the first reading, as hashes: the same that the tagger sums. */
export function extract(documents: readonly Labelled[], prepared: readonly TaggerDocument[]): Examples {
  const rows = new Rows();
  const context = new ContextFeatures();
  const buffer = new Int32Array(MOST_FEATURES);
  documents.forEach(({ gold }, d) => {
    const document = prepared[d]!;
    for (const { firstToken, endToken, style } of document.sentences) {
      context.enter(document, firstToken, endToken, style);
      rows.enterSentence();
      for (let i = firstToken; i < endToken; i++) {
        rows.enterToken(gold[i]!);
        for (let distance = -2; distance <= 2; distance++) {
          const at = i + distance;
          if (at < firstToken || at >= endToken) {
            rows.add(edgeFeature(distance));
            continue;
          }
          const { features, reach } = document.words[at]!;
          for (let f = 0; f < features.length; f++)
            if (reach[f]! >= Math.abs(distance)) rows.add(wordFeature(features[f]!, distance));
        }
        const n = context.write(i, buffer);
        for (let f = 0; f < n; f++) rows.add(buffer[f]!);
      }
    }
  });
  return rows.finish();
}

/** The features of the second reading, after what the first one found: labels of each document's tokens. */
export function extractEchoes(
  documents: readonly Labelled[],
  prepared: readonly TaggerDocument[],
  found: readonly Uint8Array[],
): Examples {
  const rows = new Rows();
  const buffer = new Int32Array(MOST_ECHOES);
  documents.forEach(({ gold }, d) => {
    const document = prepared[d]!;
    const echoes = new EchoFeatures(document, found[d]!);
    for (const { firstToken, endToken } of document.sentences) {
      rows.enterSentence();
      for (let i = firstToken; i < endToken; i++) {
        rows.enterToken(gold[i]!);
        const n = echoes.write(i, buffer);
        for (let f = 0; f < n; f++) rows.add(buffer[f]!);
      }
    }
  });
  return rows.finish();
}

/** Numbers the features that occur at least `least` times; replaces hashes by numbers, -1 for the rare. */
export function number(examples: Examples, least: number): { readonly keys: Int32Array; readonly examples: Examples } {
  const seen = new Map<number, number>();
  for (const feature of examples.features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const keys = Int32Array.from([...seen].filter(([, times]) => times >= least).map(([feature]) => feature));
  return { keys, examples: numberBy(examples, keys) };
}

/** Replaces hashes by their places in `keys`, -1 for those that are not there. */
export function numberBy(examples: Examples, keys: Int32Array): Examples {
  const numbers = new Map<number, number>();
  keys.forEach((key, k) => {
    numbers.set(key, k);
  });
  return { ...examples, features: examples.features.map((feature) => numbers.get(feature) ?? -1) };
}

/** Grows examples token by token. */
class Rows {
  #features = new Int32Array(1 << 20);
  #count = 0;
  readonly #from: number[] = [];
  readonly #gold: number[] = [];
  readonly #sentences: number[] = [];

  enterSentence(): void {
    this.#sentences.push(this.#from.length);
  }

  enterToken(gold: number): void {
    this.#from.push(this.#count);
    this.#gold.push(gold);
  }

  add(feature: number): void {
    if (this.#count === this.#features.length) {
      const larger = new Int32Array(this.#count * 2);
      larger.set(this.#features);
      this.#features = larger;
    }
    this.#features[this.#count++] = feature;
  }

  finish(): Examples {
    this.#sentences.push(this.#from.length);
    this.#from.push(this.#count);
    return {
      features: this.#features.slice(0, this.#count),
      from: Int32Array.from(this.#from),
      gold: Uint8Array.from(this.#gold),
      sentences: Int32Array.from(this.#sentences),
    };
  }
}
