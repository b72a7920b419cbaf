/**
 * How many tokens a second names are found in, beside what wink-nlp takes to split and tag the same text and compromise to
 * find its names, and how long the weights take to load.
 *
 *     npm run bench tagging [-- --articles=FOLDER]
 *
 * Without a folder the seeds are read over and over.
 */
import nlp from 'compromise';
import { readCorpus } from '../src/corpus/read.ts';
import { fromBase64 } from '../src/language/names/base64.ts';
import { findMentions } from '../src/language/names/mentions.ts';
import { decodeModel } from '../src/language/names/model.ts';
import { TrainedTagger } from '../src/language/names/tagger.ts';
import { HASH, WEIGHTS } from '../src/language/names/weights.js';
import { tokenise } from '../src/language/tokens.ts';
import type { Article } from '../src/model.ts';

const ENOUGH_TOKENS = 200_000;
const ROUNDS = 5;

const before = process.memoryUsage();
const loadStart = performance.now();
const tagger = new TrainedTagger(decodeModel(fromBase64(WEIGHTS), HASH));
const loadTime = performance.now() - loadStart;
const after = process.memoryUsage();
const memory = (after.heapUsed + after.external - before.heapUsed - before.external) / 1e6;
console.log(`weights: loaded in ${loadTime.toFixed(0)} ms, ${memory.toFixed(0)} MB`);

const folder = process.argv.find((word) => word.startsWith('--articles='))?.slice('--articles='.length);
const { articles } = await readCorpus([folder ?? 'seeds']);
if (articles.length === 0) throw new Error('no articles');
const corpus: ({ readonly article: Article } & ReturnType<typeof tokenise>)[] = [];
let tokens = 0;
let splitting = 0;
for (let a = 0; tokens < ENOUGH_TOKENS; a++) {
  const article = articles[a % articles.length]!;
  const start = performance.now();
  const split = tokenise(article);
  splitting += performance.now() - start;
  tokens += split.tokens.count;
  corpus.push({ article, ...split });
}
const rate = (ms: number) => `${Math.round((tokens / ms) * 1000).toLocaleString('en')} tokens/s`;
console.log(`corpus: ${articles.length} articles, read to ${tokens} tokens`);
console.log(`wink-nlp, sentences, tokens and parts of speech: ${rate(splitting)}`);

/** The median of a few rounds. */
function timed(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[ROUNDS >> 1]!;
}
const peer = timed(() => {
  for (const { text } of articles) nlp(text).topics().out('array');
});
const peerTokens = articles.reduce(
  (sum, { path }) => sum + (corpus.find((c) => c.article.path === path)?.tokens.count ?? 0),
  0,
);
console.log(
  `compromise, people, places and organizations: ${Math.round((peerTokens / peer) * 1000).toLocaleString('en')} tokens/s`,
);
const tagging = timed(() => {
  for (const c of corpus) tagger.tag(c.article, c.tokens, c.sentences);
});
console.log(`names found: ${rate(tagging)}`);
const linking = timed(() => {
  for (const c of corpus) findMentions(c.article, c.tokens, c.sentences, tagger);
});
console.log(`names found and linked within the article: ${rate(linking)}`);
