import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildIndex } from '../../src/index/build.ts';
import { articlesOf, seeds, sharedUtterances } from './seeds.ts';

const index = await seeds();
const shared = sharedUtterances(index);

/** The shared utterance whose quotes hold the words, as article numbers. */
function articlesSaying(words: string): readonly number[] {
  const found = shared.find((quotes) => quotes.some((quote) => quote.includes(words)));
  return [...new Set(found?.map((quote) => Number(quote.split(':')[0])))];
}

test('one statement in two translations is one utterance', () => {
  assert.deepEqual(articlesSaying('gravely concerned'), [0, 2]);
  assert.deepEqual(articlesSaying('unwavering support'), [1, 2]);
});

test('a fragment is of the utterance that another article has whole', () => {
  assert.ok(articlesSaying('de-escalation rather than escalation').includes(0));
  assert.ok(articlesSaying('de-escalation rather than escalation').includes(1));
});

test('a back-translated statement is found by the order of its words', () => {
  assert.deepEqual(articlesSaying('moment of crisis'), [2, 4]);
});

test('nothing of the call of December 7 is taken for a statement on that of December 30', () => {
  for (const quotes of shared)
    assert.ok(
      quotes.every((quote) => !quote.startsWith('3:')),
      quotes.join('\n'),
    );
});

test('statements of one spokesman on one day are not one utterance for sharing a phrase', () => {
  const price = shared.find((quotes) => quotes.some((quote) => quote.includes('unwavering support')));
  assert.ok(price?.every((quote) => !quote.includes('peacefully resolve')));
});

test('fragments of one sentence and speaker are one utterance', async () => {
  const { utterances } = buildIndex(
    await articlesOf([
      'Mara Toll called the bridge at Arn “a reckless thing” and its builders “amateurs of the first order”.',
    ]),
  );
  assert.equal(utterances.length, 1);
});

test('every quote is in exactly one utterance', () => {
  const all = index.utterances.flatMap(({ quotes }) => quotes.map(({ article, item }) => `${article}/${item}`));
  assert.equal(new Set(all).size, all.length);
  assert.equal(all.length, index.articles.flatMap(({ annotations }) => annotations.quotes).length);
});

test('two statements on two occasions stay apart when only a stock phrase is shared', async () => {
  const { utterances } = buildIndex(
    await articlesOf([
      'The minister spoke in May. “We will defend the bridge at Arn with every means we have,” the minister said after the flood.',
      'In October the party met. “Taxes will fall next year, and we will keep every means we have to help farmers,” the minister said.',
    ]),
  );
  assert.equal(utterances.length, 2);
});

test('no articles, and articles without quotes, have no utterances', async () => {
  assert.deepEqual(buildIndex([]).utterances, []);
  assert.deepEqual(buildIndex(await articlesOf(['It rained in Arn on Monday.'])).utterances, []);
});

test('a fragment in a third outlet is of the utterance when the same official speaks of the same thing', () => {
  assert.deepEqual(articlesSaying('de-escalation rather than escalation'), [0, 1, 2]);
});
