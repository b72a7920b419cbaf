import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineOf } from '../../src/index/citation.ts';

test('the line of a place is one more than the line breaks before it, whatever was asked before', () => {
  const text = fc.string({ unit: fc.constantFrom('\n', 'a', '\r\n', 'é') });
  const asked = fc.array(fc.tuple(fc.nat(11), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 40 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 12, maxLength: 12 }), asked, (texts, places) => {
      for (const [which, where] of places) {
        const its = texts[which]!;
        const place = Math.floor(where * (its.length + 1));
        assert.equal(lineOf(its, place), its.slice(0, place).split('\n').length);
      }
    }),
  );
});
