// How fast quotes are found once an article is tagged: `npm run bench quotes`.
import { readCorpus } from '../src/corpus/read.ts';
import { findMentions } from '../src/language/names/mentions.ts';
import { findQuotes } from '../src/language/quotes/quotes.ts';
import { tokenise } from '../src/language/tokens.ts';

/** Words of the article that speed is counted in. */
const ARTICLE = 750;
const SECONDS = 3;

async function main(): Promise<void> {
  const { articles } = await readCorpus(['seeds']);
  const tagged = articles.map((article) => {
    const { tokens, sentences } = tokenise(article);
    return { article, tokens, sentences, mentions: findMentions(article, tokens, sentences) };
  });
  const words = articles.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const round = () => {
    let found = 0;
    for (const { article, tokens, sentences, mentions } of tagged)
      found += findQuotes(article, tokens, sentences, mentions).length;
    return found;
  };
  for (let i = 0; i < 20; i++) round();
  let rounds = 0;
  const start = performance.now();
  while (performance.now() - start < SECONDS * 1000) {
    round();
    rounds++;
  }
  const perSecond = (rounds * words) / ARTICLE / ((performance.now() - start) / 1000);
  console.log(`${round()} quotes in ${words} words; ${perSecond.toFixed(0)} articles of ${ARTICLE} words a second`);
}

await main();
