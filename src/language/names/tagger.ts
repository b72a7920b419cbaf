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
/** The share of the table of keys that may be taken. */
const FULL = 0.6;

/** Tags with trained weights: sums of integers, so that every machine finds the same names. */
export class TrainedTagger implements Tagger {
  readonly #model: NameModel;
  readonly #transitions: Float64Array;
  /** The keys by open addressing: each beside its number plus one, for what is slow is to fetch from memory. */
  readonly #table: Int32Array;
  readonly #words = new Map<string, ScoredWord>();
  readonly #edges: readonly Int32Array[];
  readonly #context = new ContextFeatures();
  readonly #buffer = new Int32Array(Math.max(MOST_FEATURES, MOST_ECHOES));
  /** Of the features that have weights, where these begin. */
  readonly #rows = new Int32Array(this.#buffer.length);
  readonly #viterbi = new Viterbi();
  #scores = new Int32Array(0);

  constructor(model: NameModel) {
    this.#model = model;
    this.#transitions = Float64Array.from(model.transitions);
    let size = 1024;
    while (size * FULL < model.keys.length) size *= 2;
    this.#table = new Int32Array(2 * size);
    model.keys.forEach((key, f) => {
      let at = 2 * (key & (size - 1));
      while (this.#table[at + 1] !== 0) at = (at + 2) & (2 * size - 1);
      this.#table[at] = key;
      this.#table[at + 1] = f + 1;
    });
    this.#edges = [-2, -1, 0, 1, 2].map((distance) => {
      const scores = new Int32Array(LABELS);
      this.#add(Int32Array.of(edgeFeature(distance)), 1, scores, 0);
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
        this.#add(this.#buffer, n, out, at);
      }
    }
  }

  /** Adds to the scores what the first reading says of the same words elsewhere. */
  #addEchoes(document: TaggerDocument, labels: Uint8Array): void {
    const echoes = new EchoFeatures(document, labels);
    for (let i = 0; i < labels.length; i++) {
      const n = echoes.write(i, this.#buffer);
      this.#add(this.#buffer, n, this.#scores, i * LABELS);
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
    for (let distance = -2; distance <= 2; distance++) {
      const reaching = word.features.filter((_, f) => word.reach[f]! >= Math.abs(distance));
      const features = reaching.map((feature) => wordFeature(feature, distance));
      this.#add(features, features.length, scores, (distance + 2) * LABELS);
    }
    const scored = { ...word, scores };
    this.#words.set(text, scored);
    return scored;
  }

  /**
   * Adds the weights of those features that have any to the scores of a token. All are looked up first and added then,
   * so that the processor fetches many at a time.
   */
  #add(features: Int32Array, count: number, scores: Int32Array, at: number): void {
    const { weights } = this.#model;
    const table = this.#table;
    const rows = this.#rows;
    const last = table.length - 1;
    let found = 0;
    for (let i = 0; i < count; i++) {
      const feature = features[i]!;
      let slot = (2 * feature) & last;
      while (table[slot] !== feature && table[slot + 1] !== 0) slot = (slot + 2) & last;
      const number = table[slot + 1]!;
      rows[found] = (number - 1) * LABELS;
      if (number !== 0) found++;
    }
    for (let b = 0; b < LABELS; b++) {
      let sum = scores[at + b]!;
      for (let i = 0; i < found; i++) sum += weights[rows[i]! + b]!;
      scores[at + b] = sum;
    }
  }
}
