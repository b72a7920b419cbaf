import type { Command } from '../commands.ts';
import { contextOf } from '../context.ts';
import type { Env } from '../env.ts';
import { type Line, lineWidth, seg } from '../line.ts';
import { whyOff } from '../off.ts';
import type { Finding, ReadState, State } from '../state.ts';
import { wrap } from '../wrap.ts';
import { candidatesLine } from './completing.ts';
import { correctingLine } from './correcting.ts';
import { exportingLine } from './exporting.ts';
import { type Hint, hintLine, hintsFor } from './hints.ts';
import { typedLine } from './typed.ts';

/** The foot of the screen: something to tell, or the keys that do something here. */
export interface Foot {
  /** One row, but where more is to be told than fits on it. */
  readonly lines: readonly Line[];
  /** The keys, where they are what it shows. */
  readonly hints: readonly Hint[];
}

/** The foot of every view. */
export function footOf(env: Env, state: State): Foot {
  const told = (...lines: readonly Line[]): Foot => ({ lines, hints: [] });
  const { columns } = state.size;
  const asked = askedLine(env, state);
  if (asked) return told(asked);
  if (state.notice !== null) return told(...toldLines(state.notice, columns));
  if (state.correcting) return told(correctingLine(env, state.correcting, columns));
  const context = contextOf(state);
  const candidates = context === 'prompt' ? candidatesLine(env, state) : undefined;
  if (candidates) return told(candidates);
  const problem =
    context === 'prompt' || context === 'panes' ? env.searching.known(state.answered)?.problem : undefined;
  if (problem) return told(...toldLines(`Searched as plain words: ${problem}`, columns));
  const hints = hintsFor(context, columns, (command) => whyOff(env, state, command) !== undefined);
  return { lines: [hintLine(hints)], hints };
}

/** No more of the screen is covered by what is told. */
const MOST_TOLD = 3;

/** What is to be known, over as many rows as it takes: its end says what to do. */
function toldLines(text: string, columns: number): readonly Line[] {
  const rows = wrap(text, { start: 0, end: text.length }, columns);
  return rows.slice(0, MOST_TOLD).map(({ start, end }, i) => {
    const isCut = i === MOST_TOLD - 1 && rows.length > MOST_TOLD;
    return [seg(text.slice(start, isCut ? text.length : end), 'warning')];
  });
}

/** The command whose key is named at a column of the foot. */
export function commandAt({ hints }: Foot, column: number): Command | undefined {
  let left = 0;
  for (const hint of hints) {
    const width = lineWidth(hintLine([hint]));
    if (column >= left && column < left + width) return hint.command;
    left += width + lineWidth(hintLine([hint, hint])) - 2 * width;
  }
  return undefined;
}

/** What is typed at the foot, when something is: the name of a file, a note, what to find. */
function askedLine(env: Env, state: State): Line | undefined {
  const { columns } = state.size;
  if (state.exporting) return exportingLine(state.exporting, columns);
  if (state.noting) {
    const asks = seg('Note: ', 'chip');
    const says = seg('  Enter keeps it, Esc does not', 'dim');
    return [asks, ...typedLine(state.noting.prompt, Math.max(12, columns - lineWidth([asks, says]) - 1)), says];
  }
  const typing = state.read?.finding?.typing && state.notice === null && !state.listing;
  return typing ? findingLine(env, state, state.read!, state.read!.finding!) : undefined;
}

/** What is sought in the article, and which of so many places is seen: "3/17". */
function findingLine(env: Env, state: State, read: ReadState, { prompt }: Finding): Line {
  const { stops } = env.readLayout(state, read);
  const asks = seg('In this article: ', 'chip');
  const says =
    prompt.text.trim() === ''
      ? seg('  type what to find', 'dim')
      : stops.length === 0
        ? seg('  not in this article', 'warning')
        : seg(`  ${read.at + 1}/${stops.length}  ↓ ↑ next, previous  Enter keeps it  Esc ends`, 'dim');
  const room = Math.max(12, state.size.columns - lineWidth([asks, says]) - 1);
  return [asks, ...typedLine(prompt, room), says];
}
