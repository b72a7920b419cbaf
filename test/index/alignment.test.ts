import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { align, type Words } from '../../src/index/utterances/alignment.ts';

/** Words by their numbers; two of one ten are of one root. */
function words(terms: readonly number[]): Words {
  return {
    terms: Int32Array.from(terms),
    roots: Int32Array.from(terms, (term) => (term < 10 ? -1 : Math.floor(term / 10))),
    weights: Float64Array.from(terms, (term) => 1 + (term % 7)),
  };
}

const run = fc.array(fc.constantFrom(1, 2, 3, 11, 12, 21), { maxLength: 12 }).map(words);

/** What the best alignment that ends before word `i` of one run and word `j` of the other is worth. */
function ending(a: Words, b: Words, i: number, j: number): number {
  if (i === 0 || j === 0) return 0;
  const [x, y] = [i - 1, j - 1];
  const like = a.terms[x] === b.terms[y] ? 1 : a.roots[x]! >= 0 && a.roots[x] === b.roots[y] ? 0.8 : 0;
  const both = like > 0 ? like * Math.min(a.weights[x]!, b.weights[y]!) : -0.8;
  return Math.max(0, ending(a, b, x, y) + both, ending(a, b, x, j) - 0.5, ending(a, b, i, y) - 0.5);
}

test('the alignment found is the best that there is', () => {
  const short = fc.array(fc.constantFrom(1, 2, 11, 12), { maxLength: 5 }).map(words);
  fc.assert(
    fc.property(short, short, (a, b) => {
      let best = 0;
      for (let i = 1; i <= a.terms.length; i++)
        for (let j = 1; j <= b.terms.length; j++) best = Math.max(best, ending(a, b, i, j));
      assert.ok(Math.abs(align(a, b).score - best) < 1e-9);
    }),
  );
});

test('what it pairs stands in the same order in both, and matches', () => {
  fc.assert(
    fc.property(run, run, (a, b) => {
      const { pairs } = align(a, b);
      for (let at = 0; at < pairs.length; at += 2) {
        const [i, j] = [pairs[at]!, pairs[at + 1]!];
        assert.ok(at === 0 || (pairs[at - 2]! < i && pairs[at - 1]! < j));
        assert.ok(a.terms[i] === b.terms[j] || a.roots[i] === b.roots[j]);
      }
    }),
  );
});

test('whatever score was hoped for, it is the same alignment', () => {
  const alike = fc.tuple(run, run, run, fc.integer({ min: 0, max: 40 })).map(([start, end, between, hoped]) => {
    const terms = ([...parts]: Words[]) => words(parts.flatMap((part) => [...part.terms]));
    return [terms([start, end]), terms([start, between, end]), hoped] as const;
  });
  fc.assert(
    fc.property(alike, ([a, b, hoped]) => {
      const found = align(a, b);
      assert.deepEqual(align(a, b, hoped), found);
      assert.deepEqual(align(a, b, found.score), found);
    }),
  );
});

test('nothing is left over from the alignment before', () => {
  fc.assert(
    fc.property(run, run, run, (a, b, other) => {
      const first = align(a, b);
      align(other, a);
      assert.deepEqual(align(a, b), first);
    }),
  );
});
