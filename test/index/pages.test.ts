import assert from 'node:assert/strict';
import test from 'node:test';
import { columnAs } from '../../src/index/pages.ts';

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
