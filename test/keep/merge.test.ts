import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Merging, merged } from '../../src/keep/merge.ts';

interface Item {
  readonly of: string;
  readonly note?: string;
}
const MERGING: Merging<Item> = {
  keyOf: ({ of }) => of,
  both: (theirs, mine) => ({ of: mine.of, note: `${theirs.note} / ${mine.note}` }),
};
const [a, b, c] = [{ of: 'a' }, { of: 'b' }, { of: 'c' }];
const noted = (item: Item, note: string): Item => ({ ...item, note });

test('what one adds and what the other takes away both hold', () => {
  assert.deepEqual(merged([a, b], [b], [a, b, c], MERGING), [b, c]);
  assert.deepEqual(merged([a], [a, b], [], MERGING), [b]);
  assert.deepEqual(merged([], [a], [b], MERGING), [b, a]);
});

test('a changed item keeps its place; one that both changed has both changes', () => {
  assert.deepEqual(merged([a, b], [noted(a, 'mine'), b], [a, b, c], MERGING), [noted(a, 'mine'), b, c]);
  assert.deepEqual(merged([a], [noted(a, 'mine')], [noted(a, 'theirs')], MERGING), [noted(a, 'theirs / mine')]);
  assert.deepEqual(merged([], [noted(a, 'mine')], [noted(a, 'theirs')], MERGING), [noted(a, 'theirs / mine')]);
});

test('what they changed is not taken away, and what they took away is not brought back', () => {
  assert.deepEqual(merged([a], [], [noted(a, 'theirs')], MERGING), [noted(a, 'theirs')]);
  assert.deepEqual(merged([a, b], [a, b, c], [a], MERGING), [a, c]);
});

test('alone it is what was asked for; nothing that either added is lost', () => {
  const items = fc.uniqueArray(
    fc.constantFrom('a', 'b', 'c', 'd', 'e').map((of): Item => ({ of })),
    {
      selector: ({ of }) => of,
    },
  );
  fc.assert(
    fc.property(items, items, items, (base, mine, theirs) => {
      assert.deepEqual(
        new Set(merged(base, mine, base, MERGING).map(({ of }) => of)),
        new Set(mine.map(({ of }) => of)),
      );
      const result = merged(base, mine, theirs, MERGING).map(({ of }) => of);
      const of = (list: readonly Item[]) => new Set(list.map((item) => item.of));
      for (const item of [...mine, ...theirs]) if (!of(base).has(item.of)) assert.ok(result.includes(item.of));
      for (const item of base)
        if (!of(mine).has(item.of) || !of(theirs).has(item.of)) assert.ok(!result.includes(item.of));
    }),
  );
});
