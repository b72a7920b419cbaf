import { quoteAt, speakerOf } from '../index/access.ts';
import type { Ref, Span } from '../model.ts';
import { type Command, keyFor } from './commands.ts';
import type { Env } from './env.ts';
import type { Line } from './line.ts';
import { EMPTY_PROMPT, edit, insert } from './prompt.ts';
import { movedTo, topFor } from './scroll.ts';
import type { Finding, Marking, ReadState, State } from './state.ts';

/** Rows of the reading view above the text. */
export const READ_HEAD = 3;

/** The rows that the text has on this screen. */
export function readBody(rows: number): number {
  return Math.max(1, rows - READ_HEAD - 2);
}

/** Opens an article at a place, or at its start. */
export function openArticle(env: Env, state: State, article: number, marking: Marking, offset?: number): State {
  const read: ReadState = { article, marking, at: -1, top: 0, unfolded: false, finding: null };
  const { stops } = env.readLayout(state, read);
  const at = offset === undefined ? -1 : stops.findIndex(({ start, end }) => start <= offset && end > offset);
  return at < 0 ? { ...state, read } : toStop(env, state, read, at);
}

/** Opens the article of a quote at it, among the quotes of the article; what has no marks is a place of its own. */
export function openQuote(env: Env, state: State, ref: Ref): State {
  const { start, end, kind } = quoteAt(env.world.index, ref);
  const marking: Marking = kind === 'indirect' ? { of: 'place', start, end } : { of: 'quotes' };
  return openArticle(env, state, ref.article, marking, start);
}

/** Opens an article at a stretch of it, which is marked. */
export function openPlace(env: Env, state: State, article: number, { start, end }: Span): State {
  return openArticle(env, state, article, { of: 'place', start, end }, start);
}

