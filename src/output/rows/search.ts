import { type Index, mentionAt, quoteAt, speakerOf } from '../../index/access.ts';
import { linksOf } from '../../index/links.ts';
import type { Span } from '../../model.ts';
import { type Hits, SEARCHED, type SearchedList } from '../../search/answer.ts';
import { searchOf } from '../../search/search.ts';
import type { Request } from '../request.ts';
import type { Row } from './row.ts';

const TYPES: Readonly<Record<SearchedList, string>> = { sources: 'source', entities: 'entity', quotes: 'quote' };

/**
 * Rows of what a query finds in all three lists, best first: each with its score, its place (of an entity: where it is
 * named first; of a source: what matches first in its text), and what of the text shown matched.
 *
 * By the rank `meant` the higher the score the better, 0 to 2; by `fuse` they are Fuse's scores, 0 is perfect.
 */
export function* searchRows({ index, words, rank }: Request): Generator<Row> {
  const links = linksOf(index);
  const answer = searchOf(index, links, rank).findNow(words);
  const better = rank === 'fuse' ? 1 : -1;
  const found = SEARCHED.flatMap((list) => {
    const hits = answer[list];
    return (hits?.records ?? []).map((item, i) => ({ list, item, hits, score: hits?.scores[i] ?? null }));
  });
  found.sort((a, b) => (a.score === null || b.score === null ? 0 : better * (a.score - b.score)));
  for (const { list, item, hits, score } of found) {
    const ref = list === 'quotes' ? links.quotes[item] : undefined;
    const place =
      list === 'sources'
        ? { article: item, ...placeIn(index, item, hits) }
        : ref
          ? { article: ref.article, ...quoteAt(index, ref) }
          : namedFirst(index, item);
    const { article } = index.articles[place.article] ?? {};
    const text = article?.text.slice(place.start, place.end) ?? '';
    yield {
      score: score === null ? null : Number(score.toFixed(4)),
      type: TYPES[list],
      path: article?.path ?? null,
      start: place.start,
      end: place.end,
      text,
      headline: article?.headline?.value ?? null,
      outlet: article?.outlet?.value ?? null,
      speaker: ref ? speakerOf(index, ref).name : null,
      entity: list === 'entities' ? (index.entities[item]?.id ?? null) : null,
      matches: matchesIn(hits, text),
    };
  }
}

function matchesIn(hits: Hits | null, text: string): readonly (readonly [number, number])[] {
  return (hits?.marks(text) ?? []).map(({ start, end }) => [start, end] as const);
}

/** The first match in the text of an article; its first paragraph where only what is known of it matches. */
function placeIn(index: Index, article: number, hits: Hits | null): Span {
  const { paragraphs = [], text = '' } = index.articles[article]?.article ?? {};
  for (const { start, end } of paragraphs) {
    const mark = hits?.marks(text.slice(start, end))[0];
    if (mark) return { start: start + mark.start, end: start + mark.end };
  }
  const { start, end } = paragraphs[0] ?? { start: 0, end: 0 };
  return { start, end };
}

function namedFirst(index: Index, entity: number): Span & { readonly article: number } {
  const ref = index.entities[entity]?.mentions[0];
  return ref ? { article: ref.article, ...mentionAt(index, ref) } : { article: -1, start: 0, end: 0 };
}
