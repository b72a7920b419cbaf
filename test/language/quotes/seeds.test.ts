import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCorpus } from '../../../src/corpus/read.ts';
import { analyse } from '../../../src/language/analyse.ts';
import type { Annotations, Article, Quote } from '../../../src/model.ts';

/**
 * Every span in double quotation marks of the five seeds, by its first words, and who says it: the last name of a
 * named speaker, or the head of a description. Read off the articles by hand. The marks of the shortcode in 001 are
 * no span.
 */
const KEY: Readonly<Record<string, readonly (readonly [starts: string, speaker: RegExp])[]>> = {
  '000_66bebe8ea728d4ec.txt': [
    ['for us to get to a place', /senior administration official/],
    ['short-term confidence', /senior administration official/],
    ['We continue to be gravely', /senior administration official/],
    ['I know your commanders', /Lukashenko/],
    ['I would like this proposal', /Lukashenko/],
    ['As you have suggested', /Putin/],
  ],
  '001_762218f71d56a540.txt': [
    ['The draft treaty', /Pifer/],
    ['real progress', /administration official/],
    ['a context of de-escalation', /administration official/],
    ['The goal of the conversation', /Peskov/],
    ['from our point of view', /Peskov/],
    ['more convincing', /Peskov/],
    ['adequate military', /Putin/],
    ['aggressive', /Putin/],
    ['on the threshold', /Putin/],
    ['principle of nothing', /administration$/],
    ['reiterated the United', /Price/],
    ['principled diplomacy', /administration official/],
    ['I am convinced', /Putin/],
  ],
  '002_2ea0c09a0cab73a9.txt': [
    ['We are in a time of crisis', /senior official/],
    ['We remain very concerned', /senior official/],
    ['for real progress', /senior official/],
    ['the unwavering support', /Price/],
  ],
  '003_0eea39d4b3536750.txt': [
    ['President Biden will underscore', /White House/],
    ['red lines', /Putin/],
    ['I don’t accept', /Biden/],
    ['What I am doing', /Biden/],
    ['likelihood of large-scale', /Reznikov/],
    ['The most likely time', /Reznikov/],
  ],
  '004_153af44f1576908e.txt': [
    ['we are prepared for diplomacy', /senior administration official/],
    ['I think both leaders', /senior administration official/],
    ['to impose severe sanctions', /senior administration official/],
    ['We have made plans', /senior administration official/],
    ['And we are prepared', /senior administration official/],
    ['Russia’s military buildup on', /Price/],
    ['continues to engage', /Horne/],
    ['President Biden has spoken', /Horne/],
    ['Officials have also held', /Horne/],
    ['It is not our expectation', /senior administration official/],
  ],
};

/** Of 39, the number whose speaker must be right. */
const RIGHT_AT_LEAST = 36;

function nameOf(article: Article, { mentions }: Annotations, { speaker }: Quote): string {
  const span =
    speaker.kind === 'named' ? mentions[speaker.mention] : speaker.kind === 'anonymous' ? speaker.description : null;
  return span ? article.text.slice(span.start, span.end) : '';
}

test('the seeds: every span in double marks is a quote, and nearly all have the right speaker', async () => {
  const { articles } = await readCorpus(['seeds']);
  let right = 0;
  let spans = 0;
  const wrong: string[] = [];
  for (const article of articles) {
    const annotations = analyse(article);
    for (const [starts, speaker] of KEY[article.path] ?? []) {
      spans++;
      const at = article.text.indexOf(`“${starts}`) + 1;
      assert.ok(at > 0, `the key is of this text: ${starts}`);
      const quote = annotations.quotes.find((q) => q.spans.some(({ start, end }) => start <= at && at < end));
      assert.ok(quote, `${article.path}: “${starts}” is in no quote`);
      assert.notEqual(quote.kind, 'indirect', starts);
      const named = !/official|administration/.test(speaker.source);
      const kind = named ? 'named' : 'anonymous';
      if (quote.speaker.kind === kind && speaker.test(nameOf(article, annotations, quote))) right++;
      else wrong.push(`${article.path}: “${starts}” ${nameOf(article, annotations, quote) || 'unknown'}`);
    }
  }
  assert.equal(spans, 39);
  assert.ok(right >= RIGHT_AT_LEAST, `${right} of 39 right; wrong:\n${wrong.join('\n')}`);
});

test('the seeds: marks of a shortcode are no quote', async () => {
  const { articles } = await readCorpus(['seeds']);
  const article = articles.find(({ path }) => path.startsWith('001'));
  assert.ok(article);
  const at = article.text.indexOf('not-tgx=');
  assert.ok(!analyse(article).quotes.some(({ start, end }) => start <= at && at < end));
});
