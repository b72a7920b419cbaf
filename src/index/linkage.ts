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
 * @returns groups in order of their first member; every item below `count` is in exactly one
 */
export function singleLinkage(count: number, links: readonly Link[]): readonly Group[] {
  const parent = Array.from({ length: count }, (_, i) => i);
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
    parent[second] = first;
    weakest[first] = Math.min(weakest[first]!, weakest[second]!, confidence);
  }
  const members = new Map<number, number[]>();
  for (let item = 0; item < count; item++) {
    const root = rootOf(item);
    const its = members.get(root);
    if (its) its.push(item);
    else members.set(root, [item]);
  }
  return [...members].map(([root, its]) => ({ members: its, confidence: weakest[root]! }));
}
