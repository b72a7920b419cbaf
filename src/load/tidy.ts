import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What is done in this time must leave most of it over; in milliseconds. */
const QUIET = 1000;
const MOST_BUSY = 0.2;

/** How V8's own function is asked; what an older one does not know it passes over. */
type Collect = (how: {
  readonly type: 'major';
  readonly execution: 'async';
  readonly flavor: 'last-resort';
}) => unknown;

/**
 * Has what is no longer needed given back to the system, as soon as nothing is being done: after a corpus was read that
 * is much, and V8 would keep it until it needs room. Never keeps the process from ending.
 */
export function tidyWhenQuiet(quiet = QUIET): void {
  let before = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const { utilization } = performance.eventLoopUtilization(before);
    before = performance.eventLoopUtilization();
    if (utilization > MOST_BUSY) return;
    clearInterval(timer);
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('globalThis.gc') as Collect | undefined;
    setFlagsFromString('--no-expose-gc');
    void collect?.({ type: 'major', execution: 'async', flavor: 'last-resort' });
  }, quiet);
  timer.unref();
}
