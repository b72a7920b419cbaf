import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NO_LETTERS, withLetter } from '../../src/hashing.ts';
import { lowestOf } from '../../src/index/grouping/lowest.ts';
import { Spellings } from '../../src/index/terms/spellings.ts';
import { spansOfWords, stemOf, termsIn } from '../../src/index/terms/words.ts';

/** What a word is, as an expression: what is read letter by letter must find the same. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[-‐‑'’.,][\p{L}\p{N}\p{M}]+)*/gu;

const unit = fc.constantFrom(
  ...[
    'a',
    'É',
    'e\u0301',
    '7',
    'ж',
    '中',
    '𝒳',
    '😀',
    '\ud835',
    '\udcb3',
    '-',
    '‑',
    '’',
    "'",
    '.',
    ',',
    ' ',
    '—',
    '\n',
    'U.S',
    '1,200',
  ],
);
const text = fc
  .array(fc.oneof(unit, fc.string({ unit: 'binary', maxLength: 2 })), { maxLength: 40 })
  .map((its) => its.join(''));

test('words are where the expression finds them, in whatever stretch of whatever text', () => {
  fc.assert(
    fc.property(text, fc.nat(10), fc.nat(60), (its, start, end) => {
      const expected = Array.from(its.slice(start, end).matchAll(WORD), ({ index, 0: { length } }) => ({
        start: start + index,
        end: start + index + length,
      }));
      assert.deepEqual(spansOfWords(its, { start, end }), expected);
    }),
    { numRuns: 1000 },
  );
});

test('a word is one term wherever it stands, and another word another', () => {
  const words = 'senate river market bridge harbour embankment'.split(' ');
  const line = [...words, ...words].join(', ');
  const terms = termsIn(line, { start: 0, end: line.length });
  assert.deepEqual(terms.slice(0, words.length), terms.slice(words.length));
  assert.equal(new Set(terms).size, words.length);
  assert.deepEqual(termsIn('The river', { start: 4, end: 9 }).map(stemOf), [stemOf(terms[1]!)]);
});

test('spellings are numbered as they come, each once, though all have one hash', () => {
  const spellings = new Spellings();
  const met = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const word = `w${i % 3500}`;
    const hash = i % 7 === 0 ? [...word].reduce((so, letter) => withLetter(so, letter.charCodeAt(0)), NO_LETTERS) : 0;
    const key = `${hash} ${word}`;
    const number = spellings.of(`  ${word} `, 2, 2 + word.length, hash);
    assert.equal(number, met.get(key) ?? met.size);
    met.set(key, number);
  }
  assert.equal(spellings.count, met.size);
});

test('the highest of the lowest is the one that sorting finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 60 }),
      fc.nat(70),
      fc.nat(60),
      (its, count, length) => {
        const some = its.slice(0, length).sort((a, b) => a - b);
        const expected = some[Math.min(count, some.length) - 1] ?? Number.NEGATIVE_INFINITY;
        assert.equal(lowestOf(Float64Array.from(its), Math.min(length, its.length), count), expected);
      },
    ),
  );
});
