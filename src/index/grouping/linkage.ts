/** A link between two items, and how sure it is. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly confidence: number;
}

/** Items that hang together. */
export interface Group {
  /** In order. */
  readonly members: readonly number[];
  /** Of the weakest link that holds it together; 1 for one alone. */
  readonly confidence: number;
}

/**
 * Single linkage: items are together where a chain of links joins them (Kruskal's forest, strongest links first, so
 * that a group is as sure as the weakest link it cannot do without).
 *
 * @param apart whether two items must never be in one group, whatever links them to others of it
 * @returns groups in order of their first member; every item below `count` is in exactly one
 */
export function singleLinkage(
  count: number,
  links: readonly Link[],
  apart?: (a: number, b: number) => boolean,
): readonly Group[] {
  const parent = Array.from({ length: count }, (_, i) => i);
  const members = parent.map((item) => [item]);
  const weakest = new Float64Array(count).fill(1);
  const rootOf = (item: number): number => {
    let root = item;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  for (const { a, b, confidence } of [...links].sort((x, y) => y.confidence - x.confidence || x.a - y.a || x.b - y.b)) {
    const [first, second] = [rootOf(a), rootOf(b)];
    if (first === second) continue;
    if (apart && members[first]!.some((x) => members[second]!.some((y) => apart(x, y)))) continue;
    parent[second] = first;
    for (const member of members[second]!) members[first]!.push(member);
    members[second] = [];
    weakest[first] = Math.min(weakest[first]!, weakest[second]!, confidence);
  }
  return members
    .map((its, root) => ({ members: its.sort((a, b) => a - b), confidence: weakest[root]! }))
    .filter((group) => group.members.length > 0)
    .sort((a, b) => a.members[0]! - b.members[0]!);
}
