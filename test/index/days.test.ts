import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readArticle } from '../../src/corpus/read.ts';
import { areNear, daysNamed } from '../../src/index/terms/days.ts';

test('the days that a text names are given once and in order', () => {
  const text =
    'Talks\n\nOn 2022-01-03, January 2, 2022 and 3 Jan. 2022, not on Dec. 29, 2021 as planned; 2022-13-01 is no day.\n';
  const days = daysNamed(readArticle({ file: '/a', path: 'a' }, text).article);
  assert.deepEqual(
    days.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
    ['2021-12-29', '2022-01-02', '2022-01-03'],
  );
});

test('days are near where any of them is near any other', () => {
  const days = fc
    .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 8 })
    .map((its) => its.sort((a, b) => a - b));
  fc.assert(
    fc.property(days, days, fc.nat(5), (some, others, most) => {
      const isAny = some.some((day) => others.some((other) => Math.abs(day - other) <= most));
      assert.equal(areNear(some, others, most), isAny);
    }),
  );
});
