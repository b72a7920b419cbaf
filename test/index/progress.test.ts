import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWords } from '../../src/index/progress.ts';

test('progress is told in words, with numerals as English writes them', () => {
  assert.equal(inWords({ doing: 'Linking names' }), 'Linking names');
  for (const [done, of, said] of [
    [0, 999, '0 of 999'],
    [1200, 1_000_008, '1,200 of 1,000,008'],
  ] as const)
    assert.equal(inWords({ doing: 'Reading articles', done, of, path: 'a.txt' }), `Reading articles ${said}  a.txt`);
});
