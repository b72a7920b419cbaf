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
  let sought = '';
  let superseded = new AbortController();

  /** Starts to search for what the prompt asks, unless the lists answer it already. The newest text wins. */
  function search(): void {
    const { text } = state.prompt;
    if (text === sought) return;
    sought = text;
    superseded.abort();
    if (text === state.answered) return;
    superseded = new AbortController();
    void env.searching.find(text, superseded.signal).then((found) => {
      if (found) store.dispatch({ type: 'found', text });
    });
  }
  const store: Store = {
    get: () => state,
    dispatch(action) {
      const next = reduce(env, state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
      search();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}
