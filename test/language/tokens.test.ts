import assert from 'node:assert/strict';
import { test } from 'node:test';
import model from 'wink-eng-lite-web-model';
import { tokenise } from '../../src/language/tokens.ts';
import { articleOf } from './quotes/helper.ts';

test('the same article has the same tokens, whatever was read before it', () => {
  const texts = [
    'Orsolo said that it was Orsolo’s plan. “We’ll see,” Mr. Marubio said.',
    'It was Marubio’s plan, the Orsolo’s people said, and Orsolo-Marubio’s too.',
    'ORSOLO’S PLAN. The orsolo’s of the world; Marubio’s, not Orsolo’s.',
  ];
  const articles = [...texts, ...texts].map(articleOf);
  const wordsOf = (article: ReturnType<typeof articleOf>) => {
    const { tokens, sentences } = tokenise(article);
    const words = Array.from(tokens.start, (start, i) => article.text.slice(start, tokens.end[i]));
    return { words, pos: [...tokens.pos], sentences };
  };
  const before = articles.map(wordsOf);
  assert.deepEqual(articles.toReversed().map(wordsOf).toReversed(), before);
  assert.deepEqual(before.slice(3), before.slice(0, 3));
});

test('a reader that takes the place of one that met too many words leaves what they all are made from as it was', () => {
  const meta = () => (model as unknown as { metaCER(): { readonly machines: string } }).metaCER().machines;
  const before = meta();
  let words = '';
  for (let i = 0; i < 120_000; i++) words += `q${i.toString(36)}z `;
  for (const text of [words, 'Ministers met.']) tokenise(articleOf(text));
  // Each time that it is asked for it is written as a string once more: this is the second time.
  assert.equal(meta(), JSON.stringify(before));
});
