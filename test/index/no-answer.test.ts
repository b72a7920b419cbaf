import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildIndex } from '../../src/index/build.ts';
import { findEvents } from '../../src/index/events.ts';
import { isNoAnswer } from '../../src/index/terms/no-answer.ts';
import { readingOf } from '../../src/index/terms/reading.ts';
import { annotate } from '../../src/language/analyse.ts';
import { articlesOf, sharedUtterances } from './seeds.ts';

test('that nothing was said or is known is told from what was', () => {
  for (const sentence of [
    'Ada Orsolo declined to comment.',
    'The office did not respond to a request for comment.',
    'Whether it holds remains to be seen.”',
  ])
    assert.ok(isNoAnswer(sentence), sentence);
  for (const sentence of ['His comments were seen by many.', 'He remains to be seen in Paris on Monday.'])
    assert.ok(!isNoAnswer(sentence), sentence);
});

test('two refusals to comment are no one utterance', async () => {
  const articles = await articlesOf([
    'The bridge fell on Monday. The ministry of transport in Quillon declined to comment on it.',
    'A bank was robbed. The ministry of transport in Quillon declined to comment on it.',
  ]);
  assert.deepEqual(sharedUtterances(buildIndex(articles)), []);
});

test('two articles that got no answer report no one happening', async () => {
  const articles = await articlesOf([
    'The bridge over the Tarn fell on Monday. The ministry of transport did not respond to a request for comment.',
    'A bank in Quillon was robbed. The ministry of transport did not respond to requests for comment on it.',
  ]);
  const annotated = articles.map((article) => annotate(article));
  assert.deepEqual(findEvents(annotated, [0, 1], readingOf(annotated, [])), []);
});
