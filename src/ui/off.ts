import type { Key } from '../terminal/keys.ts';
import { bindings, type Command, type Context, keyFor, keyName } from './commands.ts';
import { contextOf } from './context.ts';
import { current } from './current.ts';
import type { Env } from './env.ts';
import { listedTarget } from './present/bookmarks.ts';
import { cellQuotes } from './present/matrix.ts';
import type { CompareState, MatrixState, ReadState, State, TimelineState } from './state.ts';

/** Why a command would do nothing now, in words; undefined when it does something. Keys, hints and palette all ask here. */
export function whyOff(env: Env, state: State, command: Command): string | undefined {
  if (command === 'export' && env.world.isPart) return STILL_READING;
  switch (contextOf(state)) {
    case 'panes':
      return offInPanes(env, state, command);
    case 'compare':
      return state.compare ? offInCompare(env, state, state.compare, command) : undefined;
    case 'read':
      return state.read ? offInRead(env, state, state.read, command) : undefined;
    case 'timeline':
      return state.timeline ? offInTimeline(env, state, state.timeline, command) : undefined;
    case 'bookmarks':
      return state.listing ? offInListing(env, state, command) : undefined;
    case 'matrix':
      return state.matrix ? offInMatrix(env, state, state.matrix, command) : undefined;
    default:
      return undefined;
  }
}

/** What to say of a key that nothing is bound to, in the views that have help; undefined elsewhere. */
export function whyNothing(context: Context, key: Key): string | undefined {
  const help = context === 'help' ? undefined : bindings().find((it) => it.command === 'help')?.where;
  if (!help?.includes(context)) return undefined;
  return `${keyName(key)} does nothing here; ${keyFor('help', context)} shows the keys`;
}

export const NOTHING_TO_UNDO = 'No search, filter, order or part to take back';

const NEEDS_A_ROW: Readonly<Partial<Record<Command, string>>> = {
  enter: 'choose',
  correct: 'correct',
  read: 'read',
  copy: 'copy',
  open: 'open',
  export: 'export',
  bookmark: 'bookmark',
  note: 'note',
};

/** What more articles would change is not shown before they are read. */
const STILL_READING = 'What articles have in common, and their stories, are known when all are read';

function offInPanes(env: Env, state: State, command: Command): string | undefined {
  const empty = current(env, state) === undefined;
  if (empty && NEEDS_A_ROW[command] !== undefined) return `Nothing is listed here to ${NEEDS_A_ROW[command]}`;
  switch (command) {
    case 'mark':
      if (state.pane === 'entities') return 'Only sources and quotes can be marked';
      return empty ? 'Nothing is listed here to mark' : undefined;
    case 'enough':
      return state.live.reading?.path === undefined ? 'No more articles are being read' : undefined;
    case 'enter':
      return env.world.isPart && state.pane === 'quotes' ? STILL_READING : undefined;
    case 'compare':
      if (env.world.isPart) return STILL_READING;
      return empty && state.marked.length < 2 && state.markedQuotes.length < 2
        ? 'Nothing is listed here to set side by side'
        : undefined;
    case 'undo':
      return state.undo.length === 0 ? NOTHING_TO_UNDO : undefined;
    case 'back':
      return hasLayers(state) ? undefined : `Nothing to go back from; ${keyFor('quit', 'panes')} quits`;
    default:
      return undefined;
  }
}

function hasLayers({ prompt, filters, arranged, pane, marked, markedQuotes }: State): boolean {
  const marks = marked.length + markedQuotes.length;
  return prompt.text !== '' || filters.length > 0 || arranged[pane].facet >= 0 || marks > 0;
}

const STILL_OPENING = 'These are still being set side by side';

function offInCompare(env: Env, state: State, compare: CompareState, command: Command): string | undefined {
  const layout = env.compareLayout(compare, state.size);
  const cells = layout.rows[compare.row]?.cells.flat() ?? [];
  switch (command) {
    case 'left':
    case 'right': {
      const edge =
        command === 'left'
          ? layout.columns[0] === 0
          : layout.columns.at(-1) === env.comparison(compare).articles.length - 1;
      return edge ? 'All columns there are on this side are shown' : undefined;
    }
    case 'copies':
      return env.comparison(compare).copies.length === 0
        ? 'None of these sources prints the text of another'
        : undefined;
    case 'nextStory':
    case 'previousStory':
      return env.world.index.stories.length < 2 ? 'There is only this story' : undefined;
    case 'enter':
      if (compare.opening) return STILL_OPENING;
      return cells.some(({ quote }) => quote) ? undefined : 'No quote in this row to go to';
    case 'bookmark':
    case 'note':
      if (compare.opening) return STILL_OPENING;
      return cells.some(({ quote }) => quote) ? undefined : 'No quote in this row to bookmark';
    case 'export':
      return layout.rows.length > 0 ? undefined : 'Nothing is here to export';
    case 'read':
    case 'copy':
    case 'open':
      if (compare.opening) return STILL_OPENING;
      return cells.length > 0 ? undefined : `Nothing in this row to ${command}`;
    default:
      return undefined;
  }
}

function offInRead(env: Env, state: State, read: ReadState, command: Command): string | undefined {
  if (command !== 'nextStop' && command !== 'previousStop') return undefined;
  const { stops } = env.readLayout(state, read);
  return stops.length === 0 && read.marking.of !== 'entity'
    ? `Nothing here is marked; ${keyFor('marking', 'read')} marks something else`
    : undefined;
}

function offInTimeline(
  env: Env,
  state: State,
  { row, focus, item }: TimelineState,
  command: Command,
): string | undefined {
  const { rows, items } = env.timeline(state).layout;
  const here = rows[row];
  switch (command) {
    case 'nextPane':
    case 'previousPane':
      return items.length === 0 ? 'Nothing stands behind this' : undefined;
    case 'read':
    case 'copy':
    case 'open':
    case 'bookmark':
    case 'note':
      return items[item] ? undefined : `Nothing stands behind this to ${NEEDS_A_ROW[command]}`;
    case 'export':
      return rows.length === 0 ? 'Nothing is on the timeline to export' : undefined;
    case 'enter':
    case 'published':
      if (command === 'enter' && focus === 'passages') return undefined;
      if (here?.kind !== 'moment') return 'This is no period to filter by';
      if (command === 'enter' || here.moment.published.length > 0) return undefined;
      return `Nothing of known date was published ${here.moment.name}`;
    default:
      return undefined;
  }
}

function offInMatrix(env: Env, state: State, matrix: MatrixState, command: Command): string | undefined {
  if (command === 'export')
    return env.matrix(state).of.speakers.length === 0 ? 'No quotes are listed to export' : undefined;
  if (!['enter', 'read', 'copy', 'open', 'bookmark', 'note'].includes(command)) return undefined;
  if (cellQuotes(env.matrix(state).of, matrix).length > 0) return undefined;
  return `No quote here to ${command === 'enter' ? 'filter by' : NEEDS_A_ROW[command]}`;
}

function offInListing(env: Env, state: State, command: Command): string | undefined {
  if (!['enter', 'read', 'copy', 'open', 'bookmark', 'note', 'export'].includes(command)) return undefined;
  if (state.bookmarks.length === 0) return 'Nothing is bookmarked yet';
  if (command === 'bookmark' || command === 'export') return undefined;
  return listedTarget(env, state) ? undefined : 'This is not in these articles any more';
}
