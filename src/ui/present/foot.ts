import type { Command } from '../commands.ts';
import { contextOf } from '../context.ts';
import type { Env } from '../env.ts';
import { type Line, lineWidth, seg } from '../line.ts';
import type { State } from '../state.ts';
import { correctingLine } from './correcting.ts';
import { type Hint, hintLine, hintsFor } from './hints.ts';

/** The last row of the screen: something to tell, or the keys that do something here. */
export interface Foot {
  readonly line: Line;
  /** The keys, where they are what it shows. */
  readonly hints: readonly Hint[];
}

/** The foot of every view. */
export function footOf(env: Env, state: State): Foot {
  const told = (line: Line): Foot => ({ line, hints: [] });
  if (state.notice !== null) return told([seg(state.notice, 'warning')]);
  if (state.correcting) return told(correctingLine(env, state.correcting, state.size.columns));
  const context = contextOf(state);
  const problem =
    context === 'prompt' || context === 'panes' ? env.searching.known(state.answered)?.problem : undefined;
  if (problem) return told([seg(`Searched as plain words: ${problem}`, 'warning')]);
  const hints = hintsFor(context, state.size.columns);
  return { line: hintLine(hints), hints };
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
