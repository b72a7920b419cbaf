import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrderOfTelling } from '../../src/compare/order.ts';

const row = (name: string, ...places: readonly (number | null)[]) => ({ name, places });
const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name).join('');

test('an order that all columns agree with is found', () => {
  assert.equal(
    names(inOrderOfTelling([row('c', 30, null), row('b', 20, 9), row('a', null, 1), row('d', 40, 12)])),
    'abcd',
  );
});

test('what only one column has stands where it tells it', () => {
  assert.equal(names(inOrderOfTelling([row('a', 1, 1), row('b', 9, 9), row('x', 5, null)])), 'axb');
});

test('columns that tell things in different orders still give every row once', () => {
  const rows = [row('a', 1, 30), row('b', 2, 20), row('c', 3, 10), row('d', 4, 40)];
  const ordered = names(inOrderOfTelling(rows));
  assert.equal([...ordered].sort().join(''), 'abcd');
  assert.equal(ordered.at(-1), 'd');
});
