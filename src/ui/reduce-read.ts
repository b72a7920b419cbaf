import type { Command } from './commands.ts';
import type { Env } from './env.ts';
import { movedTo, topFor } from './scroll.ts';
import type { Marking, ReadState, State } from './state.ts';

/** Rows of the reading view above the text. */
export const READ_HEAD = 3;

/** The rows that the text has on this screen. */
export function readBody(rows: number): number {
  return Math.max(1, rows - READ_HEAD - 2);
}

/** Opens an article at a place, or at its start. */
export function openArticle(env: Env, state: State, article: number, marking: Marking, offset?: number): State {
  const read: ReadState = { article, marking, at: -1, top: 0 };
  const { stops } = env.readLayout(state, read);
  const at = offset === undefined ? -1 : stops.findIndex(({ start, end }) => start <= offset && end > offset);
  return at < 0 ? { ...state, read } : toStop(env, state, read, at);
}

/** What a command does while an article is read. */
export function reduceRead(env: Env, state: State, read: ReadState, command: Command): State {
  switch (command) {
    case 'back':
      return { ...state, read: null };
    case 'help':
      return { ...state, help: 0 };
    case 'nextStop':
      return stepped(env, state, read, 1);
    case 'previousStop':
      return stepped(env, state, read, -1);
    case 'marking':
      return remarked(state, read);
    default: {
      const { lines } = env.readLayout(state, read);
      const page = readBody(state.size.rows);
      const lowest = Math.max(1, lines.length - page + 1);
      const top = movedTo(command, read.top, lowest, page);
      return top === undefined ? state : { ...state, read: { ...read, top } };
    }
  }
}

/** The same place in view on a screen of another size. */
export function readAgain(env: Env, state: State, read: ReadState): State {
  return read.at < 0 ? state : toStop(env, state, read, read.at);
}

function toStop(env: Env, state: State, read: ReadState, at: number): State {
  const { stops, lines } = env.readLayout(state, read);
  const page = readBody(state.size.rows);
  const line = stops[at]?.line ?? 0;
  const seen = line >= read.top + 2 && line < read.top + page - 4;
  const top = seen ? read.top : topFor(line - (page >> 2), line, lines.length, page);
  return { ...state, read: { ...read, at, top } };
}

/** To the next place of the marking; an entity's go on in the next article that names it. */
function stepped(env: Env, state: State, read: ReadState, by: 1 | -1): State {
  const { stops } = env.readLayout(state, read);
  const from = read.at >= 0 ? read.at : by > 0 ? -1 : stops.length;
  if (stops[from + by]) return toStop(env, state, read, from + by);
  if (read.marking.of === 'entity') {
    const articles = [...(env.world.links.mentionsIn[read.marking.entity]?.keys() ?? [])].sort((a, b) => a - b);
    const next = by > 0 ? articles.find((a) => a > read.article) : articles.findLast((a) => a < read.article);
    if (next !== undefined) {
      const there: ReadState = { ...read, article: next, at: -1, top: 0 };
      return toStop(env, state, there, by > 0 ? 0 : env.readLayout(state, there).stops.length - 1);
    }
  }
  return { ...state, notice: by > 0 ? 'No more of these after this' : 'None of these before this' };
}

/** Steps through quotes, names or search matches, in turn. */
function remarked(state: State, read: ReadState): State {
  const kinds: readonly Exclude<Marking['of'], 'entity'>[] =
    state.prompt.text === '' ? ['quotes', 'names'] : ['quotes', 'names', 'matches'];
  const now = read.marking.of === 'entity' ? -1 : kinds.indexOf(read.marking.of);
  const of = kinds[(now + 1) % kinds.length] ?? 'quotes';
  return { ...state, read: { ...read, marking: { of }, at: -1 } };
}
