import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { overlapping } from '../../src/compare/overlapping.ts';

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 40 }))
  .map(([start, length]) => ({ start, end: start + length }));

test('what overlaps a stretch is what looking at each finds', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 40 }), span, (spans, stretch) => {
      const inOrder = spans.toSorted((a, b) => a.start - b.start);
      const expected = inOrder.flatMap(({ start, end }, i) => (start < stretch.end && end > stretch.start ? [i] : []));
      assert.deepEqual(overlapping(inOrder)(stretch), expected);
    }),
  );
});
