/** Names that are one, found so far: union-find over numbers (Tarjan 1975). */
export class Groups {
  readonly #parent: number[] = [];

  constructor(count: number) {
    for (let i = 0; i < count; i++) this.#parent.push(i);
  }

  /** The lowest number of the group. */
  find(i: number): number {
    let root = i;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    this.#parent[i] = root;
    return root;
  }

  unite(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    this.#parent[Math.max(x, y)] = Math.min(x, y);
  }
}
