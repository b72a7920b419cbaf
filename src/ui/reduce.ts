import { mentionAt } from '../index/access.ts';
import type { Bookmark } from '../index/bookmarks.ts';
import { type Command, keyFor } from './commands.ts';
import { contextOf } from './context.ts';
import { current } from './current.ts';
import type { Env } from './env.ts';
import type { Exported } from './exporting.ts';
import { inside, layoutOf, type Size } from './layout.ts';
import { moved as inWorld } from './moved.ts';
import { NOTHING_TO_UNDO, whyOff } from './off.ts';
import { type Arrangement, FACETS, SORTS } from './order.ts';
import { PANES, type PaneName } from './panes.ts';
import { type Target, targetAt } from './pointing.ts';
import { helpLines, helpTop } from './present/hints.ts';
import { previewed } from './present/previewed.ts';
import { EMPTY_PROMPT, type Prompt } from './prompt.ts';
import {
  keptBookmarks,
  openNote,
  reduceListing,
  reduceNote,
  targetHere,
  toggleBookmark,
  typedIntoNote,
} from './reduce-bookmarks.ts';
import { compared, openCompare, openStory, reduceCompare, scrollCompare } from './reduce-compare.ts';
import { openCorrecting, reduceCorrecting, typedIntoAsk } from './reduce-correct.ts';
import { exported, openExport, reduceExport, typedIntoExport } from './reduce-export.ts';
import { seen as matrixAgain, openMatrix, reduceMatrix } from './reduce-matrix.ts';
import { arrangementOf, openMenu, reduceMenu } from './reduce-menu.ts';
import { openPalette, reducePalette, typedIntoPalette } from './reduce-palette.ts';
import { type PromptChange, promptAfter, remembered, typedIntoPrompt } from './reduce-prompt.ts';
import { openArticle, openQuote, readAgain, reduceRead, typedIntoFinding } from './reduce-read.ts';
import { openTimeline, reduceTimeline, timelineAgain, timelineReady } from './reduce-timeline.ts';
import { movedTo, topFor } from './scroll.ts';
import type { Cursor, Filter, Listed, Live, Menu, State } from './state.ts';
import { toured } from './tour.ts';
import { rowOf } from './visible.ts';

/** Everything that can happen to the screen. */
export type Action =
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'type'; readonly text: string }
  /** A cell was clicked with the left button. */
  | { readonly type: 'click'; readonly column: number; readonly row: number; readonly double: boolean }
  /** The wheel was turned over a cell, one notch up (-1) or down (1). */
  | { readonly type: 'wheel'; readonly column: number; readonly row: number; readonly by: 1 | -1 }
  | { readonly type: 'resize'; readonly size: Size }
  /** What was typed has been searched for. */
  | { readonly type: 'found'; readonly text: string }
  /** Bookmarks are kept: those that were asked for, with what others changed meanwhile. */
  | { readonly type: 'kept'; readonly bookmarks: readonly Bookmark[]; readonly withOthers: boolean }
  /** A file was written, or was not. */
  | { readonly type: 'exported'; readonly result: Exported }
  /** The world is another now: read anew, more of it, or corrected. */
  | { readonly type: 'moved'; readonly from: Env; readonly says: string | null }
  /** What goes on beside the screen. */
  | { readonly type: 'live'; readonly live: Partial<Live> }
  /** What a view waited for is worked out. */
  | { readonly type: 'ready' }
  /** What was to be kept could not be. */
  | { readonly type: 'unkept'; readonly notice: string }
  /** Something could not be done, or was; told once. */
  | { readonly type: 'tell'; readonly notice: string };

/** The state after an action: the only place where state changes. */
export function reduce(env: Env, state: State, action: Action): State {
  return toured(remembered(state, reduced(env, state, action)));
}

