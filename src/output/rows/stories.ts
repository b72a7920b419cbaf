import type { Index } from '../../index/access.ts';
import { countedOnce } from '../../index/counting.ts';
import type { Request } from '../request.ts';
import { outletOf, placeOf, type Row } from './row.ts';

/** Rows of the stories, largest first; a member is an article, its text the headline or the first paragraph. */
export function* storyRows({ index, chosen, story }: Request): Generator<Row> {
  for (const its of story ? [story] : index.stories) {
    if (!its.articles.some(chosen.article)) continue;
    const dates = its.articles.flatMap((article) => index.articles[article]?.article.date?.value ?? []).sort();
    const counted = countedOnce(index, its.articles);
    const outlets = new Set(counted.map((article) => outletOf(index, article)));
    yield {
      story: its.id,
      label: its.label,
      articles: its.articles.length,
      texts: counted.length,
      from: dates[0] ?? null,
      to: dates.at(-1) ?? null,
      outlets: [...outlets],
      members: its.articles.map((article) => member(index, article)),
    };
  }
}

function member(index: Index, number: number): Row {
  const { article } = index.articles[number]!;
  const first = article.headline?.span ?? article.paragraphs[0] ?? { start: 0, end: 0 };
  return {
    ...placeOf(index, number, first),
    outlet: outletOf(index, number),
    date: article.date?.value ?? null,
    headline: article.headline?.value ?? null,
  };
}
