import { mentionAt, quoteAt } from '../index/access.ts';
import { type Bookmark, bookmarkOf, keyOf, type Target } from '../index/bookmarks.ts';
import { type Command, keyFor } from './commands.ts';
import type { Env } from './env.ts';
import type { PaneName } from './panes.ts';
import { cellQuotes } from './present/matrix.ts';
import { EMPTY_PROMPT, edit, insert } from './prompt.ts';
import { openArticle, openQuote } from './reduce-read.ts';
import { movedTo, topFor } from './scroll.ts';
import type { Noting, State } from './state.ts';

/**
 * What would be bookmarked: the row under the cursor, the quote that is stepped to, the article that is read, or what a
 * bar or a cell would be read at.
 */
export function targetHere(env: Env, state: State, item: number | undefined): Target | undefined {
  if (state.read) return targetRead(env, state, state.read);
  if (state.compare) {
    const { rows } = env.compareLayout(state.compare, state.size);
    const quote = rows[state.compare.row]?.cells.flat().find((cell) => cell.quote)?.quote;
    return quote ? { kind: 'quote', ref: quote } : undefined;
  }
  if (state.timeline) {
    const its = env.timeline(state).layout.items[state.timeline.item];
    return its && { kind: 'article', article: its.article };
  }
  if (state.matrix) {
    const [ref] = cellQuotes(env.matrix(state).of, state.matrix);
    return ref && { kind: 'quote', ref };
  }
  return item === undefined ? undefined : targetOfRow(env, state.pane, item);
}

/** What a row of a pane is of. */
function targetOfRow({ world }: Env, pane: PaneName, item: number): Target | undefined {
  if (pane === 'sources') return { kind: 'article', article: item };
  if (pane === 'entities') return { kind: 'entity', entity: item };
  const ref = world.links.quotes[item];
  return ref && { kind: 'quote', ref };
}

function targetRead(env: Env, state: State, read: NonNullable<State['read']>): Target {
  const { article, marking, at } = read;
  const stop = env.readLayout(state, read).stops[at];
  if (stop && marking.of === 'entity') return { kind: 'entity', entity: marking.entity };
  const quotes = env.world.index.articles[article]?.annotations.quotes ?? [];
  const item = stop && marking.of === 'quotes' ? quotes.findIndex(({ start }) => start === stop.start) : -1;
  return item >= 0 ? { kind: 'quote', ref: { article, item } } : { kind: 'article', article };
}

const NOTHING_HERE = 'Nothing here to bookmark: a source, an entity or a quote can be';

/** Bookmarks something, or takes its bookmark off; never one that has a note. */
export function toggleBookmark(env: Env, state: State, target: Target | undefined): State {
  if (!target) return { ...state, notice: NOTHING_HERE };
  const known = bookmarked(env, state, target);
  if (known?.note !== undefined) {
    const [note, off] = [keyFor('note', 'panes'), keyFor('bookmark', 'panes')];
    return { ...state, notice: `This has a note; ${note} empties it, then ${off} takes it off` };
  }
  const now = newest(state);
  const bookmarks = known ? now.filter((other) => other !== known) : [...now, bookmarkOf(env.world.index, target)];
  // Of a passage it is the article.
  const what = state.timeline && !state.read ? ' this source' : '';
  return { ...state, toKeep: { bookmarks, says: known ? 'The bookmark was taken off' : `Bookmarked${what}` } };
}

/** The bookmark of a row of a pane. */
export function bookmarkOfRow(env: Env, state: State, pane: PaneName, item: number): Bookmark | undefined {
  if (state.bookmarks.length === 0) return undefined;
  const target = targetOfRow(env, pane, item);
  return target && bookmarked(env, state, target);
}

/** Whether a row of a pane is bookmarked. */
export function isBookmarked(env: Env, state: State, pane: PaneName, item: number): boolean {
  return bookmarkOfRow(env, state, pane, item) !== undefined;
}

/** The bookmark of something, if it has one. */
export function bookmarked(env: Env, state: State, target: Target): Bookmark | undefined {
  return env.placed(newest(state)).byKey.get(keyOf(target));
}

/** The bookmarks with those that are about to be kept: keys that arrive together change them one after the other. */
function newest({ bookmarks, toKeep }: State): readonly Bookmark[] {
  return toKeep?.bookmarks ?? bookmarks;
}

/** Asks for a note on something; it is bookmarked with it. */
export function openNote(env: Env, state: State, target: Target | undefined): State {
  if (!target) return { ...state, notice: NOTHING_HERE };
  const note = bookmarked(env, state, target)?.note ?? '';
  return { ...state, noting: { target, prompt: insert(EMPTY_PROMPT, note) } };
}

