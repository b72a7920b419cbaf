import type { Target } from '../index/bookmarks.ts';
import { type Moving, movingBetween } from '../index/moving.ts';
import { publishedIn, tellsOf } from '../index/timeline.ts';
import type { Env } from './env.ts';
import { compareAgain, firstOf, type Going, matrixAgain, readAgain, timelineAgain } from './moved-views.ts';
import { PANES, type PaneName } from './panes.ts';
import { filterWords } from './present/filters.ts';
import { menuAgain } from './reduce-menu.ts';
import type { Cursor, Filter, State } from './state.ts';
import { rowOf } from './visible.ts';

/**
 * The state in another world of the same articles: corrected, read anew, or more of them. Everything stays where it is by
 * what it means; what is not there any more is left out, with a word. Lists are where their cursor is: it stays on its
 * row of the screen.
 *
 * @param says what to tell of the change
 */
export function moved(before: Env, after: Env, state: State, says: string | null): State {
  const gone: string[] = [];
  const to = movingBetween(before.world, after.world);
  const going: Going = { before, after, to, gone: (words) => gone.push(words) };
  const answered = after.searching.known(state.prompt.text) ? state.prompt.text : '';
  const filtersOf = filtersAgain(going, state);
  const marked = numbersAgain(state.marked, to.article);
  const markedQuotes = numbersAgain(state.markedQuotes, to.quoteNumber);
  const unmarked = state.marked.length + state.markedQuotes.length - marked.length - markedQuotes.length;
  if (unmarked > 0) gone.push(`${unmarked} of what was marked ${unmarked === 1 ? 'is' : 'are'} gone`);
  const listed: State = {
    ...state,
    // What is wanted is kept and applied in a moment, in whatever world there is then.
    wanted: after.world.corrections === before.world.corrections ? state.wanted : null,
    answered,
    filters: filtersOf(state.filters),
    undo: state.undo.map((its) => ({ ...its, filters: filtersOf(its.filters) })),
    marked,
    markedQuotes,
    correcting: correctingAgain(going, state),
    noting: notingAgain(going, state),
    completing: null,
  };
  const panes = PANES.reduce((now, pane) => cursorAgain(going, state, now, pane), listed);
  const views: State = {
    ...panes,
    menu: state.menu && menuAgain(after, panes, state.menu),
    timeline: timelineAgain(going, state, panes),
    matrix: matrixAgain(going, state, panes),
    compare: compareAgain(going, state, panes),
    read: readAgain(going, state, panes),
  };
  const words = [...(says === null ? [] : [says]), ...gone];
  return { ...views, notice: words.length > 0 ? words.join('; ') : state.notice };
}

/** Numbers of what is there still, in their order. */
function numbersAgain(numbers: readonly number[], to: (number: number) => number | undefined): readonly number[] {
  return numbers.flatMap((number) => to(number) ?? []);
}

/** Lists of filters: one that was in several places is so again, by which undoing knows what is the same. */
function filtersAgain(going: Going, { filters: now }: State): (filters: readonly Filter[]) => readonly Filter[] {
  const known = new Map<readonly Filter[], readonly Filter[]>();
  const again = (filters: readonly Filter[]) =>
    filters.flatMap((filter) => {
      const there = filterAgain(going, filter);
      if (!there && filters === now)
        going.gone(`what [${filterWords(going.before.world, filter)}] filtered by is gone`);
      return there ?? [];
    });
  return (filters) => {
    const its = known.get(filters) ?? again(filters);
    known.set(filters, its);
    return its;
  };
}

function filterAgain({ to, after }: Going, filter: Filter): Filter | undefined {
  const at = (item: number | undefined) => (item === undefined ? undefined : { ...filter, item });
  switch (filter.by) {
    case 'source':
      return at(to.article(filter.item));
    case 'entity':
    case 'speaker':
      return at(to.entity(filter.item));
    case 'outlet':
      return at(to.outlet(filter.item));
    case 'told':
    case 'published': {
      const { name = '', articles = [] } = filter.period ?? {};
      const told = filter.by === 'told' ? after.dates.known() : undefined;
      const more = to.added().filter((number) => {
        const article = after.world.index.articles[number]!.article;
        return filter.by === 'told' ? tellsOf(told?.[number] ?? [], name) : publishedIn(article, name);
      });
      const its = [...numbersAgain(articles, to.article), ...more].sort((a, b) => a - b);
      return { ...filter, period: { name, articles: its } };
    }
  }
}

/** The cursor on its item; where that is gone, on the next that is there, else the one before. */
function cursorAgain({ before, after, to }: Going, was: State, now: State, pane: PaneName): State {
  const item = { sources: to.article, entities: to.entity, quotes: to.quoteNumber }[pane];
  const cursor = was.cursors[pane];
  const rows = before.visible(was)[pane];
  const row = rowOf(rows, cursor.item);
  // Where nobody has gone yet the first row is what is looked at; in the pane in use it is an item as any other.
  if (cursor.item === null && pane !== was.pane) return now;
  const on = cursor.item ?? rows.items[row];
  if (on === undefined) return now;
  const there = item(on);
  const beside = () =>
    firstOf(rows.items.slice(row + 1), item) ?? firstOf([...rows.items.slice(0, row)].reverse(), item) ?? null;
  const next: Cursor = { item: there ?? (rows.items[row] === on ? beside() : null), top: cursor.top };
  const moved = { ...now, cursors: { ...now.cursors, [pane]: next } };
  const top = Math.max(0, rowOf(after.visible(moved)[pane], next.item) - (row - cursor.top));
  const previewTop = pane === was.pane && there === undefined ? 0 : moved.previewTop;
  return { ...moved, previewTop, cursors: { ...moved.cursors, [pane]: { ...next, top } } };
}

function correctingAgain({ to, gone }: Going, { correcting }: State): State['correcting'] {
  if (!correcting) return null;
  const { pane, item } = correcting;
  const there = { sources: to.article, entities: to.entity, quotes: to.quoteNumber }[pane](item);
  if (there === undefined) gone('what was being corrected is gone');
  return there === undefined ? null : { ...correcting, item: there };
}

function notingAgain({ to, gone }: Going, { noting }: State): State['noting'] {
  if (!noting) return null;
  const target = targetAgain(to, noting.target);
  if (!target) gone(`what the note “${noting.prompt.text}” was for is gone`);
  return target ? { ...noting, target } : null;
}

function targetAgain(to: Moving, target: Target): Target | undefined {
  switch (target.kind) {
    case 'article': {
      const article = to.article(target.article);
      return article === undefined ? undefined : { kind: 'article', article };
    }
    case 'entity': {
      const entity = to.entity(target.entity);
      return entity === undefined ? undefined : { kind: 'entity', entity };
    }
    case 'quote': {
      const ref = to.quote(target.ref);
      return ref && { kind: 'quote', ref };
    }
  }
}
