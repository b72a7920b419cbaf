import { buildIndex } from '../src/index/build.ts';
import { analyse as analyseArticle } from '../src/language/analyse.ts';
import { tokenise } from '../src/language/tokens.ts';
import { seeds } from './corpus.ts';
import { measure, report } from './measure.ts';

const TIMES = 10;

/** How fast articles are read: the seeds again and again, and what of it is wink-nlp's own time. */
export async function analyse(): Promise<void> {
  const articles = await seeds();
  const many = Array.from({ length: TIMES }, () => articles).flat();
  const tokens = many.reduce((sum, article) => sum + tokenise(article).tokens.count, 0);
  const measured = await measure(
    [
      { name: 'sentences and tokens alone', run: () => many.map((article) => tokenise(article).tokens.count) },
      {
        name: 'all that is read off an article',
        run: () => many.map((article) => analyseArticle(article).quotes.length),
      },
      { name: 'the index of the five seeds', run: () => buildIndex(articles).entities.length },
    ],
    { rounds: 9 },
  );
  report(`analyse, ${many.length} articles of ${tokens} tokens (the index: ${articles.length} articles)`, measured);
  const seconds = (measured[1]?.median ?? Number.NaN) / 1000;
  console.log(`  ${Math.round(many.length / seconds)} articles/s, ${Math.round(tokens / seconds)} tokens/s`);
}
