import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import Fuse, { type IFuseOptions } from 'fuse.js';
import { FUSE_OPTIONS, FuseRank } from '../../src/search/fuse-rank.ts';

const SYLLABLES = [
  'ba',
  'na',
  'no',
  'foo',
  'bar',
  'zel',
  'en',
  'sky',
  'é',
  'İ',
  'ß',
  'ğan',
  '𝒳',
  '😀',
  'e\u0301',
  '_',
  '1',
];
const word = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
const long = fc
  .array(fc.constantFrom('zel', 'ba', 'no'), { minLength: 11, maxLength: 30 })
  .map((parts) => parts.join(''));
const anyWord = fc.oneof({ arbitrary: word, weight: 12 }, { arbitrary: long, weight: 1 });
const text = fc
  .array(fc.tuple(anyWord, fc.constantFrom(' ', ' ', ' ', '-', ', ', '. ', '’', '\n')), { maxLength: 8 })
  .map((parts) => parts.flat().join(''));
const sign = fc.constantFrom('', '', '', "'", '^', '!', '=', '"', '|');
const query = fc
  .array(fc.tuple(sign, anyWord, fc.constantFrom('', '', '$', '"')), { maxLength: 4 })
  .map((words) => words.map((parts) => parts.join('')).join(' '));
const options = fc.record({
  threshold: fc.constantFrom(0, 0.2, 0.3, 0.34, 0.6, 1),
  tokenMatch: fc.constantFrom('all', 'any'),
  ignoreFieldNorm: fc.boolean(),
  fieldNormWeight: fc.constantFrom(0.5, 1, 2),
  ignoreDiacritics: fc.boolean(),
  isCaseSensitive: fc.boolean(),
  includeMatches: fc.boolean(),
});

/** The same of Fuse itself, asked of all records. */
function expected<T>(records: readonly T[], given: IFuseOptions<T>, asked: string, limit?: number) {
  const found = new Fuse(records, given).search(asked, limit === undefined ? undefined : { limit });
  return found.map(({ refIndex, score }) => ({ record: refIndex, score: score ?? 0 }));
}

test('texts: the same records in the same order with the same scores as Fuse', () => {
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 12 }),
      options,
      fc.array(query, { minLength: 1, maxLength: 4 }),
      (records, chosen, queries) => {
        const given: IFuseOptions<string> = { ...FUSE_OPTIONS, ...chosen };
        const rank = new FuseRank(records, given);
        for (const asked of queries) {
          assert.deepEqual(rank.find(asked), expected(records, given, asked), asked);
          assert.deepEqual(rank.find(asked, 3), expected(records, given, asked, 3), asked);
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test('several weighted fields, and lists of texts in one', () => {
  const record = fc.record({ name: text, said: text, aliases: fc.array(text, { maxLength: 3 }) });
  const keys = [
    { name: 'name', weight: 3 },
    { name: 'said', weight: 1 },
    { name: 'aliases', weight: 2 },
  ];
  type Item = { name: string; said: string; aliases: string[] };
  fc.assert(
    fc.property(fc.array(record, { maxLength: 10 }), options, query, (records, chosen, asked) => {
      const given: IFuseOptions<Item> = { ...FUSE_OPTIONS, ...chosen, keys };
      assert.deepEqual(new FuseRank<Item>(records, given).find(asked), expected<Item>(records, given, asked), asked);
    }),
    { numRuns: 2000 },
  );
});

test('more than 31 words', () => {
  const words = Array.from({ length: 40 }, (_, i) => `word${i}`);
  const records = [words.join(' '), words.slice(1).join(' '), 'word1'];
  const asked = words.join(' ');
  assert.deepEqual(new FuseRank(records, FUSE_OPTIONS).find(asked), expected(records, FUSE_OPTIONS, asked));
});
