import { firstFrom } from '../index/terms/reading.ts';
import type { Span } from '../model.ts';

/**
 * Finds, of spans that may lie over each other, the numbers of those that overlap a stretch, in order. A tree of how far
 * they reach (Cormen et al. 2009, §14.3) leads to each in logarithmic time, whatever lies around them.
 *
 * @param spans in order of `start`
 */
export function overlapping(spans: readonly Span[]): (stretch: Span) => readonly number[] {
  const leaves = 2 ** Math.ceil(Math.log2(Math.max(1, spans.length)));
  /** Node 1 is the root, the children of `i` are `2i` and `2i + 1`; of each, where the last of its spans ends. */
  const reach = new Int32Array(2 * leaves).fill(-1);
  spans.forEach(({ end }, i) => {
    reach[leaves + i] = end;
  });
  for (let i = leaves - 1; i > 0; i--) reach[i] = Math.max(reach[2 * i]!, reach[2 * i + 1]!);
  return ({ start, end }) => {
    const behind = firstFrom(spans, end);
    const found: number[] = [];
    const visit = (node: number, first: number, size: number): void => {
      if (first >= behind || reach[node]! <= start) return;
      if (size === 1) found.push(first);
      else {
        visit(2 * node, first, size / 2);
        visit(2 * node + 1, first + size / 2, size / 2);
      }
    };
    visit(1, 0, leaves);
    return found;
  };
}
