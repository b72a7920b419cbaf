import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareArticles } from '../../src/compare/comparison.ts';
import { textAt } from '../../src/index/access.ts';
import { buildIndex } from '../../src/index/build.ts';
import { articlesOf, seeds } from '../index/seeds.ts';

const index = await seeds();
const figures = compareArticles(index, [0, 1, 2, 3, 4]).rows.filter(({ kind }) => kind === 'figure');

/** The row with a figure that holds the words. */
function rowWith(words: string) {
  return figures.find(({ cells }) =>
    cells.flat().some(({ article, span }) => textAt(index, article, span).includes(words)),
  );
}

test('estimates of the troops at the border are compatible, and 10,000 that leave are not one of them', () => {
  const present = rowWith('roughly 100,000 troops');
  assert.equal(present?.verdict, 'compatible');
  assert.equal(present?.agreement, 'same');
  assert.ok(present?.cells.every((column) => column.length > 0));
  assert.equal(rowWith('10,000 combat')?.agreement, 'only');
});

test('what is planned does not contradict what is there', () => {
  assert.equal(rowWith('175,000 forces')?.verdict, 'same');
  assert.notEqual(rowWith('175,000 forces'), rowWith('roughly 100,000 troops'));
});

test('who says so is the quote in which a figure stands', () => {
  const cell = rowWith('up to 175,000 troops')?.cells[3]?.[0];
  assert.equal(cell?.quote?.article, 3);
});

test('figures that cannot both be true are different', async () => {
  const made = buildIndex(
    await articlesOf([
      'The flood in Lower Arn killed 25 people on Monday, the mayor of Arn said.',
      'The flood in Lower Arn killed 31 people on Monday, the police of Arn said.',
    ]),
  );
  const row = compareArticles(made, [0, 1]).rows.find(({ kind }) => kind === 'figure');
  assert.equal(row?.verdict, 'different');
  assert.equal(row?.agreement, 'different');
});

test('two figures that one article tells apart are not one', async () => {
  const made = buildIndex(
    await articlesOf([
      'The flood in Lower Arn killed 25 people on Monday; a flood in Upper Arn killed 40 people in May.',
      'The flood in Lower Arn killed 25 people on Monday, the police of Arn said.',
    ]),
  );
  const rows = compareArticles(made, [0, 1]).rows.filter(({ kind }) => kind === 'figure');
  assert.deepEqual(rows.map(({ agreement }) => agreement).sort(), ['only', 'same']);
});
