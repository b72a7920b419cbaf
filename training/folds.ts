/**
 * Measures the recogniser on worldwide_ner, whose articles are training data too: five times it is trained without a
 * fifth of them and reads that fifth. Writes gold and found, for score_ner.py, to a folder.
 *
 *     node --import tsx training/folds.ts DATA VECTORS OUT
 *     python3 score_ner.py OUT/gold.jsonl OUT/found.jsonl --types PER,ORG,LOC
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TrainedTagger } from '../src/language/names/tagger.ts';
import { type Labelled, readSentences, readTexts, SENTENCE_FILES } from './data.ts';
import { trainModel } from './recipe.ts';
import { makeLexicon } from './vectors.ts';

const [data, vectors, out] = process.argv.slice(2);
if (!data || !vectors || !out) throw new Error('usage: node --import tsx training/folds.ts DATA VECTORS OUT');

const FOLDS = 5;
const TYPES = ['PER', 'ORG', 'LOC', 'MISC'];
const log = (line: string) => process.stderr.write(`${line}\n`);
const lexicon = makeLexicon(vectors);
const articles = readTexts(data, 'worldwide_ner/dev.jsonl');
const others = SENTENCE_FILES.flatMap((file) => readSentences(data, file));
const found: string[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const model = trainModel([...articles.filter((_, a) => a % FOLDS !== fold), ...others], lexicon, log);
  const tagger = new TrainedTagger(model);
  for (const article of articles.filter((_, a) => a % FOLDS === fold))
    found.push(JSON.stringify(read(tagger, article)));
  log(`fold ${fold + 1} of ${FOLDS} done`);
}
mkdirSync(out, { recursive: true });
copyFileSync(join(data, 'worldwide_ner/dev.jsonl'), join(out, 'gold.jsonl'));
writeFileSync(join(out, 'found.jsonl'), `${found.join('\n')}\n`);

function read(tagger: TrainedTagger, { id, article, tokens, sentences }: Labelled): object {
  const entities = tagger.tag(article, tokens, sentences).map(({ first, end, type }) => ({
    start: tokens.start[first],
    end: tokens.end[end - 1],
    type: TYPES[type],
  }));
  return { id, entities };
}
