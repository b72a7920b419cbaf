import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildIndex } from '../../src/index/build.ts';
import { averageLinkage, linksIn } from '../../src/index/grouping/average-linkage.ts';
import { atOnce } from '../../src/index/paused.ts';
import { articlesOf, seeds } from './seeds.ts';

const index = await seeds();

test('the call of December 30 is one story, that of December 7 another', () => {
  assert.deepEqual(
    index.stories.map(({ articles }) => articles),
    [[0, 1, 2, 4], [3]],
  );
});

test('a story is called by words of its own articles', () => {
  for (const { label, articles } of index.stories)
    assert.ok(
      articles.some((article) => index.articles[article]?.article.text.includes(label)),
      label,
    );
});

test('a story without a headline is called by the start of a text, cut between words', async () => {
  const long = `${'word '.repeat(40)}end.`;
  const { stories } = buildIndex((await articlesOf([long])).map((article) => ({ ...article, headline: null })));
  assert.equal(stories[0]?.label, `${'word '.repeat(20).trim()}…`);
});

test('articles on different things are different stories, and copies are one', async () => {
  const flood = 'Flood in Arn\n\nThe river Arn rose by three metres on Monday and drowned the market of Lower Arn.';
  const vote = 'Seats lost\n\nThe Farmers Party lost nine seats in the senate of Bel, its leader Mara Toll said.';
  const { stories } = buildIndex(await articlesOf([flood, vote, flood, vote]));
  assert.deepEqual(
    stories.map(({ articles }) => articles),
    [
      [0, 2],
      [1, 3],
    ],
  );
});

test('no articles make no stories, one makes one', async () => {
  assert.deepEqual(buildIndex([]).stories, []);
  assert.equal(buildIndex(await articlesOf(['It rained in Arn on Monday.'])).stories.length, 1);
});

test('every item is in one group, whatever the links', () => {
  const link = fc.record({ a: fc.nat(11), b: fc.nat(11), confidence: fc.double({ min: 0, max: 1, noNaN: true }) });
  fc.assert(
    fc.property(fc.array(link), (links) => {
      const once = new Map(links.filter(({ a, b }) => a < b).map((its) => [`${its.a} ${its.b}`, its]));
      const by = { strongest: 0.2, size: 0.1, least: 0.3, cohesion: 0.4 };
      const groups = atOnce(averageLinkage(12, linksIn([...once.values()]), by));
      assert.deepEqual(
        groups.flat().sort((a, b) => a - b),
        Array.from({ length: 12 }, (_, i) => i),
      );
    }),
  );
});
