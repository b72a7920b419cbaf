import { useEffect, useReducer, useRef } from 'react';

/** Below this two things are seen at once; above what a held key takes to come again. Milliseconds. */
const BEAT = 40;

/**
 * A value once it has rested for a beat; until then the one before, for which all else may have been drawn already.
 *
 * @param value the same object as long as nothing has changed
 * @param waits whether the change from one value to another may wait; what may not is given at once
 */
export function useRested<T>(value: T, waits: (before: T, now: T) => boolean): T {
  const rested = useRef(value);
  const [, drawAgain] = useReducer((n: number) => n + 1, 0);
  const isWaiting = rested.current !== value && waits(rested.current, value);
  if (!isWaiting) rested.current = value;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => {
      rested.current = value;
      drawAgain();
    }, BEAT);
    return () => clearTimeout(timer);
  }, [isWaiting, value]);
  return rested.current;
}
