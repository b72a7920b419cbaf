import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placesOf } from '../../src/ui/find.ts';

const found = (text: string, sought: string) => placesOf(text, sought).map(({ start, end }) => text.slice(start, end));

test('what is sought is found whatever its case, accents, quotation marks, dashes and line breaks', () => {
  assert.deepEqual(found('Erdoğan and ERDOGAN met Erdog\u0306an', 'erdogan'), ['Erdoğan', 'ERDOGAN', 'Erdog\u0306an']);
  assert.deepEqual(found('“I don’t—no”', `"i don't-`), ['“I don’t—']);
  assert.deepEqual(found('the red\n  line', 'red line'), ['red\n  line']);
  assert.deepEqual(found('de\u00adesca\u200blate', 'deescalate'), ['de\u00adesca\u200blate']);
  assert.deepEqual(found('Straße', 'ss'), ['ß']);
  assert.deepEqual(found('Straße', 'stras'), ['Straß']);
});

test('places stand in order, none over another; nothing is found for nothing', () => {
  assert.deepEqual(placesOf('aaaa', 'aa'), [
    { start: 0, end: 2 },
    { start: 2, end: 4 },
  ]);
  assert.deepEqual(placesOf('a b', ' '), []);
  assert.deepEqual(placesOf('a b', ''), []);
});

test('whatever stands in a text is found there', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      (a, b, c) => {
        const places = placesOf(a + b + c, b);
        const sought = placesOf(b, b).length > 0;
        assert.equal(places.length > 0, sought, JSON.stringify([a, b, c]));
        for (const [i, { start, end }] of places.entries())
          assert.ok(start < end && start >= (places[i - 1]?.end ?? 0));
      },
    ),
    { seed: 8 },
  );
});
