import type { Context } from '../commands.ts';
import type { Env } from '../env.ts';
import { type Line, lineWidth, seg } from '../line.ts';
import type { Finding, ReadState, State } from '../state.ts';
import { correctingLine } from './correcting.ts';
import { exportingLine } from './exporting.ts';
import { hintLine } from './hints.ts';
import { typedLine } from './typed.ts';

/** The last row of the screen: what is asked, what is to be told, or the keys of a place. */
export function footLine(env: Env, state: State, context: Context): Line {
  const { columns } = state.size;
  if (state.exporting) return exportingLine(state.exporting, columns);
  if (state.noting) {
    const asks = seg('Note: ', 'chip');
    const says = seg('  Enter keeps it, Esc does not', 'dim');
    return [asks, ...typedLine(state.noting.prompt, Math.max(12, columns - lineWidth([asks, says]) - 1)), says];
  }
  if (state.read?.finding?.typing && state.notice === null)
    return findingLine(env, state, state.read, state.read.finding);
  if (state.notice !== null) return [seg(state.notice, 'warning')];
  if (state.correcting) return correctingLine(env, state.correcting, columns);
  return hintLine(context, columns);
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
        : seg(`  ${read.at + 1}/${stops.length}  ↓ ↑ next, previous, Enter goes on with n, Esc ends`, 'dim');
  const room = Math.max(12, state.size.columns - lineWidth([asks, says]) - 1);
  return [asks, ...typedLine(prompt, room), says];
}
