import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { readCorpus } from '../../../src/corpus/read.ts';
import { decodeAnnotations, encodeAnnotations } from '../../../src/index/stored/annotations.ts';
import { decodeArticle, encodeArticle } from '../../../src/index/stored/article.ts';
import { analyse } from '../../../src/language/analyse.ts';
import { ROOT } from '../../pty/terminal.ts';
import { annotations, article } from './arbitrary.ts';

test('annotations come back from their bytes as they were', () => {
  fc.assert(
    fc.property(annotations, fc.nat(9), (its, before) => {
      const bytes = encodeAnnotations(its);
      assert.deepEqual(decodeAnnotations(bytes), its);
      const moved = new Uint8Array(bytes.length + before);
      moved.set(bytes, before);
      assert.deepEqual(decodeAnnotations(moved.subarray(before)), its);
    }),
  );
});

test('an article comes back from its bytes as it was', () => {
  fc.assert(
    fc.property(article, fc.nat(9), (its, before) => {
      const bytes = encodeArticle(its);
      const moved = new Uint8Array(bytes.length + before);
      moved.set(bytes, before);
      assert.deepEqual(decodeArticle(moved.subarray(before)), its);
    }),
  );
});

test('what is found in the seeds comes back from bytes, in less room than its text', async () => {
  for (const seed of (await readCorpus([join(ROOT, 'seeds')])).articles) {
    assert.deepEqual(decodeArticle(encodeArticle(seed)), seed);
    const found = analyse(seed);
    const bytes = encodeAnnotations(found);
    assert.deepEqual(decodeAnnotations(bytes), found);
    assert.ok(bytes.length < 2 * seed.text.length, `${bytes.length} bytes for ${seed.text.length} characters`);
  }
});

test('bytes that are no annotations are refused, not read as some', () => {
  assert.throws(() => decodeAnnotations(new Uint8Array(8)), RangeError);
  assert.throws(() => decodeAnnotations(new Uint8Array(800).fill(0xff)), RangeError);
  assert.throws(() => decodeAnnotations(new Uint8Array(800).fill(0x11)), RangeError);
});