/** What a command does while an article is read. */
export function reduceRead(env: Env, state: State, read: ReadState, command: Command): State {
  if (read.finding?.typing) return reduceFinding(env, state, read, read.finding, command);
  switch (command) {
    case 'back':
      // What was found ends where it is; the article is left by the next Esc.
      return { ...state, read: read.finding ? { ...read, ...over(read.finding), top: read.top, at: -1 } : null };
    case 'search': {
      const { marking, at, top } = read.finding?.before ?? read;
      return {
        ...state,
        read: { ...read, finding: { prompt: EMPTY_PROMPT, typing: true, before: { marking, at, top } } },
      };
    }
    case 'unfold': {
      const top = linesBefore(env, state, read);
      return { ...state, read: { ...read, unfolded: !read.unfolded, top } };
    }
    case 'enter':
      return otherMentions(env, state, read);
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

/** What a command does while something to find is typed. */
function reduceFinding(env: Env, state: State, read: ReadState, finding: Finding, command: Command): State {
  const prompt = edit(finding.prompt, command);
  if (prompt) return sought(env, state, read, { ...finding, prompt });
  switch (command) {
    case 'back':
      return { ...state, read: { ...read, ...over(finding) } };
    case 'enter':
      if (finding.prompt.text.trim() === '') return { ...state, read: { ...read, ...over(finding) } };
      return { ...state, read: { ...read, finding: { ...finding, typing: false } } };
    case 'down':
      return stepped(env, state, read, 1);
    case 'up':
      return stepped(env, state, read, -1);
    default:
      return state;
  }
}

/** What is typed while something is sought in the article. */
export function typedIntoFinding(env: Env, state: State, read: ReadState, finding: Finding, text: string): State {
  return sought(env, state, read, { ...finding, prompt: insert(finding.prompt, text) });
}

/** To the first place from where the search began; where there is none after it, to the first of all. */
function sought(env: Env, state: State, read: ReadState, finding: Finding): State {
  const { before, prompt } = finding;
  const there: ReadState = {
    ...read,
    finding,
    marking: { of: 'found', text: prompt.text },
    at: -1,
    top: before.top,
  };
  const { stops } = env.readLayout(state, there);
  if (stops.length === 0) return { ...state, read: there };
  return toStop(
    env,
    state,
    there,
    Math.max(
      0,
      stops.findIndex(({ line }) => line >= before.top),
    ),
  );
}

/** Reading as it was before something was sought. */
function over({ before }: Finding): Partial<ReadState> {
  return { ...before, finding: null };
}

/** The line of the text, unfolded or folded, that stands where the first line of the screen does now. */
function linesBefore(env: Env, state: State, read: ReadState): number {
  const number = (lines: readonly Line[], top: number) =>
    lines.slice(0, top + 1).findLast(([margin]) => margin && /^ *\d/.test(margin.text))?.[0]?.text ?? '';
  const first = number(env.readLayout(state, read).lines, read.top);
  const { lines } = env.readLayout(state, { ...read, unfolded: !read.unfolded });
  return Math.max(
    0,
    lines.findIndex(([margin]) => margin?.text === first),
  );
}

/** Goes through the mentions of the name that is stepped to, or of who speaks, in all articles. */
function otherMentions(env: Env, state: State, read: ReadState): State {
  const { index } = env.world;
  const stop = env.readLayout(state, read).stops[read.at];
  const { mentions = [], quotes = [] } = index.articles[read.article]?.annotations ?? {};
  const mention = stop ? mentions.findIndex(({ start, end }) => start < stop.end && end > stop.start) : -1;
  const quote = stop && read.marking.of === 'quotes' ? quotes.findIndex(({ start }) => start === stop.start) : -1;
  const speaker = quote >= 0 ? speakerOf(index, { article: read.article, item: quote }) : undefined;
  const entity =
    read.marking.of === 'quotes'
      ? speaker?.kind === 'named'
        ? speaker.entity
        : undefined
      : index.entityOf[read.article]?.[mention];
  if (entity === undefined || entity < 0) {
    const [mark, next, its] = (['marking', 'nextStop', 'enter'] as const).map((command) => keyFor(command, 'read'));
    return { ...state, notice: `Step to a name first (${mark}, then ${next}); ${its} shows its other mentions` };
  }
  const there = openArticle(env, state, read.article, { of: 'entity', entity }, stop?.start);
  const at = there.read?.at ?? -1;
  return at >= 0 || !there.read ? there : { ...there, read: { ...there.read, top: read.top } };
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
  // From where the reader is, when no place is stepped to.
  const below = stops.findIndex(({ line }) => line >= read.top);
  const first = below < 0 ? stops.length : below;
  const from = read.at >= 0 ? read.at : by > 0 ? first - 1 : first;
  if (stops[from + by]) return toStop(env, state, read, from + by);
  if (read.marking.of === 'entity') {
    const articles = [...env.world.links.mentionsIn.of(read.marking.entity).keys()].sort((a, b) => a - b);
    const next = by > 0 ? articles.find((a) => a > read.article) : articles.findLast((a) => a < read.article);
    if (next !== undefined) {
      const there: ReadState = { ...read, article: next, at: -1, top: 0, finding: null };
      return toStop(env, state, there, by > 0 ? 0 : env.readLayout(state, there).stops.length - 1);
    }
  }
  return { ...state, notice: by > 0 ? 'No more of these after this' : 'None of these before this' };
}

/** Steps through quotes, names or search matches, in turn. */
function remarked(state: State, read: ReadState): State {
  const kinds: readonly Exclude<Marking['of'], 'entity' | 'found' | 'place'>[] =
    state.prompt.text === '' ? ['quotes', 'names', 'figures'] : ['quotes', 'names', 'figures', 'matches'];
  const { of: last } = read.marking;
  const now = last === 'entity' || last === 'found' || last === 'place' ? -1 : kinds.indexOf(last);
  const of = kinds[(now + 1) % kinds.length] ?? 'quotes';
  return { ...state, read: { ...read, marking: { of }, at: -1, finding: null } };
}
