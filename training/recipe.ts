import type { TaggerDocument } from '../src/language/names/document.ts';
import { LABELS, OUTSIDE } from '../src/language/names/labels.ts';
import type { Lexicon } from '../src/language/names/lexicon.ts';
import type { NameModel } from '../src/language/names/model.ts';
import { Viterbi } from '../src/language/names/viterbi.ts';
import { type Options, scoresOf, trainCrf, type Weights } from './crf.ts';
import type { Labelled } from './data.ts';
import { extract, extractEchoes, number, numberBy, prepareAll } from './extract.ts';
import { quantise } from './quantise.ts';

const FIRST: Options = { rounds: 7, seed: 1, rate: 0.03, dropout: 0.5 };
const SECOND: Options = { rounds: 5, seed: 2, rate: 0.03, dropout: 0.1 };
/** Features rarer than this are left out. */
const LEAST = 2;
/** Parts that the documents are cut into, each read by a model that was trained on the others. */
const PARTS = 3;
/** So many weights are shipped, those farthest from 0. */
const SHIPPED = 1_450_000;

/**
 * Trains both readings. The second is trained on what the first finds in documents it was not trained on, as it will
 * be in the program: each part of the documents is read by a model of the other parts (stacking, Wolpert 1992).
 */
export function trainModel(documents: readonly Labelled[], lexicon: Lexicon, log: (line: string) => void): NameModel {
  const prepared = prepareAll(documents, lexicon);
  const { keys, examples } = number(extract(documents, prepared), LEAST);
  log(`${documents.length} documents, ${examples.gold.length} tokens, ${keys.length} features`);
  const first = trainCrf(examples, keys.length, FIRST);
  log('first reading trained');

  const found: Uint8Array[] = [];
  const scores: Float32Array[] = [];
  const all = documents.map((_, d) => d);
  for (let part = 0; part < PARTS; part++) {
    const own = all.filter((d) => d % PARTS === part);
    const others = all.filter((d) => d % PARTS !== part);
    const pick = (numbers: readonly number[]) =>
      [numbers.map((d) => documents[d]!), numbers.map((d) => prepared[d]!)] as const;
    readBy(trainPart(...pick(others)), ...pick(own)).forEach((read, k) => {
      found[own[k]!] = read.labels;
      scores[own[k]!] = read.scores;
    });
    log(`part ${part + 1} of ${PARTS} read by the others`);
  }
  const echoes = number(extractEchoes(documents, prepared, found), LEAST);
  const base = { scores: concatenate(scores), transitions: first.transitions };
  const second = trainCrf(echoes.examples, echoes.keys.length, SECOND, base);
  log(`second reading trained, ${echoes.keys.length} features`);

  const features = new Float32Array(first.features.length + second.features.length);
  features.set(first.features);
  features.set(second.features, first.features.length);
  const joined = Int32Array.from([...keys, ...echoes.keys]);
  return quantise(lexicon, joined, { features, transitions: first.transitions }, SHIPPED);
}

function trainPart(
  documents: readonly Labelled[],
  prepared: readonly TaggerDocument[],
): { readonly keys: Int32Array; readonly weights: Weights } {
  const { keys, examples } = number(extract(documents, prepared), LEAST);
  return { keys, weights: trainCrf(examples, keys.length, FIRST) };
}

/** What a model of the first reading finds in documents, and the scores it gives to the labels of their tokens. */
function readBy(
  { keys, weights }: { readonly keys: Int32Array; readonly weights: Weights },
  documents: readonly Labelled[],
  prepared: readonly TaggerDocument[],
): readonly { readonly labels: Uint8Array; readonly scores: Float32Array }[] {
  const examples = numberBy(extract(documents, prepared), keys);
  const scores = scoresOf(examples, weights.features);
  const viterbi = new Viterbi();
  let sentence = 0;
  return documents.map(({ gold }, d) => {
    const labels = new Uint8Array(gold.length).fill(OUTSIDE);
    const from = examples.sentences[sentence]!;
    for (const { firstToken } of prepared[d]!.sentences) {
      const at = examples.sentences[sentence]!;
      const length = examples.sentences[++sentence]! - at;
      const emissions = Float64Array.from(scores.subarray(at * LABELS, (at + length) * LABELS));
      viterbi.decode(emissions, length, weights.transitions, labels, firstToken);
    }
    return { labels, scores: scores.slice(from * LABELS, examples.sentences[sentence]! * LABELS) };
  });
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
