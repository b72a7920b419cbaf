import * as v from 'valibot';
import type { Ref } from '../model.ts';
import { type Index, mentionAt, quoteAt } from './access.ts';
import type { Links } from './links.ts';

const Name = v.pipe(v.string(), v.minLength(1));
const Start = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * An article, an entity or a quote that a reader wants to find again, with a note where one was typed. It is known by
 * its file, its place there and the first of its words, so that a person can read and edit what is kept, and it holds
 * when articles are added or a text is edited above it.
 */
export const BookmarkSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('article'), path: Name, text: Name, note: v.optional(Name) }),
  v.strictObject({
    kind: v.literal('entity'),
    name: Name,
    /** Where it is named first, and how. */
    path: Name,
    start: Start,
    text: Name,
    note: v.optional(Name),
  }),
  v.strictObject({ kind: v.literal('quote'), path: Name, start: Start, text: Name, note: v.optional(Name) }),
]);
export type Bookmark = v.InferOutput<typeof BookmarkSchema>;

/** What a bookmark is of, by its number in the index as it is now. */
export type Target =
  | { readonly kind: 'article'; readonly article: number }
  | { readonly kind: 'entity'; readonly entity: number }
  | { readonly kind: 'quote'; readonly ref: Ref };

/** Bookmarks found again in an index. */
export interface Placed {
  /** In the order of the bookmarks: what each is of; `null` when that is not there any more. */
  readonly targets: readonly (Target | null)[];
  /** By what it is of, as {@link keyOf} names it. */
  readonly byKey: ReadonlyMap<string, Bookmark>;
}

/** What is bookmarked, list by list: numbers of articles, of entities, and of quotes as {@link Links} counts them. */
export function markedItems(placedThere: Placed, { firstQuote }: Pick<Links, 'firstQuote'>) {
  const items = { sources: new Set<number>(), entities: new Set<number>(), quotes: new Set<number>() };
  for (const target of placedThere.targets) {
    if (target?.kind === 'article') items.sources.add(target.article);
    else if (target?.kind === 'entity') items.entities.add(target.entity);
    else if (target) items.quotes.add((firstQuote[target.ref.article] ?? 0) + target.ref.item);
  }
  return items;
}

/** As many characters as tell a text apart from another that moved to its place. */
const TELLING = 40;

/** A name for a target: equal for the same one only. */
export function keyOf(target: Target): string {
  if (target.kind === 'quote') return `quote ${target.ref.article} ${target.ref.item}`;
  return `${target.kind} ${target.kind === 'article' ? target.article : target.entity}`;
}

/** A bookmark of something. */
export function bookmarkOf(index: Index, target: Target): Bookmark {
  const words = (article: number, start: number, end: number) =>
    index.articles[article]!.article.text.slice(start, Math.min(end, start + TELLING));
  const pathOf = (article: number) => index.articles[article]!.article.path;
  switch (target.kind) {
    case 'article': {
      const { path, text, paragraphs } = index.articles[target.article]!.article;
      const { start, end } = paragraphs[0] ?? { start: 0, end: text.length };
      return { kind: 'article', path, text: words(target.article, start, end) || path };
    }
    case 'entity': {
      const { name, mentions } = index.entities[target.entity]!;
      const ref = mentions[0]!;
      const { start, end } = mentionAt(index, ref);
      return { kind: 'entity', name, path: pathOf(ref.article), start, text: words(ref.article, start, end) };
    }
    case 'quote': {
      const { start, end } = quoteAt(index, target.ref);
      const { article } = target.ref;
      return { kind: 'quote', path: pathOf(article), start, text: words(article, start, end) };
    }
  }
}

/** Finds bookmarks again. */
export function placed(index: Index, bookmarks: readonly Bookmark[]): Placed {
  const articles = new Map(index.articles.map(({ article }, number) => [article.path, number]));
  const targets = bookmarks.map((bookmark) => targetOf(index, articles, bookmark));
  const byKey = new Map<string, Bookmark>();
  targets.forEach((target, i) => {
    if (target) byKey.set(keyOf(target), bookmarks[i]!);
  });
  return { targets, byKey };
}

function targetOf(index: Index, articles: ReadonlyMap<string, number>, bookmark: Bookmark): Target | null {
  const number = articles.get(bookmark.path);
  switch (bookmark.kind) {
    case 'article': {
      const article = number ?? index.articles.findIndex(({ article }) => beginsWith(article, bookmark.text));
      return article < 0 ? null : { kind: 'article', article };
    }
    case 'entity': {
      const item = number === undefined ? -1 : mentionNear(index, number, bookmark.start, bookmark.text);
      const there = number === undefined ? -1 : (index.entityOf[number]?.[item] ?? -1);
      const entity = there >= 0 ? there : index.entities.findIndex(({ name }) => name === bookmark.name);
      return entity < 0 ? null : { kind: 'entity', entity };
    }
    case 'quote': {
      const item = number === undefined ? -1 : quoteNear(index, number, bookmark.start, bookmark.text);
      return number === undefined || item < 0 ? null : { kind: 'quote', ref: { article: number, item } };
    }
  }
}

function beginsWith(
  { text, paragraphs }: { text: string; paragraphs: readonly { start: number }[] },
  words: string,
): boolean {
  return paragraphs[0] !== undefined && text.startsWith(words, paragraphs[0].start);
}

function mentionNear({ articles }: Index, number: number, start: number, words: string): number {
  const { article, annotations } = articles[number]!;
  return nearest(annotations.mentions, start, (it) => article.text.slice(it.start, it.end).slice(0, TELLING) === words);
}

function quoteNear({ articles }: Index, number: number, start: number, words: string): number {
  const { article, annotations } = articles[number]!;
  return nearest(annotations.quotes, start, (it) => article.text.startsWith(words, it.start));
}

/** Of the items that are meant the one that stands nearest to a place; -1 where there is none. */
function nearest<Item extends { readonly start: number }>(
  items: readonly Item[],
  start: number,
  isMeant: (item: Item) => boolean,
): number {
  let best = -1;
  items.forEach((item, i) => {
    if (!isMeant(item)) return;
    if (best < 0 || Math.abs(item.start - start) < Math.abs(items[best]!.start - start)) best = i;
  });
  return best;
}
