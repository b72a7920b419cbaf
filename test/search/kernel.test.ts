import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { halvesOf, holding, INSIDE, nearing, PREFIX, WHOLE, WHOLE_BUT_ONE } from '../../src/search/kernel.ts';
import { nearestStart } from '../../src/search/marks.ts';
import { atOnce } from '../../src/search/slices.ts';
import { Store } from '../../src/search/store.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'я'), minLength: 1, maxLength: 10 });
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 30 });

function lexiconOf(list: readonly string[]) {
  const store = new Store([1]);
  store.add(0, [{ field: 0, text: list.join(' ') }]);
  atOnce(store.seal());
  return store.lexicon;
}

/** Optimal string alignment of two words, cell by cell. */
function distance(a: string, b: string): number {
  const cells = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i || j));
  const at = (i: number, j: number) => cells[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      const step = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      (cells[i] as number[])[j] = Math.min(swap, step);
    }
  }
  return at(a.length, b.length);
}

test('words with errors are those that the textbook finds, against the whole and against the beginning', () => {
  fc.assert(
    fc.property(words, word, fc.constantFrom(1, 2), (list, typed, errors) => {
      const tiers = nearing(lexiconOf(list), typed, errors);
      list.forEach((candidate, w) => {
        const starts = Array.from({ length: candidate.length + 1 }, (_, end) =>
          distance(typed, candidate.slice(0, end)),
        );
        const nearest = Math.min(...starts);
        const whole = starts.at(-1) === nearest;
        const tier = WHOLE_BUT_ONE + (nearest - 1) * 2 + (whole ? 0 : 1);
        const expected = nearest > 0 && nearest <= errors && candidate.length >= typed.length - errors;
        assert.equal(
          tiers.findIndex((found) => found.includes(w)),
          expected ? tier : -1,
          `${typed} in ${candidate}`,
        );
        // What is marked is as near as what is found.
        const to = nearestStart(typed, candidate, errors);
        if (expected) assert.equal(starts[to ?? 0], nearest);
      });
    }),
    { numRuns: 500 },
  );
});

test('words that hold what is typed: whole, at the beginning, inside, but short ones not inside', () => {
  const list = ['nato', 'natos', 'senator', 'tomato', 'us', 'usual', 'russia'];
  const named = (typed: string) => holding(lexiconOf(list), typed).map((tier) => tier.map((w) => list[w]));
  assert.deepEqual(named('nato')[WHOLE], ['nato']);
  assert.deepEqual(named('nato')[PREFIX], ['natos']);
  assert.deepEqual(named('nato')[INSIDE], ['senator']);
  assert.deepEqual(named('us'), [['us'], ['usual'], []]);
});

test('halves of a word are the ends and beginnings that words have', () => {
  const list = ['foo', 'barn', 'arfoo', 'bar'];
  const { endsWith, beginsWith, cuts } = halvesOf(lexiconOf(list), 'foobar');
  assert.deepEqual([...endsWith], [1 << 3, 0, 1 << 3, 0]);
  assert.deepEqual([...beginsWith], [0, 1 << 3, 1 << 4, 1 << 3]);
  assert.equal(cuts, (1 << 2) | (1 << 3) | (1 << 4));
});
