// Rows of the screen made of any text, cut and wrapped anywhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clipboardSequence } from '../../src/terminal/clipboard.ts';
import { printable } from '../../src/terminal/printable.ts';
import { widthOf } from '../../src/terminal/width.ts';
import { justify, render, seg } from '../../src/ui/line.ts';
import { paragraph } from '../../src/ui/wrap.ts';
import { escapesIn } from './escapes.ts';
import { HALVES, PAYLOADS } from './payloads.ts';

/** Attacks, halves and pieces of them, among anything. */
const attack: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Object.values(PAYLOADS), ...HALVES.flat()),
      fc
        .tuple(fc.constantFrom(...Object.values(PAYLOADS)), fc.nat(20), fc.nat(20))
        .map(([text, from, length]) => text.slice(from, from + length)),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('習', '🙂', 'é', ' ', 'word '),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));
const runs = { numRuns: 1000 };

test('every attack of the list is one to the checker, and none is left of it when it is printable', () => {
  for (const [name, payload] of Object.entries(PAYLOADS)) {
    if (name !== 'marks that pile up') assert.notDeepEqual(escapesIn(`x${payload}x`), [], name);
    assert.deepEqual(escapesIn(printable(payload)), [], name);
  }
  for (const [first, second] of HALVES) {
    // Two halves of an emoji are one.
    if (first !== '\ud83d') assert.notDeepEqual(escapesIn(first + second), [], first + second);
    assert.deepEqual(escapesIn(printable(first) + printable(second)), [], first + second);
  }
});

test('no row holds an attack, however it is made of pieces, and each is as wide as it should be', () => {
  fc.assert(
    fc.property(attack, attack, fc.integer({ min: 1, max: 60 }), fc.boolean(), (one, other, width, colour) => {
      const row = render([seg(one, 'quote'), seg(other, 'match')], width, colour, ['selected']);
      assert.deepEqual(escapesIn(row), []);
      assert.equal(widthOf(row.replaceAll(/\u001b\[[\d;]*m/g, '')), width);
      assert.deepEqual(escapesIn(render(justify([seg(one)], [seg(other)], width), width, colour)), []);
    }),
    runs,
  );
});

test('no wrapped text holds one, wherever its rows end and its marks begin', () => {
  fc.assert(
    fc.property(attack, fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 30 }), (text, a, b, width) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const lines = paragraph(text, { start: 0, end: text.length }, width, [{ start, end, style: 'match' }]);
      assert.deepEqual(escapesIn(lines.map((line) => render(line, width, true)).join('\n')), []);
    }),
    runs,
  );
});

test('what is copied stays in its sequence, whatever it is', () => {
  fc.assert(
    fc.property(attack, (text) => {
      assert.match(clipboardSequence(text), /^\u001b\]52;c;[A-Za-z0-9+/=]*\u0007$/);
    }),
    runs,
  );
});
