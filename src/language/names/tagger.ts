import type { Article, Sentence, Tokens } from '../../model.ts';
import { prepare, type TaggerDocument } from './document.ts';
import { EchoFeatures, MOST_ECHOES } from './echo.ts';
import { ContextFeatures, edgeFeature, MOST_FEATURES, wordFeature } from './features.ts';
import { type Chunk, LABELS, OUTSIDE, readLabels } from './labels.ts';
import type { NameModel } from './model.ts';
import { Viterbi } from './viterbi.ts';
import { describeWord, type Word } from './words.ts';

/** Finds names in an article. The built-in is {@link TrainedTagger}; a stronger model may take its place. */
export interface Tagger {
  /** Names in order of place, none overlapping, each within one sentence. */
  tag(article: Article, tokens: Tokens, sentences: readonly Sentence[]): readonly Chunk[];
}

/** A word, and what it adds to the scores of the tokens around it: `LABELS` numbers for each distance -2 to 2. */
interface ScoredWord extends Word {
  readonly scores: Int32Array;
}

/** Words remembered between articles; when there are more, all are forgotten. */
const REMEMBERED = 30_000;
const DISTANCES = 5;

/** Tags with trained weights: sums of integers, so that every machine finds the same names. */
export class TrainedTagger implements Tagger {
  readonly #model: NameModel;
  readonly #transitions: Float64Array;
  readonly #slots: Int32Array;
  readonly #words = new Map<string, ScoredWord>();
  readonly #edges: readonly Int32Array[];
  readonly #context = new ContextFeatures();
  readonly #buffer = new Int32Array(Math.max(MOST_FEATURES, MOST_ECHOES));
  readonly #viterbi = new Viterbi();
  #scores = new Int32Array(0);

  constructor(model: NameModel) {
    this.#model = model;
    this.#transitions = Float64Array.from(model.transitions);
    // open addressing, at most half full
    let size = 1024;
    while (size < model.keys.length * 2) size *= 2;
    this.#slots = new Int32Array(size).fill(-1);
    for (let f = 0; f < model.keys.length; f++) {
      let slot = model.keys[f]! & (size - 1);
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & (size - 1);
      this.#slots[slot] = f;
    }
    this.#edges = [-2, -1, 0, 1, 2].map((distance) => {
      const scores = new Int32Array(LABELS);
      this.#add(edgeFeature(distance), scores, 0);
      return scores;
    });
  }

  tag(article: Article, tokens: Tokens, sentences: readonly Sentence[]): readonly Chunk[] {
    if (this.#words.size > REMEMBERED) this.#words.clear();
    const document = prepare(article, tokens, sentences, (text) => this.#word(text));
    this.#score(document, tokens.count);
    const first = this.#read(document, tokens.count);
    this.#addEchoes(document, first);
    return readLabels(this.#read(document, tokens.count));
  }

  /** Fills the scores of all tokens with what the words and their neighbours say. */
  #score(document: TaggerDocument, count: number): void {
    if (this.#scores.length < count * LABELS) this.#scores = new Int32Array(count * LABELS);
    const out = this.#scores;
    out.fill(0, 0, count * LABELS);
    const words = document.words as readonly ScoredWord[];
    for (const { firstToken, endToken, style } of document.sentences) {
      this.#context.enter(document, firstToken, endToken, style);
      for (let i = firstToken; i < endToken; i++) {
        const at = i * LABELS;
        for (let d = 0; d < DISTANCES; d++) {
          const j = i + d - 2;
          const inside = j >= firstToken && j < endToken;
          const scores = inside ? words[j]!.scores : this.#edges[d]!;
          const row = inside ? d * LABELS : 0;
          for (let b = 0; b < LABELS; b++) out[at + b]! += scores[row + b]!;
        }
        const n = this.#context.write(i, this.#buffer);
        for (let f = 0; f < n; f++) this.#add(this.#buffer[f]!, out, at);
      }
    }
  }

  /** Adds to the scores what the first reading says of the same words elsewhere. */
  #addEchoes(document: TaggerDocument, labels: Uint8Array): void {
    const echoes = new EchoFeatures(document, labels);
    for (let i = 0; i < labels.length; i++) {
      const n = echoes.write(i, this.#buffer);
      for (let f = 0; f < n; f++) this.#add(this.#buffer[f]!, this.#scores, i * LABELS);
    }
  }

  #read(document: TaggerDocument, count: number): Uint8Array {
    const labels = new Uint8Array(count).fill(OUTSIDE);
    for (const { firstToken, endToken } of document.sentences) {
      const scores = this.#scores.subarray(firstToken * LABELS, endToken * LABELS);
      this.#viterbi.decode(scores, endToken - firstToken, this.#transitions, labels, firstToken);
    }
    return labels;
  }

  #word(text: string): ScoredWord {
    const known = this.#words.get(text);
    if (known) return known;
    const word = describeWord(text, this.#model.lexicon);
    const scores = new Int32Array(DISTANCES * LABELS);
    word.features.forEach((feature, f) => {
      for (let distance = -word.reach[f]!; distance <= word.reach[f]!; distance++)
        this.#add(wordFeature(feature, distance), scores, (distance + 2) * LABELS);
    });
    const scored = { ...word, scores };
    this.#words.set(text, scored);
    return scored;
  }

  /** Adds the weights of a feature to scores, if the feature has any. */
  #add(feature: number, scores: Int32Array, at: number): void {
    const { keys, weights } = this.#model;
    const slots = this.#slots;
    const last = slots.length - 1;
    const key = feature >>> 0;
    let slot = key & last;
    for (let f = slots[slot]!; f >= 0; f = slots[slot]!) {
      if (keys[f] === key) {
        const row = f * LABELS;
        for (let b = 0; b < LABELS; b++) scores[at + b]! += weights[row + b]!;
        return;
      }
      slot = (slot + 1) & last;
    }
  }
}
