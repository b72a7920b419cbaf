import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildIndex } from '../../src/index/build.ts';
import { readingOf } from '../../src/index/terms/reading.ts';
import { saidIn } from '../../src/index/utterances/said.ts';
import { analyse } from '../../src/language/analyse.ts';
import type { Quote } from '../../src/model.ts';
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

test('a quote of half a million words is one, and its copy is of its utterance', async () => {
  const endless = `“We saw ${'ships out at sea and '.repeat(100_000)}no harbour,” Ann Smith said.`;
  const { articles, utterances } = buildIndex(await articlesOf([endless, endless]));
  assert.ok(articles.every(({ annotations }) => annotations.quotes.length === 1));
  assert.equal(utterances.length, 1);
});

test('what a hundred thousand fragments of one sentence say is one', async () => {
  const [article] = await articlesOf([`${'“A ship”, '.repeat(150_000)}Ann said.`]);
  const { text } = article!;
  const quotes = Array.from({ length: 150_000 }, (_, i): Quote => {
    const span = { start: 10 * i, end: 10 * i + 8 };
    const speaker = { kind: 'unknown' } as const;
    const nobody = { cue: null, speakerAsWritten: null, speaker, how: 'none', confidence: 0 };
    return { ...span, ...nobody, kind: 'direct', spans: [span] };
  });
  const sentences = [{ start: 0, end: text.length, firstToken: 0, endToken: 0, paragraph: 0 }];
  const annotations = { ...analyse((await articlesOf(['A ship.']))[0]!), sentences, quotes };
  const [said, ...more] = saidIn({ article: article!, annotations }, 0, readingOf([], []));
  assert.equal(said?.quotes.length, 150_000);
  assert.deepEqual(more, []);
});