function reduced(env: Env, state: State, action: Action): State {
  switch (action.type) {
    case 'resize':
      return resized(env, { ...state, size: action.size });
    case 'type':
      if (state.palette) return typedIntoPalette(state, state.palette, action.text);
      if (state.noting) return typedIntoNote(state, state.noting, action.text);
      if (state.exporting) return typedIntoExport(state, state.exporting, action.text);
      if (state.read?.finding?.typing) return typedIntoFinding(env, state, state.read, state.read.finding, action.text);
      if (state.correcting?.ask) return typedIntoAsk(state, state.correcting, state.correcting.ask, action.text);
      return prompted(env, state, typedIntoPrompt(state.prompt, action.text));
    case 'click':
      return remembering(
        state,
        clicked(env, { ...state, notice: null }, targetAt(env, state, action.column, action.row), action.double),
      );
    case 'wheel':
      return wheeled(env, state, targetAt(env, state, action.column, action.row), action.by);
    case 'found':
      return action.text === state.prompt.text ? answered(env, state) : state;
    case 'kept':
      return scrolled(env, keptBookmarks(state, action.bookmarks, action.withOthers));
    case 'exported':
      return exported(state, action.result);
    case 'moved': {
      const there = inWorld(action.from, env, state, action.says);
      return { ...resized(env, there), read: there.read };
    }
    case 'ready':
      return timelineReady(env, compared(env, state));
    case 'live':
      return { ...state, live: { ...state.live, ...action.live } };
    case 'tell':
      return { ...state, notice: action.notice };
    case 'unkept':
      return { ...state, wanted: null, toKeep: null, notice: action.notice };
    case 'command':
      return remembering(state, obey(env, { ...state, notice: null }, action.command));
  }
}

function resized(env: Env, state: State): State {
  const panes = scrolled(env, state);
  const there = panes.compare ? reduceCompare(env, panes, panes.compare, 'redraw') : panes;
  const drawn = there.timeline ? timelineAgain(env, there, there.timeline) : there;
  const mapped = drawn.matrix ? matrixAgain(env, drawn, drawn.matrix) : drawn;
  return mapped.read ? readAgain(env, mapped, mapped.read) : mapped;
}

function obey(env: Env, state: State, command: Command): State {
  if (command === 'mouse') return mouseSwitched(state);
  if (state.palette) return reducePalette(env, state, state.palette, command);
  if (command === 'palette') return openPalette(state);
  if (state.menu) return command === 'enter' ? taken(env, state, state.menu) : reduceMenu(state, state.menu, command);
  const off = whyOff(env, state, command);
  if (off !== undefined) return { ...state, notice: off };
  if (state.help !== null) return reduceHelp(state, state.help, command);
  if (command === 'help')
    return { ...state, help: Math.min(helpTop(contextOf(state), helpWidth(state)), lowestHelp(state)) };
  if (state.exporting) return reduceExport(state, state.exporting, command);
  if (state.noting) return reduceNote(env, state, state.noting, command);
  if (state.listing && command === 'export') return openExport(env, state);
  if (state.listing) return scrolled(env, reduceListing(env, state, state.listing, command));
  if (state.read?.finding?.typing) return reduceRead(env, state, state.read, command);
  if (command === 'export') return openExport(env, state);
  if (command === 'bookmark') return toggleBookmark(env, state, targetHere(env, state, current(env, state)));
  if (command === 'note') return openNote(env, state, targetHere(env, state, current(env, state)));
  if (command === 'bookmarks') return { ...state, listing: { row: 0, top: 0 } };
  if (state.correcting) return reduceCorrecting(env, state, state.correcting, command);
  if (state.read) return reduceRead(env, state, state.read, command);
  if (state.compare) return reduceCompare(env, state, state.compare, command);
  if (state.timeline) return reduceTimeline(env, state, state.timeline, command);
  if (state.matrix) return reduceMatrix(env, state, state.matrix, command);
  if (state.focus === 'prompt') {
    const change = promptAfter(env, state, command);
    if (change) return prompted(env, state, change);
  }
  switch (command) {
    case 'search':
      return { ...state, focus: 'prompt', prompt: { ...state.prompt, cursor: state.prompt.text.length } };
    case 'back':
      return back(env, state);
    case 'complete':
    case 'nextPane':
      return toPane(env, state, step(state.pane, 1));
    case 'completeBack':
    case 'previousPane':
      return toPane(env, state, step(state.pane, -1));
    case 'sourcesPane':
      return toPane(env, state, 'sources');
    case 'entitiesPane':
      return toPane(env, state, 'entities');
    case 'quotesPane':
      return toPane(env, state, 'quotes');
    case 'enter':
      return state.focus === 'prompt' ? { ...state, focus: state.pane } : chosen(env, state);
    case 'mark':
      return marked(env, state);
    case 'compare':
      return openCompare(env, state, current(env, state));
    case 'timeline':
      return openTimeline(env, state);
    case 'matrix':
      return openMatrix(state);
    case 'correct':
      return openCorrecting(state, current(env, state));
    case 'sort':
    case 'facet':
      return openMenu(env, state, command);
    case 'undo':
      return undone(env, state);
    case 'nextSort':
      return rearranged(env, state, ({ sort, facet }) => ({ sort: (sort + 1) % SORTS[state.pane].length, facet }));
    case 'nextFacet':
      return rearranged(env, state, ({ sort, facet }) => ({
        sort,
        facet: ((facet + 2) % (FACETS[state.pane].length + 1)) - 1,
      }));
    case 'read':
      return openRead(env, state);
    case 'indirect':
      return scrolled(env, { ...state, indirect: !state.indirect });
    case 'previewDown':
      return { ...state, previewTop: Math.min(previewed(env, state).lowest, state.previewTop + 1) };
    case 'previewUp':
      return { ...state, previewTop: Math.max(0, Math.min(previewed(env, state).lowest, state.previewTop) - 1) };
    default:
      return moved(env, state, command);
  }
}

