import type { Index } from '../index/access.ts';
import { type Bookmark, markedItems, placed } from '../index/bookmarks.ts';
import { linksOf } from '../index/links.ts';
import type { Hits } from '../search/answer.ts';
import { searchOf } from '../search/search.ts';
import { parted } from './matching.ts';
import type { Chosen } from './request.ts';

/** What a query chooses, and why it could not be read as one, where it could not. */
export interface Asked {
  readonly chosen: Chosen;
  readonly problem: string | null;
}

/**
 * Chooses what the prompt of the explorer shows for a query: sources, entities and quotes, each by the same search. Of
 * what is none of these, the prompt shows nothing: there the fields choose the articles, and the words the texts.
 */
export function chosenBy(index: Index, query: string, bookmarks: readonly Bookmark[] = []): Asked {
  const links = linksOf(index);
  const search = searchOf(index, links);
  search.mark(markedItems(placed(index, bookmarks), links));
  const answer = search.findNow(query);
  const { fields, holding } = parted(query);
  const searched = fields === '' ? null : membersOf(search.findNow(fields).sources);
  const sources = membersOf(answer.sources);
  const entities = membersOf(answer.entities);
  const quotes = membersOf(answer.quotes);
  const shown =
    quotes &&
    new Set(
      [...quotes].map((quote) => {
        const { article, item } = links.quotes[quote]!;
        return `${article} ${item}`;
      }),
    );
  return {
    problem: answer.problem,
    chosen: {
      searched: (article) => searched?.has(article) ?? true,
      holding,
      article: (article) => sources?.has(article) ?? true,
      entity: (entity) => entities?.has(entity) ?? true,
      quote: ({ article, item }) => shown?.has(`${article} ${item}`) ?? true,
    },
  };
}

function membersOf(hits: Hits | null): ReadonlySet<number> | null {
  return hits && new Set(hits.records);
}
