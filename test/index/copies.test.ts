import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildIndex } from '../../src/index/build.ts';
import { findCopies } from '../../src/index/copies.ts';
import { singleLinkage } from '../../src/index/grouping/linkage.ts';
import { articlesOf, seeds } from './seeds.ts';

const WIRE = `The river Arn rose by three metres on Monday and drowned the old market of Lower Arn, the police said.
Firemen brought ninety people from their roofs with boats that the fishermen of Bel had lent them at dawn.
The railway between Bel and Upper Arn stays closed until the embankment at Dorn is repaired in the summer.`;

test('a wire story that one outlet trims and another prints with a line of its own is one text', async () => {
  const trimmed = WIRE.split('\n').slice(0, 2).join('\n');
  const { articles } = buildIndex(
    await articlesOf([
      WIRE,
      `${WIRE}\nOur reporter saw it.`,
      trimmed,
      'It rained in Arn on Monday, and nobody minded it.',
    ]),
  );
  const [copies, ...others] = findCopies(articles, [0, 1, 2, 3]);
  assert.deepEqual(copies?.articles, [0, 1, 2]);
  assert.deepEqual(others, []);
});

test('the seeds, each in its own words, are no copies', async () => {
  assert.deepEqual(findCopies((await seeds()).articles, [0, 1, 2, 3, 4]), []);
});

test('what must stay apart is not joined by way of a third', () => {
  const links = [
    { a: 0, b: 1, confidence: 0.9 },
    { a: 1, b: 2, confidence: 0.8 },
  ];
  assert.deepEqual(
    singleLinkage(3, links).map(({ members }) => members),
    [[0, 1, 2]],
  );
  assert.deepEqual(
    singleLinkage(3, links, (a, b) => a + b === 2).map(({ members }) => members),
    [[0, 1], [2]],
  );
});
