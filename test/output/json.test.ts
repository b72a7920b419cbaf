import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { json, jsonLines } from '../../src/output/formats/json.ts';
import { hostile } from './hostile.ts';

test('json and jsonl keep every character, and a row is one line of jsonl', () => {
  fc.assert(
    fc.property(fc.array(hostile), (texts) => {
      const rows = texts.map((text) => ({ text, deep: [{ text }] }));
      assert.deepEqual(JSON.parse([...json(rows)].join('')), rows);
      const lines = [...jsonLines(rows)];
      for (const line of lines) assert.equal(line.indexOf('\n'), line.length - 1);
      assert.deepEqual(
        lines.map((line) => JSON.parse(line)),
        rows,
      );
    }),
  );
});