/** What a command does while a note is typed. */
export function reduceNote(env: Env, state: State, noting: Noting, command: Command): State {
  const prompt = edit(noting.prompt, command);
  if (prompt) return { ...state, noting: { ...noting, prompt } };
  if (command === 'back') return { ...state, noting: null };
  if (command !== 'enter') return state;
  const text = noting.prompt.text.trim();
  const known = bookmarked(env, state, noting.target);
  const { note: _, ...bare } = known ?? bookmarkOf(env.world.index, noting.target);
  const noted: Bookmark = text === '' ? bare : { ...bare, note: text };
  const now = newest(state);
  const bookmarks = known ? now.map((other) => (other === known ? noted : other)) : [...now, noted];
  return { ...state, noting: null, toKeep: { bookmarks, says: text === '' ? 'Bookmarked, without a note' : 'Noted' } };
}

/** What is typed into a note. */
export function typedIntoNote(state: State, noting: Noting, text: string): State {
  return { ...state, noting: { ...noting, prompt: insert(noting.prompt, text) } };
}

/** The bookmarks as they are kept now; `withOthers` when another explorer has changed them, too. */
export function keptBookmarks(state: State, bookmarks: readonly Bookmark[], withOthers: boolean): State {
  const row = Math.max(0, Math.min(bookmarks.length - 1, state.listing?.row ?? 0));
  const says = state.toKeep?.says ?? null;
  return {
    ...state,
    bookmarks,
    toKeep: null,
    notice: says !== null && withOthers ? `${says}; those of another explorer are listed, too` : says,
    listing: state.listing && { ...state.listing, row },
  };
}

/** The rows of the list of bookmarks on this screen: all but its frame, the foot, and the row that stays free. */
export function listingBody(rows: number): number {
  return rows - 4;
}

/** What a command does in the list of bookmarks. */
export function reduceListing(env: Env, state: State, listing: NonNullable<State['listing']>, command: Command): State {
  const now = newest(state);
  const target = env.placed(now).targets[listing.row];
  const bookmark = now[listing.row];
  switch (command) {
    case 'back':
    case 'bookmarks':
      return { ...state, listing: null };
    case 'enter':
      if (!bookmark) return state;
      return target ? goTo(env, state, target) : { ...state, notice: 'This is not in these articles any more' };
    case 'note':
      return target ? openNote(env, state, target) : state;
    case 'read':
      return target ? readTarget(env, { ...state, listing: null }, target) : state;
    case 'bookmark': {
      if (!bookmark) return state;
      if (target) return toggleBookmark(env, state, target);
      const bookmarks = now.filter((other) => other !== bookmark);
      return { ...state, toKeep: { bookmarks, says: 'The bookmark was taken off' } };
    }
    default: {
      const page = listingBody(state.size.rows);
      const count = now.length;
      const row = Math.max(0, movedTo(command, listing.row, count, page) ?? listing.row);
      return { ...state, listing: { row, top: topFor(listing.top, row, count, page) } };
    }
  }
}

/** Reads the article of a bookmark, at its place. */
function readTarget(env: Env, state: State, target: Target): State {
  if (target.kind === 'article') return openArticle(env, state, target.article, { of: 'quotes' });
  if (target.kind === 'quote') return openQuote(env, state, target.ref);
  const { index } = env.world;
  const first = index.entities[target.entity]?.mentions[0];
  if (!first) return state;
  return openArticle(env, state, first.article, { of: 'entity', entity: target.entity }, mentionAt(index, first).start);
}

/** To a row of the explorer; what hides it (search, filters, a part of the pane) is taken off. */
function goTo(env: Env, state: State, target: Target): State {
  const { links, index } = env.world;
  const [pane, item]: readonly [PaneName, number] =
    target.kind === 'article'
      ? ['sources', target.article]
      : target.kind === 'entity'
        ? ['entities', target.entity]
        : ['quotes', (links.firstQuote[target.ref.article] ?? 0) + target.ref.item];
  const there: State = {
    ...state,
    listing: null,
    read: null,
    compare: null,
    timeline: null,
    matrix: null,
    pane,
    focus: pane,
    previewTop: 0,
    cursors: { ...state.cursors, [pane]: { ...state.cursors[pane], item } },
  };
  if (env.visible(there)[pane].items.includes(item)) return there;
  const indirect = target.kind === 'quote' && quoteAt(index, target.ref).kind === 'indirect';
  return {
    ...there,
    prompt: EMPTY_PROMPT,
    answered: '',
    filters: [],
    indirect: there.indirect || indirect,
    arranged: { ...there.arranged, [pane]: { ...there.arranged[pane], facet: -1 } },
  };
}
