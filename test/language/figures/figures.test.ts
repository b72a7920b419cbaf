import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildIndex } from '../../../src/index/build.ts';
import { type Figure, findFigures } from '../../../src/language/figures/figures.ts';
import { numbersIn } from '../../../src/language/figures/numbers.ts';
import { articlesOf, seeds } from '../../index/seeds.ts';

async function figuresOf(text: string): Promise<readonly (Figure & { readonly text: string })[]> {
  const { articles } = buildIndex(await articlesOf([text]));
  return articles.flatMap((annotated) =>
    findFigures(annotated).map((figure) => ({
      ...figure,
      text: annotated.article.text.slice(figure.start, figure.end),
    })),
  );
}

test('a figure is its number with what makes it vague and what it counts', async () => {
  const [troops] = await figuresOf('Arn has massed roughly 100,000 troops along the border of Bel since autumn.');
  assert.equal(troops?.text, 'roughly 100,000 troops');
  assert.deepEqual([troops?.low, troops?.high, troops?.what, troops?.planned], [90_000, 110_000, 'troops', false]);
});

test('what is planned is told from what is', async () => {
  const [planned] = await figuresOf(
    'Arn could be planning an offensive involving up to 175,000 troops early next year.',
  );
  assert.deepEqual([planned?.low, planned?.high, planned?.planned], [0, 175_000, true]);
});

test('words are numbers too, and as vague as they are', async () => {
  const [tens] = await figuresOf('Arn has amassed tens of thousands of soldiers there.');
  assert.deepEqual([tens?.low, tens?.high, tens?.what], [20_000, 99_999, 'troops']);
  const [dead] = await figuresOf('The flood killed twenty-five people in Lower Arn on Monday.');
  assert.deepEqual([dead?.low, dead?.high, dead?.what], [25, 25, 'killed']);
});

test('money and percentages are known with what they are for', async () => {
  const [aid, share] = await figuresOf('Bel pays $1.8 billion in aid, and 33.5 percent of voters approve of it.');
  assert.deepEqual([aid?.kind, aid?.low, aid?.what], ['money', 1.8e9, 'aid']);
  assert.deepEqual([share?.kind, share?.low, share?.what], ['percent', 33.5, 'voter']);
});

test('dates, times, ages and parts of names are no figures', async () => {
  const text =
    'On Jan. 10 at 9:30 Mara Toll, 42, flew an F-16 to Arn for three weeks, as in 2014 and on the 10th of 7 December.';
  assert.deepEqual(await figuresOf(text), []);
});

test('every figure of the seeds stands where it says, number, qualifier and all', async () => {
  for (const annotated of (await seeds()).articles)
    for (const { start, end, number, qualifier, counted } of findFigures(annotated))
      for (const part of [number, qualifier, counted])
        if (part) assert.ok(part.start >= start && part.end <= end && part.start < part.end);
});

test('no text makes the search for numbers fail, and numbers do not overlap', () => {
  const piece = fc.constantFrom('1', ',', '000', '.', ' ', '$', '%', 'million', 'tens of ', 'a', '-', '“', '\n', '😀');
  fc.assert(
    fc.property(fc.string({ unit: piece }), (text) => {
      const numbers = numbersIn(text, { start: 0, end: text.length });
      numbers.slice(1).forEach(({ start }, i) => {
        assert.ok(start >= (numbers[i]?.end ?? 0));
      });
      assert.ok(numbers.every(({ low, high }) => low <= high));
    }),
  );
});
