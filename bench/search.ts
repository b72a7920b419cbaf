import Fuse from 'fuse.js';
import { buildIndex } from '../src/index/build.ts';
import { linksOf } from '../src/index/links.ts';
import { searchersOf } from '../src/search/records.ts';
import { searcherOf } from '../src/search/search.ts';
import { madeUpSentences, seeds } from './corpus.ts';
import { measure, report } from './measure.ts';

/** What somebody types, one letter after the other, as the prompt sees it. */
const TYPED = ['zelenksy', 'nuclear talks', 'sanctons'];
const KEYS = TYPED.flatMap((words) => Array.from(words, (_, i) => words.slice(0, i + 1)));

/** How long a key of the prompt takes: on the seeds' own three panes, and on sentences beside bare Fuse. */
export async function search(): Promise<void> {
  const articles = await seeds();
  const index = buildIndex(articles);
  const panes = searchersOf(index, linksOf(index));
  const own = await measure([
    {
      name: `${KEYS.length} keys in three panes`,
      run: () => KEYS.map((key) => Object.values(panes).map((pane) => pane.search(key)?.records.length)),
    },
  ]);
  report('search, the seeds', own);
  console.log(`  ${((own[0]?.median ?? Number.NaN) / KEYS.length).toFixed(3)} ms a key`);

  for (const count of [1_000, 10_000, 100_000]) {
    const sentences = madeUpSentences(articles, count);
    const fuse = new Fuse(sentences, { ignoreLocation: true, threshold: 0.3, useExtendedSearch: true });
    const searcher = searcherOf(sentences.map((text) => [{ text, weight: 1 }]));
    const rounds = count > 10_000 ? 5 : 15;
    for (const key of ['z', 'zele', 'zelenksy', 'nuclear talks']) {
      const measured = await measure(
        [
          { name: 'plain Fuse.js', run: () => fuse.search(key).length },
          { name: 'crisis-tui', run: () => searcher.search(key)?.records.length },
        ],
        { rounds, warmUp: 1 },
      );
      report(`search, ${count} made-up sentences, “${key}”`, measured);
    }
  }
}
