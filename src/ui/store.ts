import type { Env } from './env.ts';
import type { Size } from './layout.ts';
import { type Action, reduce } from './reduce.ts';
import { initialState, type State } from './state.ts';

/** Holds the one state. Its value is always the newest, also between two drawings of the screen. */
export interface Store {
  readonly get: () => State;
  readonly dispatch: (action: Action) => void;
  /** Calls `listener` after each change; the result ends that. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A store for a world, as the explorer opens. */
export function storeOf(env: Env, size: Size): Store {
  let state = initialState(size);
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    dispatch(action) {
      const next = reduce(env, state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
