/** Gives what was made of an item, or has it made. */
export type Made<T> = (on: readonly unknown[], item: number, make: () => T) => T;

/** A screen has fewer rows; who goes up and down a list comes back to more. */
const MOST = 1000;

/** Remembers what was made of items, as long as all that it depends on is the same: most rows were in the last frame, too. */
export function rememberMade<T>(): Made<T> {
  let last: readonly unknown[] = [];
  const made = new Map<number, T>();
  return (on, item, make) => {
    if (made.size >= MOST || on.length !== last.length || on.some((its, i) => its !== last[i])) made.clear();
    last = on;
    const known = made.get(item);
    if (known !== undefined) return known;
    const value = make();
    made.set(item, value);
    return value;
  };
}
