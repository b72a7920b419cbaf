import { keyOf } from './comparing.ts';
import type { Env } from './env.ts';
import type { Size } from './layout.ts';
import { type Action, reduce } from './reduce.ts';
import { type Beginning, initialState, type State } from './state.ts';

/** Holds the one state. Its value is always the newest, also between two drawings of the screen. */
export interface Store {
  readonly get: () => State;
  readonly dispatch: (action: Action) => void;
  /** What the state is reduced in: the world as it is now. */
  readonly env: () => Env;
  /** Goes on in another world: corrected, read anew, or more of it. @param says what to tell of it */
  readonly goOnIn: (env: Env, says?: string | null) => void;
  /**
   * Works out in slices what the reader would wait for in another world, so that it is there when it is gone over to.
   *
   * @throws what the signal was aborted with
   */
  readonly prepare: (env: Env, broken: AbortSignal) => Promise<void>;
  /** Calls `listener` after each change; the result ends that. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** What is to be told, and of what went wrong the first; `null` where there is nothing to tell. */
export function noticeOf(says: string | null, problems: readonly string[]): string | null {
  const [first, ...more] = problems;
  const wrong = first === undefined ? [] : [`${first}${more.length > 0 ? ` (and ${more.length} more)` : ''}`];
  const words = [...(says === null ? [] : [says]), ...wrong];
  return words.length > 0 ? words.join('; ') : null;
}

/** Something that a state asks of its world and that is not known yet: how it is found. */
function missingIn(env: Env, { prompt, compare, timeline, filters }: State) {
  if (!env.searching.known(prompt.text)) return (broken: AbortSignal) => env.searching.find(prompt.text, broken);
  const wantsDates = timeline !== null || filters.some(({ by }) => by === 'told');
  if (wantsDates && !env.dates.known()) return env.dates.find;
  if (compare && !env.comparing.known(compare)) return (broken: AbortSignal) => env.comparing.find(compare, broken);
  return undefined;
}

/** A store for a world, as the explorer opens. */
export function storeOf(first: Env, size: Size, begins: Partial<Beginning> = {}): Store {
  let env = first;
  let state = initialState(size, noticeOf(null, [...(begins.problems ?? []), ...env.world.problems]), begins);
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
    const { signal } = superseded;
    // Of keys that came together only the last is searched for; and before React draws, which it does in a microtask, too.
    queueMicrotask(() => {
      if (signal.aborted) return;
      if (env.searching.soon(text)) store.dispatch({ type: 'found', text });
      else
        void env.searching.find(text, signal).then((found) => {
          if (found) store.dispatch({ type: 'found', text });
        });
    });
  }
  let compared = '';
  let given = new AbortController();

  /** Starts to set side by side what the view asks for, unless that is known. The newest one wins. */
  function compare(): void {
    const asked = state.compare;
    const key = asked ? keyOf(asked) : '';
    if (key === compared) return;
    compared = key;
    given.abort();
    if (!asked || env.comparing.known(asked)) return;
    given = new AbortController();
    void env.comparing.find(asked, given.signal).then((found) => {
      if (found) store.dispatch({ type: 'ready' });
    });
  }
  let reading = new AbortController();
  let isReading = false;

  /** Starts to read the dates for the timeline, unless they are known; ends it when the timeline is left. */
  function readDates(): void {
    const wanted = state.timeline !== null && env.dates.known() === undefined;
    if (wanted === isReading) return;
    isReading = wanted;
    reading.abort();
    if (!wanted) return;
    reading = new AbortController();
    void env.dates.find(reading.signal).then((found) => {
      if (found) store.dispatch({ type: 'ready' });
    });
  }
  const change = (next: State) => {
    if (next === state) return;
    state = next;
    search();
    for (const listener of listeners) listener();
    compare();
    readDates();
  };
  const store: Store = {
    get: () => state,
    env: () => env,
    dispatch: (action) => change(reduce(env, state, action)),
    goOnIn(next, says = null) {
      const before = env;
      env = next;
      superseded.abort();
      given.abort();
      reading.abort();
      isReading = false;
      sought = '';
      compared = '';
      change(reduce(env, state, { type: 'moved', from: before, says }));
    },
    async prepare(next, broken) {
      for (;;) {
        // Keys are obeyed meanwhile: what is asked for is looked at anew each time.
        const there = reduce(next, state, { type: 'moved', from: env, says: null });
        const missing = missingIn(next, there);
        if (!missing) return;
        await missing(broken);
        broken.throwIfAborted();
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}
