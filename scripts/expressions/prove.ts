import { createHash } from 'node:crypto';
import { checkSync } from 'recheck';
import type { Expression } from './find.ts';

/**
 * `linear`: no text makes it take more than linear time, proved on its automaton. `bounded`: nothing in it repeats without
 * end, so that each place costs a bounded time, and no text was found that makes this much.
 */
export type Proof = 'linear' | 'bounded';

/** What is proved of an expression, or in words what speaks against it. */
export type Found = { readonly proof: Proof } | { readonly against: string };

/** More than enough for any that stands here, also on a machine that has much else to do. */
const PATIENCE = 60_000;
/** Repetitions in one another add up to no more than this without a search for what makes them slow. */
const FEW = 1000;

/**
 * Proves an expression, within milliseconds for nearly all. One without endless repetitions is `bounded` here only where
 * it is plainly so: where its repetitions do not stand in one another.
 */
export function prove({ source, flags }: Expression): Found {
  const proved = checkSync(source, flags, { checker: 'automaton', timeout: PATIENCE });
  if (proved.status !== 'safe') return { against: against(proved) };
  if (proved.complexity.type !== 'safe') return { proof: 'linear' };
  return mostRepeated(source) <= FEW ? { proof: 'bounded' } : { against: 'repetitions in one another' };
}

/** The same, and for one without endless repetitions a minute's search for a text that makes it slow. */
export function proveAndSearch(expression: Expression): Found {
  const { source, flags } = expression;
  const found = prove(expression);
  if ('proof' in found ? found.proof === 'linear' : !found.against.startsWith('repetitions')) return found;
  const sought = checkSync(source, flags, { checker: 'fuzz', attackTimeout: null, timeout: PATIENCE });
  return sought.status === 'vulnerable' ? { against: against(sought) } : { proof: 'bounded' };
}

/** How often the innermost piece of an expression may be repeated by all counted repetitions around it. */
function mostRepeated(source: string): number {
  const plain = source.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x');
  /** For each open group, the most of what is in it. */
  const open = [1];
  let last = 1;
  for (const [token, times] of plain.matchAll(/\{\d+,?(\d*)\}|[()]|[^(){}]/g)) {
    if (token === '(') open.push(1);
    else if (token === ')') last = open.pop() ?? 1;
    else if (token.startsWith('{')) last *= Number(times || token.slice(1, -1)) || 1;
    else if (token !== '?' && token !== '*' && token !== '+') last = 1;
    if (token !== '(') open[open.length - 1] = Math.max(open.at(-1) ?? 1, last);
  }
  return open[0] ?? 1;
}

function against(found: ReturnType<typeof checkSync>): string {
  if (found.status === 'vulnerable') return `${found.complexity.summary}: ${found.attack.pattern.slice(0, 200)}`;
  return found.status === 'unknown' ? `not decided: ${found.error.kind}` : '';
}

/** By this an expression is known among what was proved. */
export function keyOf({ source, flags }: Expression): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16);
}
