import type { Candidate } from '../complete.ts';
import type { Env } from '../env.ts';
import { type Line, lineWidth, seg } from '../line.ts';
import type { State } from '../state.ts';

/**
 * What Tab would write into the prompt, as many as fit, the one that stands there marked; undefined where there is
 * nothing to complete.
 */
export function candidatesLine(env: Env, state: State): Line | undefined {
  const { completing } = state;
  const found = env.completions(completing?.from ?? state.prompt);
  if (state.focus !== 'prompt' || !found) return undefined;
  const { candidates } = found;
  const choice = completing?.choice ?? -1;
  const head: Line = [seg('Tab', 'key'), seg(' ')];
  const room = state.size.columns - lineWidth(head);
  let first = 0;
  // The one that is chosen is seen, whatever stands before it.
  while (first < choice && lineWidth(from(candidates, first, choice + 1, choice)) > room - 2) first++;
  let end = candidates.length;
  while (end > first + 1 && lineWidth(from(candidates, first, end, choice)) > room - 2) end--;
  return [
    ...head,
    ...(first > 0 ? [seg('… ', 'dim')] : []),
    ...from(candidates, first, end, choice),
    ...(end < candidates.length ? [seg('…', 'dim')] : []),
  ];
}

function from(candidates: readonly Candidate[], first: number, end: number, choice: number): Line {
  return candidates
    .slice(first, end)
    .flatMap(({ shown, more }, i) => [
      seg(` ${shown} `, ...(first + i === choice ? ['selected' as const] : [])),
      ...(more === '' ? [] : [seg(`${more} `, 'dim')]),
    ]);
}
