import { readArticle, readCorpus } from '../src/corpus/read.ts';
import { indexOf } from '../src/index/build.ts';
import { linkEntities } from '../src/index/entities.ts';
import { linksOf } from '../src/index/links.ts';
import { groupStories } from '../src/index/stories.ts';
import { groupUtterances } from '../src/index/utterances.ts';
import { findMentions } from '../src/language/names/mentions.ts';
import { findQuotes } from '../src/language/quotes/quotes.ts';
import { tokenise } from '../src/language/tokens.ts';
import type { AnnotatedArticle, Article } from '../src/model.ts';
import { madeUpSentences, seeds } from './corpus.ts';

const ARTICLES = 200;
const SENTENCES = 30;

/**
 * How long each stage of building an index takes, each once and from cold, as a reader waits for it.
 *
 * @param data a folder of articles to build it of; without, articles made up of the sentences of the seeds
 */
export async function index({ data }: Readonly<Record<string, string>>): Promise<void> {
  const articles = data === undefined ? await madeUp() : (await readCorpus([data])).articles;
  console.log(`\nindex, ${articles.length} articles of ${data ?? 'made-up sentences'}, time of the processor`);
  const stage = <T>(name: string, work: () => T): T => {
    const start = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    const rate = Math.round(articles.length / seconds);
    console.log(
      `  ${name.padEnd(20)} ${(seconds * 1000).toFixed(0).padStart(7)} ms ${`${rate}`.padStart(8)} articles/s`,
    );
    return result;
  };
  const split = stage('sentences and tokens', () => articles.map((article) => tokenise(article)));
  const named = stage('names', () =>
    articles.map((article, i) => findMentions(article, split[i]!.tokens, split[i]!.sentences)),
  );
  const annotated = stage('quotes', () =>
    articles.map((article, i): AnnotatedArticle => {
      const { tokens, sentences } = split[i]!;
      const mentions = named[i]!;
      return {
        article,
        annotations: { tokens, sentences, mentions, quotes: findQuotes(article, tokens, sentences, mentions) },
      };
    }),
  );
  const entities = stage('entities', () => linkEntities(annotated));
  stage('stories', () => groupStories(annotated, entities));
  stage('utterances', () => groupUtterances(annotated, entities));
  const built = stage('all after the quotes', () => indexOf(annotated));
  stage('links', () => linksOf(built));
}

async function madeUp(): Promise<readonly Article[]> {
  const sentences = madeUpSentences(await seeds(), ARTICLES * SENTENCES);
  return Array.from({ length: ARTICLES }, (_, i) => {
    const path = `${i}.txt`;
    const text = sentences.slice(i * SENTENCES, (i + 1) * SENTENCES).join('\n\n');
    return readArticle({ file: path, path }, text).article;
  });
}
