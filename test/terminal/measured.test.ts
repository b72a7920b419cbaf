import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import sanitizeAnsi from '../../node_modules/ink/build/sanitize-ansi.js';
import { sanitizing, widestOf } from '../../src/terminal/measured.ts';

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u001b[1m',
        '\u001b[0m',
        '\u001b[36;1m',
        '\u001b[22m',
        '\u001b]8;;file:///a\u0007',
        '\u001b]8;;\u0007',
      ),
      fc.constantFrom('\u001b[2J', '\u001b[38:5:1m', '\u0007', '\u009b1m', '\u001b', '\t', '\r', '\u0301', '\u200d'),
      fc.constantFrom('北京', '👩‍👩‍👧', 'e\u0301', 'said', '\n'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

test('what is left of a text is what Ink leaves of it', () => {
  const quick = sanitizing(sanitizeAnsi);
  fc.assert(
    fc.property(text, (its) => assert.equal(quick(its), sanitizeAnsi(its))),
    { numRuns: 2000 },
  );
});

test('a text that Ink has sanitized is as wide as its widest line', () => {
  fc.assert(
    fc.property(text, (its) => {
      const lines = sanitizeAnsi(its).replaceAll('\t', ' ').split('\n');
      assert.equal(widestOf(lines.join('\n')), Math.max(...lines.map((line) => stringWidth(line))));
    }),
    { numRuns: 2000 },
  );
});
