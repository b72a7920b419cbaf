import { type Index, mentionAt, quoteAt, speakerOf } from '../../index/access.ts';
import { type Bookmark, placed, type Target } from '../../index/bookmarks.ts';
import type { Span } from '../../model.ts';
import type { Request } from '../request.ts';
import { outletOf, placeOf, type Row } from './row.ts';

/** A bookmark with what it is of; `null` when that is not there any more. */
export interface BookmarkAsked {
  readonly bookmark: Bookmark;
  readonly target: Target | null;
}

/** The bookmarks asked for, in the order in which they were made. */
export function* bookmarksAsked({ index, chosen, bookmarks = [] }: Request): Generator<BookmarkAsked> {
  const { targets } = placed(index, bookmarks);
  for (const [i, bookmark] of bookmarks.entries()) {
    const target = targets[i] ?? null;
    if (target?.kind === 'article' && !chosen.article(target.article)) continue;
    if (target?.kind === 'entity' && !chosen.entity(target.entity)) continue;
    if (target?.kind === 'quote' && !chosen.quote(target.ref)) continue;
    yield { bookmark, target };
  }
}

/** Rows of the bookmarks; of what is not there any more, what was kept of it. */
export function* bookmarkRows(request: Request): Generator<Row> {
  for (const { bookmark, target } of bookmarksAsked(request)) {
    const { kind, note = null } = bookmark;
    const there = target && placeAt(request.index, target);
    const start = bookmark.kind === 'article' ? 0 : bookmark.start;
    const kept = { path: bookmark.path, start, end: start + bookmark.text.length, text: bookmark.text };
    yield {
      kind,
      note,
      found: target !== null,
      ...(there ? placeOf(request.index, there.article, there) : kept),
      name: bookmark.kind === 'entity' ? nameOf(request.index, bookmark.name, target) : null,
      speaker: target?.kind === 'quote' ? speakerOf(request.index, target.ref).name : null,
      outlet: there ? outletOf(request.index, there.article) : null,
    };
  }
}

function nameOf({ entities }: Index, kept: string, target: Target | null): string {
  return (target?.kind === 'entity' ? entities[target.entity]?.name : undefined) ?? kept;
}

/** Where it stands: of an article its headline or first paragraph, of an entity where it is named first. */
export function placeAt(index: Index, target: Target): Span & { readonly article: number } {
  switch (target.kind) {
    case 'article': {
      const { headline, paragraphs } = index.articles[target.article]!.article;
      const { start, end } = headline?.span ?? paragraphs[0] ?? { start: 0, end: 0 };
      return { article: target.article, start, end };
    }
    case 'entity': {
      const [ref] = index.entities[target.entity]!.mentions;
      return { article: ref!.article, ...mentionAt(index, ref!) };
    }
    case 'quote':
      return { article: target.ref.article, ...quoteAt(index, target.ref) };
  }
}
