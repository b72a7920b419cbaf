import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawable, printable } from '../../src/terminal/printable.ts';
import { widthOf } from '../../src/terminal/width.ts';

test('an escape sequence loses its escape and stays readable', () => {
  assert.equal(printable('a\u001b[31mb'), 'a␛[31mb');
  assert.equal(printable('\u009b31m'), '\ufffd31m');
  assert.equal(printable('\u001b]0;title\u0007'), '␛]0;title␇');
});

test('white space controls become spaces', () => {
  assert.equal(printable('a\tb\nc\r\nd'), 'a b c  d');
});

test('a directional override is shown, not obeyed; marks of no width go', () => {
  assert.equal(printable('safe\u202egnp.exe'), 'safe⟨U+202E⟩gnp.exe');
  assert.equal(printable('\u2066x\u2069'), '⟨U+2066⟩x⟨U+2069⟩');
  assert.equal(printable('soft\u00adhyphen\u200b\ufeff'), 'softhyphen');
});

test('what people write passes unchanged: curly quotes, accents, CJK, Arabic, emoji with joiners', () => {
  for (const text of ['“Zelenskyy’s” — Erdoğan', '習近平', 'الرئيس', '👩‍👩‍👧 é 🇺🇦', 'Zürich'])
    assert.equal(printable(text), text);
});

test('a lone surrogate is replaced, a pair is kept', () => {
  assert.equal(printable('a\ud83d b'), 'a\ufffd b');
  assert.equal(printable('\ude00'), '\ufffd');
  assert.equal(printable('😀'), '😀');
});

test('nothing that comes out controls a terminal, whatever goes in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(printable(text), /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

test('on the screen emoji stand as parts that every terminal draws equally wide; letters keep their joiners', () => {
  const parts = [
    ['👩‍👩‍👧', '👩👩👧'],
    ['👩🏽‍🚀 👍🏽', '👩🚀 👍'],
    ['❤️‍🔥 ☺︎ ©️', '❤🔥 ☺ ©'],
    ['1️⃣ #⃣', '1 #'],
    ['🏴‍☠️', '🏴☠'],
    ['a 🏽', 'a ■'],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴'],
  ] as const;
  for (const [text, drawn] of parts) assert.equal(drawable(text), drawn);
  for (const text of ['🇺🇦', 'نامه‌ای', 'क्‍ष', 'a\u20e3']) assert.equal(drawable(text), text);
});

test('what is drawn is as wide as its characters one by one, however they are joined', () => {
  const pieces = fc.constantFrom(...'👩👧❤⌚🏴☠🚀👍1#ab “é', '\u200d', '\ufe0f', '\ufe0e', '\u20e3', '🏽', '🇺🇦');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (text) => {
      const drawn = drawable(text.join(''));
      const alone = Array.from(drawn.replaceAll('🇺🇦', 'UA'), (character) => widthOf(character));
      assert.equal(
        widthOf(drawn),
        alone.reduce((sum, width) => sum + width, 0),
        JSON.stringify(drawn),
      );
      assert.equal(drawable(drawn), drawn);
    }),
  );
});

test('millions of joiners in a row are no more than a few', () => {
  assert.equal(drawable('\u200d'.repeat(10_000_000)).length, 10_000_000);
  assert.equal(drawable(`👩${'\u200d'.repeat(10_000_000)}👩`), '👩👩');
});
