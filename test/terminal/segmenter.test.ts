import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { NARROW } from '../../src/terminal/narrow.ts';
import { LazySegmenter } from '../../src/terminal/segmenter.ts';

const CHARACTERS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
const graphemes = new Intl.Segmenter();
const lazy = new LazySegmenter();

function clusters(segmenter: Pick<Intl.Segmenter, 'segment'>, text: string) {
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({ segment, index }));
}

test('every narrow character is one column wide, and no two of them are less or more than two', () => {
  const narrow = CHARACTERS.filter((character) => NARROW.test(character));
  assert.ok(narrow.length > 1000);
  for (const character of narrow) assert.equal(stringWidth(character), 1, character);
  // One long line has each beside its neighbours; the property below has any of them beside any other.
  assert.equal(stringWidth(narrow.join('')), narrow.length);
  const some = fc.array(fc.constantFrom(...narrow), { maxLength: 12 }).map((list) => list.join(''));
  fc.assert(
    fc.property(some, (text) => stringWidth(text) === text.length && clusters(graphemes, text).length === text.length),
  );
});

test('the lazy segmenter gives what Intl.Segmenter gives', () => {
  // What is cut by the short way, what joins with its neighbours, and what needs two code units.
  const piece = fc.constantFrom(...'aé “”…─█↔©\n\r\u001b\u00ad\u0301\u200d\ufe0f👍🏽🇺🇦한ᄀ', 'ก', '\u001b[1m', '\r\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      assert.deepEqual(clusters(lazy, text), clusters(graphemes, text));
      for (let index = -1; index <= text.length; index++)
        assert.equal(lazy.segment(text).containing(index)?.index, graphemes.segment(text).containing(index)?.index);
    }),
  );
  const words = new LazySegmenter('en', { granularity: 'word' });
  assert.deepEqual(
    Array.from(words.segment('two words'), ({ segment }) => segment),
    ['two', ' ', 'words'],
  );
});
