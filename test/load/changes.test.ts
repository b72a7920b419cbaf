import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Changes, changesBetween, changeWords, isNothing, type Named } from '../../src/load/changes.ts';

const named = (path: string, text: string, facts = ''): Named => ({
  path,
  hash: `${path} ${text} ${facts}`,
  key: text,
});

test('what came, changed, went and was renamed is told apart', () => {
  const before = [named('a', 'one'), named('b', 'two'), named('c', 'three'), named('d', 'four')];
  const after = [
    named('a', 'one'),
    named('b', 'another two'),
    named('e', 'three'),
    named('f', 'new'),
    named('g', 'new'),
  ];
  assert.deepEqual(changesBetween(before, after), {
    added: ['f', 'g'],
    changed: ['b'],
    removed: ['d'],
    renamed: [{ from: 'c', to: 'e' }],
  });
});

test('an article of which something else is declared is changed', () => {
  assert.deepEqual(changesBetween([named('a', 'one')], [named('a', 'one', 'another outlet')]).changed, ['a']);
});

test('nothing is lost between two readings, and the same is nothing', () => {
  const corpus = fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.constantFrom('one', 'two', 'three'));
  fc.assert(
    fc.property(corpus, corpus, (before, after) => {
      const list = (its: Readonly<Record<string, string>>) =>
        Object.entries(its).map(([path, text]) => named(path, text));
      const changes = changesBetween(list(before), list(after));
      const now = new Map(Object.entries(before));
      for (const path of changes.removed) assert.ok(now.delete(path));
      for (const { from, to } of changes.renamed) {
        assert.equal(before[from], after[to]);
        assert.ok(now.delete(from));
      }
      for (const { to } of changes.renamed) now.set(to, after[to]!);
      for (const path of [...changes.added, ...changes.changed]) now.set(path, after[path]!);
      assert.deepEqual(Object.fromEntries(now), { ...after });
      assert.equal(isNothing(changes), isSame(before, after));
    }),
  );
});

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return Object.keys({ ...a, ...b }).every((path) => a[path] === b[path]);
}

test('what changed is told in a sentence, with names where they are few', () => {
  const nothing: Changes = { added: [], changed: [], removed: [], renamed: [] };
  const words = (its: Partial<Changes>) => changeWords({ ...nothing, ...its });
  assert.equal(words({ added: ['a.txt'] }), '1 new article: a.txt');
  assert.equal(words({ added: ['a', 'b', 'c'] }), '3 new articles');
  assert.equal(words({ changed: ['a', 'b'] }), '2 articles changed: a, b');
  assert.equal(words({ added: ['a', 'b', 'c'], changed: ['reuters.txt'] }), '3 new articles; 1 changed: reuters.txt');
  assert.equal(words({ removed: ['a'] }), '1 article removed: a');
  assert.equal(words({ renamed: [{ from: 'a', to: 'b' }] }), '1 article renamed: a is b');
});
