import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBase64 } from '../../../src/language/names/base64.ts';
import { hashBytes } from '../../../src/language/names/hash.ts';
import { LABELS } from '../../../src/language/names/labels.ts';
import { Lexicon, NO_CLUSTER } from '../../../src/language/names/lexicon.ts';
import { compress, decodeModel, encodeModel, expand } from '../../../src/language/names/model.ts';
import { HASH, WEIGHTS } from '../../../src/language/names/weights.js';

test('the weights are whole, at most 4 MB, and load in 60 ms', () => {
  const bytes = fromBase64(WEIGHTS);
  assert.ok(bytes.length <= 4_000_000, `${bytes.length} bytes`);
  assert.equal(hashBytes(bytes), HASH);
  // time of the processor, not of the clock: other programs may be running
  const times = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage();
    decodeModel(fromBase64(WEIGHTS), HASH);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  assert.ok(Math.min(...times) <= 60, `${Math.min(...times)} ms`);
});

test('base64 is read to its last byte', () => {
  for (const length of [0, 1, 2, 3, 4, 255]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + 250) & 0xff);
    assert.deepEqual(fromBase64(Buffer.from(bytes).toString('base64')), bytes);
  }
});

test('damaged weights are refused', () => {
  const bytes = fromBase64(WEIGHTS);
  bytes[1000]! ^= 1;
  assert.throws(() => decodeModel(bytes, HASH), /damaged/);
  assert.throws(() => decodeModel(bytes.slice(0, 5000), HASH), /damaged/);
});

test('a model is read as it was written', () => {
  const weights = new Int16Array(2 * LABELS);
  weights[3] = expand(-7);
  weights[LABELS - 1] = expand(50);
  weights[2 * LABELS - 1] = expand(1);
  const transitions = new Int16Array(LABELS * LABELS).fill(9);
  const lexicon = Lexicon.of(['one', 'two'], Uint16Array.of(3, 1), Uint8Array.of(0, 1, 0, 1));
  const bytes = encodeModel({ lexicon, keys: Uint32Array.of(5, 0xfffffff0), weights, transitions });
  const read = decodeModel(bytes, hashBytes(bytes));
  assert.deepEqual([...read.keys], [5, 0xfffffff0]);
  assert.deepEqual(read.weights, weights);
  assert.deepEqual(read.transitions, transitions);
  assert.equal(read.lexicon.clusterOf('one'), 3);
  assert.equal(read.lexicon.clusterOf('two'), 1);
  assert.equal(read.lexicon.clusterOf('three'), NO_CLUSTER);
});

test('weights are kept within two hundredths of themselves or a few units', () => {
  for (let weight = -32767; weight <= 32767; weight += 13)
    assert.ok(Math.abs(expand(compress(weight)) - weight) <= 4 + Math.abs(weight) * 0.025, `${weight}`);
});
