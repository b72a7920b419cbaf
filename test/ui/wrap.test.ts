import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { printable } from '../../src/terminal/printable.ts';
import { widthOf } from '../../src/terminal/width.ts';
import { markedLine, paragraph, wrap } from '../../src/ui/wrap.ts';

const rowsOf = (text: string, width: number) =>
  wrap(text, { start: 0, end: text.length }, width).map(({ start, end }) => text.slice(start, end));

test('rows break at white space and leave it out', () => {
  assert.deepEqual(rowsOf('the quick brown fox', 9), ['the quick', 'brown fox']);
  assert.deepEqual(rowsOf('  lead\n  and tail  ', 20), ['lead\n  and tail']);
});

test('a word longer than the row is cut at a character a person would count', () => {
  assert.deepEqual(rowsOf('abcdefgh', 3), ['abc', 'def', 'gh']);
  assert.deepEqual(rowsOf('e\u0301e\u0301e\u0301', 2), ['e\u0301e\u0301', 'e\u0301']);
});

test('wide characters take two columns', () => {
  assert.deepEqual(rowsOf('習近平主席', 4), ['習近', '平主', '席']);
});

test('no row is wider than asked, rows are in order, and only white space is left out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 10, max: 30 }), (text, width) => {
      let from = 0;
      for (const { start, end } of wrap(text, { start: 0, end: text.length }, width)) {
        assert.ok(start >= from && end > start);
        assert.equal(text.slice(from, start).trim(), '');
        assert.ok(widthOf(printable(text.slice(start, end))) <= width, text.slice(start, end));
        from = end;
      }
      assert.equal(text.slice(from).trim(), '');
    }),
  );
});

test('marks cut a row where they begin and end, and add up where they overlap', () => {
  const line = markedLine('say hello there', { start: 0, end: 15 }, [
    { start: 4, end: 9, style: 'quote' },
    { start: 6, end: 15, style: 'match' },
  ]);
  assert.deepEqual(line, [
    { text: 'say ', styles: [] },
    { text: 'he', styles: ['quote'] },
    { text: 'llo', styles: ['quote', 'match'] },
    { text: ' there', styles: ['match'] },
  ]);
});

test('a mark that runs over the end of a row goes on in the next', () => {
  const lines = paragraph('one two three', { start: 0, end: 13 }, 7, [{ start: 4, end: 13, style: 'quote' }]);
  assert.deepEqual(
    lines.map((line) => line.map(({ text, styles }) => `${styles.join('')}:${text}`)),
    [[':one ', 'quote:two'], ['quote:three']],
  );
});
