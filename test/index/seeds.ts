import { readCorpus } from '../../src/corpus/read.ts';
import { type Index, textAt } from '../../src/index/access.ts';
import { buildIndex } from '../../src/index/build.ts';
import type { Article, Fact } from '../../src/model.ts';

/** When the five seeds were published, in the order of their paths (what the manifest beside them says). */
const DATES = ['2021-12-29', '2021-12-30', '2021-12-29', '2021-12-04', '2021-12-29'];

/** A fact that a manifest states. */
export function declared(value: string): Fact {
  return { value, how: 'declared', confidence: 1, evidence: [] };
}

/** The bundled corpus with its dates. */
export async function seeds(): Promise<Index> {
  const { articles } = await readCorpus(['seeds']);
  return buildIndex(articles.map((article, i): Article => ({ ...article, date: declared(DATES[i] ?? '') })));
}

/** An article made of a text, for tests that make their own. */
export async function articlesOf(texts: readonly string[]): Promise<readonly Article[]> {
  const { readArticle } = await import('../../src/corpus/read.ts');
  return texts.map((text, i) => readArticle({ file: `/made-up/${i}.txt`, path: `${i}.txt` }, text).article);
}

/** The quotes of each utterance that more than one article reports, as `article: text`. */
export function sharedUtterances(index: Index): readonly (readonly string[])[] {
  return index.utterances
    .filter(({ quotes }) => new Set(quotes.map(({ article }) => article)).size > 1)
    .map(({ quotes }) =>
      quotes.map(({ article, item }) => {
        const quote = index.articles[article]?.annotations.quotes[item];
        return `${article}: ${quote ? textAt(index, article, quote) : ''}`;
      }),
    );
}
