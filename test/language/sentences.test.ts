import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../src/corpus/read.ts';
import { tokenise } from '../../src/language/tokens.ts';

/** The sentences of a text, as they stand in it. */
function sentencesOf(text: string): readonly string[] {
  const { article } = readArticle({ file: 'a.txt', path: 'a.txt' }, text);
  return tokenise(article).sentences.map(({ start, end }) => text.slice(start, end));
}

test('a full stop, a question and an exclamation end sentences; a paragraph does too', () => {
  assert.deepEqual(sentencesOf('They met. Did they talk? They did!\n\nThen they left.'), [
    'They met.',
    'Did they talk?',
    'They did!',
    'Then they left.',
  ]);
});

test('an abbreviation, an initial and a decimal do not', () => {
  const text = 'Mr. Putin and Antony J. Blinken of the U.S. spoke for 1.5 hours in St. Petersburg.';
  assert.deepEqual(sentencesOf(text), [text]);
});

test('a quoted question goes on in who asks it', () => {
  assert.deepEqual(sentencesOf('“Is it over?” she asked on Monday. Nobody knew.'), [
    '“Is it over?” she asked on Monday.',
    'Nobody knew.',
  ]);
});

test('an address is not taken apart', () => {
  assert.deepEqual(sentencesOf('Send it to www.flag.govt.nz before May. It is free.'), [
    'Send it to www.flag.govt.nz before May.',
    'It is free.',
  ]);
});

test('tokens are the words as they stand, sentences are made of whole tokens', () => {
  const text = 'Russia’s “red lines”, he said, don’t move.';
  const { article } = readArticle({ file: 'a.txt', path: 'a.txt' }, text);
  const { tokens, sentences } = tokenise(article);
  const words = Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]));
  assert.equal(words.join(''), text.replaceAll(' ', ''));
  assert.deepEqual([sentences[0]?.firstToken, sentences[0]?.endToken], [0, tokens.count]);
});

test('a run of characters that is no word costs no more time than its length, and nothing around it is lost', () => {
  for (const run of ['a', '-', "'", '1,', 'a.', 'x@']) {
    const long = run.repeat(100_000 / run.length);
    const text = `Talks began. ${long} They went on.`;
    const found = sentencesOf(text);
    assert.ok(found[0]?.startsWith('Talks began.'));
    assert.ok(found.at(-1)?.endsWith('They went on.'));
  }
});
