// Words and numbers that somebody chose so that a table finds them all at one place (S. Crosby and D. Wallach, 2003) cost
// what any others do. Branches are counted, which no load changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Digest, digestOf, spread } from '../src/hashing.ts';
import { counted } from './counted.ts';

const { module, branches } = await counted<typeof import('./tables.ts')>('test/tables.ts');

/** FNV-1a, whose constants everybody knows. */
const BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

const LETTERS = 26;
const BLOCK = 5;

function block(number: number): string {
  let letters = '';
  for (let i = 0, rest = number; i < BLOCK; i++, rest = Math.floor(rest / LETTERS))
    letters += String.fromCharCode(97 + (rest % LETTERS));
  return letters;
}

function fnv(text: string, from: number): number {
  let hash = from;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash;
}

/** 2^n words of one hash: n times two blocks that lead to the same (A. Joux, "Multicollisions in iterated hash functions", 2004). */
function colliding(n: number): readonly string[] {
  let words = [''];
  let state = BASIS;
  for (let i = 0; i < n; i++) {
    const met = new Map<number, string>();
    for (let number = 0; ; number++) {
      const its = block(number);
      const next = fnv(its, state);
      const other = met.get(next);
      if (other === undefined) {
        met.set(next, its);
        continue;
      }
      words = words.flatMap((word) => [word + its, word + other]);
      state = next;
      break;
    }
  }
  return words;
}

/** As many words of the same length, as they come. */
function others(words: readonly string[]): readonly string[] {
  let state = 1;
  return words.map(({ length }) => {
    let word = '';
    while (word.length < length) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      word += String.fromCharCode(97 + Math.floor((state / 2 ** 32) * LETTERS));
    }
    return word;
  });
}

const CHOSEN = colliding(11);
const ANY = others(CHOSEN);

function work(of: () => void): number {
  branches();
  of();
  return branches();
}

test('the words chosen have one hash of those that everybody knows, and are all different', () => {
  assert.equal(new Set(CHOSEN).size, 2048);
  assert.equal(new Set(CHOSEN.map((word) => fnv(word, BASIS))).size, 1);
});

test('words that were chosen are numbered as fast as others', () => {
  const numbered = (words: readonly string[]) => () => {
    const spellings = new module.Spellings();
    for (const word of words) {
      let hash = module.NO_LETTERS;
      for (let i = 0; i < word.length; i++) hash = module.withLetter(hash, word.charCodeAt(i));
      spellings.of(word, 0, word.length, hash);
    }
    assert.equal(spellings.count, words.length);
  };
  assert.ok(work(numbered(CHOSEN)) < 3 * work(numbered(ANY)));
});

test('words that were chosen are searched as fast as others', () => {
  const read = (words: readonly string[]) => () => {
    const reader = new module.WordReader();
    const lexicon = new module.Lexicon();
    reader.open(words.join(' '));
    while (reader.next()) lexicon.add(reader.units, reader.length, reader.hash);
    assert.equal(lexicon.size, words.length);
  };
  assert.ok(work(read(CHOSEN)) < 3 * work(read(ANY)));
});

test('keys that were chosen are numbered as fast as others', () => {
  const numbered = (keys: readonly number[]) => () => {
    const numbering = new module.Numbering();
    for (const key of keys) numbering.of(key);
    assert.equal(numbering.count, keys.length);
  };
  const numbers = Array.from({ length: 8192 }, (_, i) => i);
  // Of one place where both halves are brought together by numbers that everybody knows, and of one of the lowest bits.
  const chosen = numbers.map((high) => high * 2 ** 32 + (Math.imul(high, 0x9e3779b1) >>> 0));
  const even = numbers.map((number) => number * 2 ** 32);
  const any = work(numbered(numbers.map((number) => 7919 * number)));
  assert.ok(work(numbered(chosen)) < 3 * any);
  assert.ok(work(numbered(even)) < 3 * any);
});

test('a digest tells texts, numbers and their order apart', () => {
  const digests = [
    ...['a', 'b', 'ab', 'ba', 'a\u0000', '\u0000a'].map(digestOf),
    ...[[], [0], [1], [0, 1], [1, 0], [2 ** 32], [2 ** 32 + 1], [0, 0]].map(
      (numbers) => numbers.reduce((digest, number) => digest.of(number), new Digest().begin()).number,
    ),
    ...CHOSEN.map(digestOf),
  ];
  assert.equal(new Set(digests).size, digests.length);
  assert.ok(digests.every((digest) => Number.isSafeInteger(digest) && digest > 0));
  assert.equal(digestOf('the same'), digestOf('the same'));
});

test('the low bits of a hash that is spread hang on the high ones', () => {
  const low = new Set(Array.from({ length: 256 }, (_, i) => spread(i << 24) & 0xffff));
  assert.ok(low.size > 200);
});
