/** How the items of a kept list are told apart, and what becomes of one that two explorers changed. */
export interface Merging<Item> {
  /** Equal for what is of the same thing. */
  readonly keyOf: (item: Item) => string;
  /** Both changes of one thing in one item. */
  readonly both: (theirs: Item, mine: Item) => Item;
}

/**
 * A list that two changed from the same beginning: theirs, with what was added, changed and taken away in mine. What they
 * changed is not taken away, and where both changed the same item both changes are kept.
 *
 * @param base the list that mine was made from
 */
export function merged<Item>(
  base: readonly Item[],
  mine: readonly Item[],
  theirs: readonly Item[],
  { keyOf, both }: Merging<Item>,
): readonly Item[] {
  const result = [...theirs];
  const added = without(mine, base);
  const removed = without(base, mine);
  const isNew = new Set(without(theirs, base));
  for (const item of added) {
    const key = keyOf(item);
    const was = removed.find((other) => keyOf(other) === key);
    const same = was === undefined ? -1 : result.findLastIndex((other) => isSame(other, was));
    const at = same >= 0 ? same : result.findIndex((other) => isNew.has(other) && keyOf(other) === key);
    if (at < 0) result.push(item);
    else result[at] = same >= 0 ? item : both(result[at]!, item);
  }
  const changed = new Set(added.map(keyOf));
  for (const item of [...removed].reverse()) {
    const at = changed.has(keyOf(item)) ? -1 : result.findLastIndex((other) => isSame(other, item));
    if (at >= 0) result.splice(at, 1);
  }
  return result;
}

/** What a list has more of than another, in its order; of equal ones the later. */
function without<Item>(items: readonly Item[], others: readonly Item[]): readonly Item[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(textOf(other), (left.get(textOf(other)) ?? 0) + 1);
  return items.filter((item) => {
    const count = left.get(textOf(item)) ?? 0;
    left.set(textOf(item), count - 1);
    return count <= 0;
  });
}

function isSame<Item>(one: Item, other: Item): boolean {
  return textOf(one) === textOf(other);
}

/** An item as it is written: whatever order its keys came in. */
function textOf(item: unknown): string {
  return JSON.stringify(Object.entries(item as object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