/** Lines that a notch of the wheel scrolls. */
const NOTCH = 3;

/** What a click does; `double` when it is the second on the same cell. */
function clicked(env: Env, state: State, target: Target | undefined, double: boolean): State {
  switch (target?.on) {
    case 'command':
      return obey(env, state, target.command);
    case 'prompt':
      return obey(env, state, 'search');
    case 'heading':
      return obey(env, toPane(env, state, target.pane), 'nextSort');
    case 'pane':
      return toPane(env, state, target.pane);
    case 'item': {
      const cursor = { ...state.cursors[target.pane], item: target.item };
      const there = toPane(env, withCursor(state, target.pane, cursor), target.pane);
      return double ? obey(env, there, 'enter') : there;
    }
    case 'preview':
      return double ? obey(env, { ...state, focus: state.pane }, 'read') : state;
    case 'compareRow': {
      const there = state.compare ? { ...state, compare: { ...state.compare, row: target.row } } : state;
      return double ? obey(env, there, 'enter') : there;
    }
    case 'stop':
      return state.read ? { ...state, read: { ...state.read, at: target.stop } } : state;
    case 'moment': {
      const its = state.timeline;
      const same = its?.row === target.row;
      const there = its && {
        ...its,
        row: target.row,
        focus: 'bars' as const,
        ...(same ? {} : { item: 0, itemTop: 0 }),
      };
      return double ? obey(env, { ...state, timeline: there }, 'enter') : { ...state, timeline: there };
    }
    case 'telling': {
      const its = state.timeline;
      const there = { ...state, timeline: its && { ...its, focus: 'passages' as const, item: target.telling } };
      return double ? obey(env, there, 'read') : there;
    }
    case 'quoteCell': {
      const there = { ...state, matrix: state.matrix && { ...state.matrix, row: target.row, column: target.column } };
      return double ? obey(env, there, 'enter') : there;
    }
    case 'bookmark': {
      const there = { ...state, listing: state.listing && { ...state.listing, row: target.row } };
      return double ? obey(env, there, 'enter') : there;
    }
    case 'choice':
      return state.menu ? taken(env, state, { ...state.menu, choice: target.choice }) : state;
    case 'entry':
      return state.palette ? { ...state, palette: { ...state.palette, choice: target.choice } } : state;
    case undefined:
      return state;
  }
}

/** The wheel scrolls what is under it, whatever has the keys. */
function wheeled(env: Env, state: State, target: Target | undefined, by: 1 | -1): State {
  const lines = (down: Command, up: Command) =>
    Array.from({ length: NOTCH }).reduce<State>((now) => obey(env, now, by > 0 ? down : up), state);
  if (state.correcting) return state;
  if (state.palette || state.menu || state.listing) return obey(env, state, by > 0 ? 'down' : 'up');
  if (state.help !== null || state.read) return lines('down', 'up');
  if (state.compare) return scrollCompare(env, state, state.compare, by * NOTCH);
  if (state.timeline || state.matrix) return lines('down', 'up');
  if (target?.on === 'preview') return lines('previewDown', 'previewUp');
  return target && 'pane' in target ? scrollPane(env, state, target.pane, by * NOTCH) : state;
}

