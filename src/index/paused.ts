/** Work that pauses often, telling something each time, and what comes of it. */
export type Paused<T, Told = void> = Generator<Told, T>;

/** Does all of it at once. */
export function atOnce<T>(work: Paused<T, unknown>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Makes something of each item, pausing after each. */
export function* mapped<Item, T>(items: readonly Item[], make: (item: Item, i: number) => T): Paused<T[]> {
  const made: T[] = [];
  for (let i = 0; i < items.length; i++) {
    made.push(make(items[i]!, i));
    yield;
  }
  return made;
}

/** The same work, telling one thing whenever it pauses. */
export function* telling<T, Told>(told: Told, work: Paused<T, unknown>): Paused<T, Told> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    yield told;
  }
}

/** The same work, telling nothing. */
export function silently<T>(work: Paused<T, unknown>): Paused<T> {
  return telling(undefined, work);
}
