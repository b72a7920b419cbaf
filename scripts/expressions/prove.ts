import { createHash } from 'node:crypto';
import { checkSync } from 'recheck';
import type { Expression } from './find.ts';

/**
 * `linear`: no text makes it take more than linear time, proved on its automaton. `bounded`: nothing in it repeats without
 * end, so that each place costs a bounded time, and no text was found that makes this much.
 */
export type Proof = 'linear' | 'bounded';

/** More than enough for any that stands here, also on a machine that has much else to do. */
const PATIENCE = 60_000;
/** The search for an attack ends by what it has read, not by the clock, so that it finds the same on every machine. */
const BY_COUNT = { attackTimeout: null, incubationTimeout: null, recallTimeout: -1, timeout: PATIENCE } as const;

/** What is proved of an expression, or in words what speaks against it. */
export function prove({ source, flags }: Expression): { readonly proof: Proof } | { readonly against: string } {
  const proved = checkSync(source, flags, { checker: 'automaton', timeout: PATIENCE });
  if (proved.status !== 'safe') return { against: against(proved) };
  if (proved.complexity.type !== 'safe') return { proof: 'linear' };
  const sought = checkSync(source, flags, { checker: 'fuzz', ...BY_COUNT });
  return sought.status === 'safe' ? { proof: 'bounded' } : { against: against(sought) };
}

function against(found: ReturnType<typeof checkSync>): string {
  if (found.status === 'vulnerable') return `${found.complexity.summary}: ${found.attack.pattern.slice(0, 200)}`;
  return found.status === 'unknown' ? `not decided: ${found.error.kind}` : '';
}

/** By this an expression is known among what was proved. */
export function keyOf({ source, flags }: Expression): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16);
}