/** Scrolls a pane by rows; its cursor stays where it can be seen. */
function scrollPane(env: Env, state: State, pane: PaneName, by: number): State {
  const rows = env.visible(state)[pane];
  const page = inside(layoutOf(state.size, state.pane).panes[pane]);
  const cursor = state.cursors[pane];
  const top = Math.max(0, Math.min(rows.items.length - page, cursor.top + by));
  const row = Math.max(top, Math.min(top + page - 1, rowOf(rows, cursor.item)));
  const item = rows.items[row] ?? null;
  const preview = pane === state.pane && item !== cursor.item ? { previewTop: 0 } : {};
  return withCursor({ ...state, ...preview }, pane, { item, top });
}

function moved(env: Env, state: State, command: Command): State {
  const rows = env.visible(state)[state.pane];
  const page = inside(layoutOf(state.size, state.pane).panes[state.pane]);
  const row = movedTo(command, rowOf(rows, state.cursors[state.pane].item), rows.items.length, page);
  const item = row === undefined ? undefined : rows.items[row];
  if (item === undefined) return state;
  return scrolled(env, withCursor({ ...state, previewTop: 0 }, state.pane, { ...state.cursors[state.pane], item }));
}

function withCursor(state: State, pane: PaneName, cursor: Cursor): State {
  return { ...state, cursors: { ...state.cursors, [pane]: cursor } };
}

/** Brings every pane's cursor into view after its list, or the screen, has changed. */
function scrolled(env: Env, state: State): State {
  const visible = env.visible(state);
  let next = state;
  for (const pane of PANES) {
    const page = inside(layoutOf(state.size, pane).panes[pane]);
    const cursor = state.cursors[pane];
    const row = rowOf(visible[pane], cursor.item);
    const top = topFor(cursor.top, row, visible[pane].items.length, page);
    if (top !== cursor.top) next = withCursor(next, pane, { ...cursor, top });
  }
  return next;
}

function searched(env: Env, state: State, prompt: Prompt): State {
  return answered(env, { ...state, prompt, previewTop: 0 });
}

function prompted(env: Env, state: State, change: PromptChange): State {
  const after = { ...state, ...change };
  return change.prompt.text === state.prompt.text ? after : searched(env, after, change.prompt);
}

/** Goes over to the answer to what the prompt asks, if there is one already; until then the lists stay. */
function answered(env: Env, state: State): State {
  const { text } = state.prompt;
  return env.searching.known(text) ? scrolled(env, { ...state, answered: text }) : state;
}

function step(pane: PaneName, by: number): PaneName {
  return PANES[(PANES.indexOf(pane) + by + PANES.length) % PANES.length] ?? pane;
}

function toPane(env: Env, state: State, pane: PaneName): State {
  return scrolled(env, { ...state, pane, focus: pane, previewTop: 0 });
}

/** Esc: out of the prompt, then the search goes, then the filters, the last first, then the pane's facet, then marks. */
function back(env: Env, state: State): State {
  if (state.completing)
    return prompted(env, state, { prompt: state.completing.from, completing: null, recalled: null });
  if (state.focus === 'prompt') return { ...state, focus: state.pane };
  if (state.prompt.text !== '') return searched(env, state, EMPTY_PROMPT);
  if (state.filters.length > 0) return scrolled(env, { ...state, filters: state.filters.slice(0, -1) });
  if (state.arranged[state.pane].facet >= 0) return rearranged(env, state, ({ sort }) => ({ sort, facet: -1 }));
  if (state.marked.length + state.markedQuotes.length > 0) return { ...state, marked: [], markedQuotes: [] };
  return state;
}

function rearranged(env: Env, state: State, change: (now: Arrangement) => Arrangement): State {
  const arranged = { ...state.arranged, [state.pane]: change(state.arranged[state.pane]) };
  return scrolled(env, { ...state, arranged, previewTop: 0 });
}

/** Takes what the menu is on. */
function taken(env: Env, state: State, menu: Menu): State {
  return rearranged(env, { ...state, menu: null }, (now) => arrangementOf(menu, now));
}

