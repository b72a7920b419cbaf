import type { Paused } from '../index/paused.ts';

export { atOnce, type Paused } from '../index/paused.ts';

/** Longer than this no key may wait. */
const SLICE = 6;

/**
 * Does it in slices of a few milliseconds, other things in between.
 *
 * @param otherThings resolves when all that waited has had its turn: `setImmediate` where there is one
 * @returns undefined when it was broken off
 */
export async function inSlices<T>(
  work: Paused<T>,
  otherThings: () => Promise<void>,
  broken?: AbortSignal,
): Promise<T | undefined> {
  let since = performance.now();
  for (;;) {
    if (broken?.aborted) return undefined;
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < SLICE) continue;
    await otherThings();
    since = performance.now();
  }
}
