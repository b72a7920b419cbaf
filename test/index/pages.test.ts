import assert from 'node:assert/strict';
import test from 'node:test';
import { widened } from '../../src/index/grouping/growing.ts';
import { columnAs, grown } from '../../src/index/pages.ts';

test('a column is of the kind of another, of zeros, and as any other whatever its size', () => {
  for (const like of [new Uint8Array(), new Uint16Array(), new Int32Array(), new Float32Array(), new Float64Array()])
    for (const length of [0, 1, 1000, 100_000]) {
      const column = columnAs(like, length);
      assert.equal(column.constructor, like.constructor);
      assert.equal(column.length, length);
      assert.ok(column.every((number) => number === 0));
      column.fill(7);
      assert.deepEqual([...column.slice(-3)], new Array(Math.min(3, length)).fill(7));
      assert.equal(column.slice().buffer instanceof SharedArrayBuffer, false);
      assert.equal(new Uint8Array(column.buffer).length, length * like.BYTES_PER_ELEMENT);
    }
});

test('a large column grows where it stands, as far as there is room, and holds what it held', () => {
  for (const like of [new Uint8Array(), new Uint16Array(), new Int32Array(), new Float32Array(), new Float64Array()]) {
    const column = columnAs(like, 100_000, 200_000);
    column.fill(7);
    const longer = grown(column, 150_000)!;
    assert.equal(longer.constructor, like.constructor);
    assert.equal(longer.buffer, column.buffer);
    assert.equal(longer.length, 150_000);
    assert.ok(longer.subarray(0, 100_000).every((number) => number === 7));
    assert.ok(longer.subarray(100_000).every((number) => number === 0));
    assert.equal(grown(longer, 200_001), undefined);
    assert.equal(grown(longer.subarray(0, 1000), 160_000), undefined);
    assert.equal(grown(columnAs(like, 10), 20), undefined);
  }
});

test('a column that is widened again and again holds what was put there, and what it is filled with behind it', () => {
  let column = new Int32Array();
  for (let at = 0; at < 300_000; at++) {
    column = widened(column, at + 1, -1);
    assert.equal(column[at], -1);
    column[at] = at;
  }
  assert.ok(column.subarray(0, 300_000).every((number, i) => number === i));
  assert.ok(column.subarray(300_000).every((number) => number === -1));
});