/** As many changes can be taken back. */
const REMEMBERED = 50;

/** Keeps what was listed before a change, but for each letter typed: a search is taken back as a whole. */
function remembering(before: State, after: State): State {
  const searched = before.prompt.text !== after.prompt.text && after.focus !== 'prompt' && before.focus !== 'prompt';
  const begun = before.focus !== 'prompt' && after.focus === 'prompt';
  const changed =
    searched ||
    before.filters !== after.filters ||
    before.arranged !== after.arranged ||
    before.indirect !== after.indirect;
  if (before.undo !== after.undo || (!changed && !begun)) return after;
  const { prompt, filters, arranged, indirect } = before;
  return { ...after, undo: [...after.undo, { prompt, filters, arranged, indirect }].slice(-REMEMBERED) };
}

/** Takes back the last change of what is listed. */
function undone(env: Env, state: State): State {
  const isOther = ({ prompt, filters, arranged, indirect }: Listed) =>
    prompt.text !== state.prompt.text ||
    filters !== state.filters ||
    arranged !== state.arranged ||
    indirect !== state.indirect;
  const at = state.undo.findLastIndex(isOther);
  const listed = state.undo[at];
  if (!listed) return { ...state, undo: [], notice: NOTHING_TO_UNDO };
  return searched(env, { ...state, ...listed, undo: state.undo.slice(0, at) }, listed.prompt);
}

/** Enter on a row: filter by it, or stop filtering by it; a quote is set side by side. */
function chosen(env: Env, state: State): State {
  const item = current(env, state);
  if (item === undefined) return state;
  if (state.pane === 'quotes') return openStory(env, state, item);
  const by = state.pane === 'sources' ? 'source' : 'entity';
  const without = state.filters.filter((filter: Filter) => !(filter.by === by && filter.item === item));
  const filters = without.length < state.filters.length ? without : [...state.filters, { by, item } as const];
  return scrolled(env, withCursor({ ...state, filters }, state.pane, { ...state.cursors[state.pane], item }));
}

function marked(env: Env, state: State): State {
  const item = current(env, state);
  if (state.pane === 'entities' || item === undefined) return state;
  const marks = state.pane === 'sources' ? 'marked' : 'markedQuotes';
  const without = state[marks].filter((other) => other !== item);
  const next = { ...state, [marks]: without.length < state[marks].length ? without : [...state[marks], item] };
  return moved(env, next, 'down');
}

/** Reads the article of the row under the cursor, at the place that the row is about. */
function openRead(env: Env, state: State): State {
  const { index, links } = env.world;
  const item = current(env, state);
  if (item === undefined) return state;
  if (state.pane === 'sources') {
    return openArticle(env, state, item, { of: state.prompt.text === '' ? 'quotes' : 'matches' });
  }
  if (state.pane === 'quotes') {
    const ref = links.quotes[item];
    return ref ? openQuote(env, state, ref) : state;
  }
  const sources = state.filters.filter(({ by }) => by === 'source').map((filter) => filter.item);
  const mentions = index.entities[item]?.mentions ?? [];
  const first = mentions.find(({ article }) => sources.length === 0 || sources.includes(article)) ?? mentions[0];
  return first
    ? openArticle(env, state, first.article, { of: 'entity', entity: item }, mentionAt(index, first).start)
    : state;
}

function mouseSwitched(state: State): State {
  const notice = state.mouse
    ? `The mouse is the terminal’s: text can be selected; ${keyFor('mouse', 'panes')} takes it back`
    : 'The mouse is back';
  return { ...state, mouse: !state.mouse, notice };
}

function reduceHelp(state: State, top: number, command: Command): State {
  if (command === 'back' || command === 'help' || command === 'quit') return { ...state, help: null };
  const page = state.size.rows - 3;
  const to = movedTo(command, top, lowestHelp(state) + 1, page);
  return to === undefined ? state : { ...state, help: to };
}

function helpWidth({ size }: State): number {
  return size.columns - 3;
}

/** The first line of the help's last page. */
function lowestHelp(state: State): number {
  return Math.max(0, helpLines(helpWidth(state)).length - (state.size.rows - 3));
}
