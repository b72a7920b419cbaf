/**
 * The `count`-th lowest of numbers, the highest of fewer; -Infinity of none. In a heap of the lowest so far, highest on
 * top: of many numbers most are only compared with that one.
 */
export function lowestOf(numbers: Float64Array, length: number, count: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  if (length <= count) {
    for (let i = 0; i < length; i++) if (numbers[i]! > highest) highest = numbers[i]!;
    return highest;
  }
  if (count === 0) return highest;
  const heap = numbers.slice(0, count);
  for (let at = (count >> 1) - 1; at >= 0; at--) sink(heap, at);
  for (let i = count; i < length; i++) {
    if (numbers[i]! >= heap[0]!) continue;
    heap[0] = numbers[i]!;
    sink(heap, 0);
  }
  return heap[0]!;
}

/** Brings a number down to where none below it is higher. */
function sink(heap: Float64Array, from: number): void {
  const number = heap[from]!;
  let at = from;
  for (let down = 2 * at + 1; down < heap.length; down = 2 * at + 1) {
    if (down + 1 < heap.length && heap[down + 1]! > heap[down]!) down++;
    if (heap[down]! <= number) break;
    heap[at] = heap[down]!;
    at = down;
  }
  heap[at] = number;
}
