import type { Paused } from './paused.ts';

/** Longer than this nothing else may wait, keys above all. */
const SLICE = 20;

/**
 * Does work in slices of some 20 ms, so that keys are answered and progress is drawn meanwhile.
 *
 * @param broken breaks it off at the next pause: the promise is then rejected with the signal's reason
 */
export async function inSlices<T, Told>(
  work: Paused<T, Told>,
  onProgress: (progress: Told) => void,
  broken?: AbortSignal,
): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < SLICE) continue;
    onProgress(value);
    await new Promise((resolve) => setImmediate(resolve));
    broken?.throwIfAborted();
    since = performance.now();
  }
}
