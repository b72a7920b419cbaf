/** A priority queue: a binary heap over the order that `before` gives. */
export class Queue<Item> {
  readonly #heap: Item[] = [];
  readonly #before: (a: Item, b: Item) => boolean;

  /** @param before whether one item is to be taken before another; a strict order */
  constructor(before: (a: Item, b: Item) => boolean) {
    this.#before = before;
  }

  push(item: Item): void {
    const heap = this.#heap;
    let at = heap.push(item) - 1;
    for (let up = (at - 1) >> 1; at > 0 && this.#before(item, heap[up]!); up = (at - 1) >> 1) {
      heap[at] = heap[up]!;
      at = up;
    }
    heap[at] = item;
  }

  /** Takes out the first item; `undefined` when there is none. */
  pop(): Item | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= heap.length) break;
      if (down + 1 < heap.length && this.#before(heap[down + 1]!, heap[down]!)) down++;
      if (!this.#before(heap[down]!, last)) break;
      heap[at] = heap[down]!;
      at = down;
    }
    heap[at] = last;
    return first;
  }
}
