import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { readCorpus } from '../../../src/corpus/read.ts';
import { decodeAnnotations, encodeAnnotations } from '../../../src/index/stored/annotations.ts';
import { articleWith, decodeArticle, encodeArticle, StoredArticle } from '../../../src/index/stored/article.ts';
import { Shelf } from '../../../src/index/stored/shelf.ts';
import { packString, packStrings, unpackString, unpackStrings } from '../../../src/index/stored/strings.ts';
import { analyse } from '../../../src/language/analyse.ts';
import type { Article } from '../../../src/model.ts';
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

/** Half a pair of surrogates, a whole one, what UTF-8 writes in one to four bytes, and what could be taken for a mark. */
const LETTERS = ['a', 'é', '“', '日', '😀', '\ud83d', '\ude00', '\ufeff', '\0', '\u00ff', '\u0100', '\ufffd'];
const lettered = fc.oneof(
  fc.string({ unit: fc.constantFrom(...LETTERS) }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...LETTERS.slice(0, 2)) }),
);

test('a text is kept as bytes to the letter, in no more of them than the plainest form takes', () => {
  fc.assert(
    fc.property(lettered, (text) => {
      const packed = packString(text);
      assert.equal(unpackString(packed), text);
      assert.ok(packed.length <= 1 + 2 * text.length);
      if (text.isWellFormed()) assert.ok(packed.length <= 1 + Buffer.byteLength(text));
    }),
  );
  fc.assert(fc.property(fc.array(lettered), (list) => assert.deepEqual(unpackStrings(packStrings(list)), list)));
});

test('an article that is kept as bytes is read as it was, whatever is read meanwhile', () => {
  const of = ({ ...its }: Article) => ({ textIs: undefined, dateline: undefined, ...its });
  const seen = (its: Article) =>
    of({
      path: its.path,
      text: its.text,
      textIs: its.textIs,
      file: its.file,
      headline: its.headline,
      byline: its.byline,
      outlet: its.outlet,
      origin: its.origin,
      dateline: its.dateline,
      date: its.date,
      language: its.language,
      paragraphs: its.paragraphs,
      leftOut: its.leftOut,
    });
  fc.assert(
    fc.property(article, lettered, (its, text) => {
      const one = { ...its, text: its.text + text };
      const shelf = new Shelf();
      const stored = new StoredArticle(shelf.put(encodeArticle(one)));
      assert.deepEqual(seen(stored), of(one));
      assert.equal(encodeArticle(stored), stored.bytes);
      assert.deepEqual(seen(articleWith(stored, { outlet: null })), of({ ...one, outlet: null }));
      assert.deepEqual(seen(articleWith(one, { outlet: null })), of({ ...one, outlet: null }));
    }),
  );
  const many = Array.from({ length: 5000 }, (_, i) => {
    const path = `${i}`;
    return new StoredArticle(encodeArticle({ ...NOTHING_SAID, path, text: `Text ${i}`, file: path }));
  });
  for (const part of ['path', 'text'] as const) {
    const all = many.map((its) => its[part]);
    assert.deepEqual(
      many.map((its) => its[part]),
      all,
    );
    assert.equal(new Set(all).size, many.length);
  }
});

const NOTHING_SAID: Omit<Article, 'path' | 'text' | 'file'> = {
  headline: null,
  byline: null,
  outlet: null,
  origin: null,
  date: null,
  language: 'en',
  paragraphs: [],
  leftOut: [],
};

test('bytes that are put on a shelf stay as they were, from a multiple of 8', () => {
  const size = fc.oneof(fc.nat(100), fc.nat(400_000));
  fc.assert(
    fc.property(fc.array(size, { maxLength: 30 }), (sizes) => {
      const shelf = new Shelf();
      const put = sizes.map((length, i) => shelf.put(new Uint8Array(length).fill(i + 1)));
      put.forEach((bytes, i) => {
        assert.equal(bytes.byteOffset % 8, 0);
        assert.equal(bytes.length, sizes[i]);
        assert.ok(bytes.every((byte) => byte === i + 1));
      });
    }),
    { numRuns: 20 },
  );
});

test('bytes that are no article are refused', () => {
  const bytes = encodeArticle({
    ...NOTHING_SAID,
    path: 'a',
    file: 'a',
    text: 'It is so.',
    paragraphs: [{ start: 0, end: 9, kind: 'body' }],
  });
  assert.equal(new StoredArticle(bytes).text, 'It is so.');
  assert.throws(() => new StoredArticle(new Uint8Array(8)), RangeError);
  assert.throws(() => new StoredArticle(bytes.subarray(0, bytes.length - 1)), RangeError);
  for (const [at, number] of [
    [16, 4],
    [4, 1000],
    [0, -1],
  ] as const) {
    const other = bytes.slice();
    new Int32Array(other.buffer, 0, 6)[at / 4] = number;
    assert.throws(() => new StoredArticle(other), RangeError);
  }
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
