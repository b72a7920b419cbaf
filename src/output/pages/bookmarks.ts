import { citationOf } from '../../index/citation.ts';
import type { Block, Page } from '../page.ts';
import type { Request } from '../request.ts';
import { bookmarksAsked, placeAt } from '../rows/bookmarks.ts';
import { quoteBlock } from './quotes.ts';

/** The bookmarks with their notes, each with its citation. */
export function bookmarkPage(request: Request): Page {
  return { title: 'Bookmarks', language: 'en', blocks: blocks(request) };
}

function* blocks(request: Request): Generator<Block> {
  const { index } = request;
  for (const { bookmark, target } of bookmarksAsked(request)) {
    if (bookmark.note !== undefined) yield { kind: 'paragraph', text: bookmark.note };
    if (target?.kind === 'quote') yield quoteBlock(index, target.ref);
    else if (target) {
      const { article: number, start, end } = placeAt(index, target);
      const { article } = index.articles[number]!;
      const of = target.kind === 'article' ? 'an article' : (index.entities[target.entity]?.name ?? '');
      const text = article.text.slice(start, end);
      yield { kind: 'quote', text, language: article.language, by: of, source: citationOf(article, { start, end }) };
    } else yield { kind: 'paragraph', text: `Not there any more: ${bookmark.path}, “${bookmark.text}”` };
  }
}
