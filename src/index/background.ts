import type { AnnotatedArticle } from '../model.ts';
import type { Reading } from './reading.ts';
import type { Said } from './said.ts';
import { countsOf, frequenciesOf, type Vector, vectorOf } from './vectors.ts';
import { contentOf, isFunctional } from './words.ts';

/** What a corpus says of its words, its sentences and its articles, to judge pairs of reports by. */
export interface Background {
  readonly weigh: (term: number) => number;
  /** Of each report, the words of the sentence around it. */
  readonly contexts: ReadonlyMap<Said, Vector>;
  readonly vectors: readonly Vector[];
  readonly articles: readonly AnnotatedArticle[];
}

/** Learns the background of reports from the articles that they stand in. */
export function backgroundOf(
  articles: readonly AnnotatedArticle[],
  reading: Reading,
  said: readonly Said[],
): Background {
  const terms = articles.map(({ article: { paragraphs } }, i) => paragraphs.flatMap((span) => reading.terms(i, span)));
  const counts = new Map<number, number>();
  let total = 0;
  for (const its of terms) {
    for (const term of its) counts.set(term, (counts.get(term) ?? 0) + 1);
    total += its.length;
  }
  const contents = terms.map(contentOf);
  const frequencies = frequenciesOf(contents);
  const around = said.map(({ context }) => contentOf(context));
  const sentences = frequenciesOf(around);
  return {
    articles,
    weigh: surprise(counts, total),
    contexts: new Map(said.map((report, i) => [report, vectorOf(countsOf(around[i]!), sentences)])),
    vectors: contents.map((content) => vectorOf(countsOf(content), frequencies)),
  };
}

/** Words of a corpus are counted as if this many words of common English stood before it. */
const PRIOR = 3000;
/** The surprise of a word that is everywhere: it says nothing. */
const COMMONPLACE = 3.5;
const LEAST = 0.3;

/** What a term says: its surprise in nats, over that of a commonplace word. */
function surprise(counts: ReadonlyMap<number, number>, total: number): (term: number) => number {
  const known = new Map<number, number>();
  return (term) => {
    let says = known.get(term);
    if (says === undefined) {
      const share = ((counts.get(term) ?? 0) + PRIOR * (isFunctional(term) ? 0.008 : 0.0001)) / (total + PRIOR);
      says = Math.max(LEAST, -Math.log(share) - COMMONPLACE);
      known.set(term, says);
    }
    return says;
  };
}
