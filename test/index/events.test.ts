import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textAt } from '../../src/index/access.ts';
import { anchorsIn } from '../../src/index/events/anchors.ts';
import { findEvents } from '../../src/index/events.ts';
import { readingOf } from '../../src/index/terms/reading.ts';
import { articlesOf, declared, seeds } from './seeds.ts';

const index = await seeds();
const events = findEvents(index.articles, [0, 1, 2, 3, 4], readingOf(index.articles, index.entities));

/** The articles that report the event of which one passage holds the words. */
function reporting(words: string): readonly number[] {
  const event = events.find(({ passages }) =>
    passages.some((passage) => textAt(index, passage.article, passage).includes(words)),
  );
  return [...new Set(event?.passages.map(({ article }) => article))];
}

test('what several articles report is found in each of them', () => {
  assert.deepEqual(reporting('Blinken spoke with Volodymyr'), [0, 1, 2, 4]);
  assert.deepEqual(reporting('security talks on Jan. 10'), [0, 1, 2, 4]);
  assert.deepEqual(reporting('as many as 175,000 forces'), [3, 4]);
  assert.ok(reporting('brief and tense summit in June').includes(1));
  assert.ok(reporting('Putin asked for the call').includes(0));
});

test('an event is of two articles or more, and the surest stand first', () => {
  for (const { passages } of events) assert.ok(new Set(passages.map(({ article }) => article)).size > 1);
  events.slice(1).forEach(({ confidence }, i) => {
    assert.ok(confidence <= (events[i]?.confidence ?? 0));
  });
});

test('a sentence is of one event at most', () => {
  const places = events.flatMap(({ passages }) => passages.map(({ article, start }) => `${article}/${start}`));
  assert.equal(new Set(places).size, places.length);
});

test('dates are read against the day of the article, figures without their commas', async () => {
  const [article] = await articlesOf(['On Wednesday some 100,000 came; talks are set for January 10th, as in 2014.']);
  assert.ok(article);
  const all = { start: 0, end: article.text.length };
  assert.deepEqual([...anchorsIn({ ...article, date: declared('2021-12-30') }, all)].sort(), [
    '01-10',
    '100000',
    '12-29',
    '2014',
  ]);
  assert.ok(!anchorsIn({ ...article, date: null }, all).includes('12-29'));
});
