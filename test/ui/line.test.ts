import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fit, justify, lineWidth, render, seg } from '../../src/ui/line.ts';

const text = (line: readonly { text: string }[]) => line.map((segment) => segment.text).join('');

test('a line is filled or cut to exactly its width', () => {
  assert.equal(text(fit([seg('ab')], 4)), 'ab  ');
  assert.equal(text(fit([seg('abc'), seg('def')], 5)), 'abcd…');
  assert.equal(text(fit([seg('習近平')], 4)), '習… ');
});

test('any text takes exactly the columns it is given', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 12 })),
      fc.integer({ min: 1, max: 40 }),
      (parts, width) => {
        assert.equal(
          lineWidth(
            fit(
              parts.map((part) => seg(part)),
              width,
            ),
          ),
          width,
        );
      },
    ),
  );
});

test('the left of a justified row gives way to the right', () => {
  assert.equal(text(justify([seg('a long headline')], [seg('12')], 12)), 'a long h… 12');
});

test('without colour bold, underline and inverse stay', () => {
  assert.equal(render([seg('x', 'match')], 1, false), '\u001b[1;4mx\u001b[0m');
  assert.equal(render([seg('x', 'match')], 1, true), '\u001b[1;4;33mx\u001b[0m');
});

test('a control character of a text does not reach the row', () => {
  assert.equal(render([seg('a\u001b[2Jb')], 8, false), 'a␛[2Jb  ');
});
