import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everythingOf } from '../../src/output/request.ts';
import { searchRows } from '../../src/output/rows/search.ts';
import { seedIndex } from '../corpora.ts';

const index = await seedIndex();
const rows = (query: string, rank: 'meant' | 'fuse' = 'meant') => [
  ...searchRows({ ...everythingOf(index, query), rank }),
];

test('hits of all three kinds, best first, each at its place', () => {
  const found = rows('zelenksy');
  assert.deepEqual(new Set(found.map(({ type }) => type)), new Set(['source', 'entity', 'quote']));
  assert.deepEqual([found[0]?.['type'], found[0]?.['text']], ['entity', 'Volodymyr Zelensky']);
  const scores = found.map(({ score }) => score as number);
  assert.deepEqual(
    scores,
    [...scores].sort((a, b) => b - a),
  );
  for (const { path, start, end, type } of found) {
    const { text } = index.articles.find(({ article }) => article.path === path)?.article ?? { text: '' };
    assert.match(text.slice(start as number, end as number), type === 'source' ? /\S/ : /Zelensk/);
  }
});

test('what matched is told by its place in the text shown', () => {
  const [entity] = rows('zelenksy');
  assert.deepEqual(entity?.['matches'], [[10, 18]]);
});

test('nothing found is no row', () => {
  assert.deepEqual(rows('qqqqqqq'), []);
});

test('by Fuse’s rank the lowest score comes first', () => {
  const scores = rows('ukraine', 'fuse').map(({ score }) => score as number);
  assert.ok(scores.length > 3);
  assert.deepEqual(
    scores,
    [...scores].sort((a, b) => a - b),
  );
});
