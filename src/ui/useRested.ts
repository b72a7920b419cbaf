import { useEffect, useReducer, useRef } from 'react';

/** What else a change draws comes first: no longer than that takes. Milliseconds. */
const SOON = 6;
/** Below this two things are seen at once; above what a held key takes to come again. */
const BEAT = 40;
/** Two changes that are no further apart are of a key that is held. */
const HELD = 50;

/**
 * A value once all else is drawn, and while changes run on, once it has rested for a beat; until then the one before.
 *
 * @param value the same object as long as nothing has changed
 * @param waits whether the change from one value to another may wait; what may not is given at once
 */
export function useRested<T>(value: T, waits: (before: T, now: T) => boolean): T {
  const rested = useRef(value);
  const changed = useRef(-HELD);
  const [, drawAgain] = useReducer((n: number) => n + 1, 0);
  const isWaiting = rested.current !== value && waits(rested.current, value);
  if (!isWaiting) rested.current = value;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const now = performance.now();
    const isHeld = now - changed.current < HELD;
    changed.current = now;
    const follow = () => {
      rested.current = value;
      drawAgain();
    };
    const timer = setTimeout(follow, isHeld ? BEAT : SOON);
    return () => clearTimeout(timer);
  }, [isWaiting, value]);
  return rested.current;
}
