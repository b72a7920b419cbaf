import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../src/corpus/read.ts';

const read = (text: string, path = 'x.txt') => {
  const { article } = readArticle({ file: path, path }, text);
  for (const fact of [article.outlet, article.origin, article.date, article.dateline])
    for (const { span, says } of fact?.evidence ?? [])
      if (span) assert.ok(says.includes(article.text.slice(span.start, span.end)), says);
  const { outlet, origin, date, dateline } = article;
  return [outlet?.value ?? null, origin?.value ?? null, date?.value ?? null, dateline?.value ?? null];
};
const BODY = 'The talks began on Monday, officials said.\n\nThey told The New York Times that they would go on.';

test('a paper that the text speaks of is not its outlet', () => {
  assert.deepEqual(read(`A Headline of Words\n\n${BODY}`), [null, null, null, null]);
});

test('datelines give the place, the agency as origin, a house as outlet, and the day where it is whole', () => {
  assert.deepEqual(read(`KYIV, Ukraine (Reuters) - ${BODY}`), [null, 'Reuters', null, 'KYIV, Ukraine']);
  assert.deepEqual(read(`KYIV, Dec. 29, 2021 (AFP) — ${BODY}`), [null, 'Agence France-Presse', '2021-12-29', 'KYIV']);
  assert.deepEqual(read(`(CNN) -- ${BODY}`), ['CNN', null, null, null]);
  assert.deepEqual(read(`(WILMINGTON, Del.) — ${BODY}`), [null, null, null, 'WILMINGTON, Del.']);
  assert.deepEqual(read(`GENEVA — ${BODY}`), [null, null, null, 'GENEVA']);
  assert.deepEqual(read(`Tom Smith — who was there — left. ${BODY}`), [null, null, null, null]);
});

test('credits and copyright tell the house and the agency that is thanked', () => {
  assert.deepEqual(read(`${BODY}\n\nCNN’s Ann Smith contributed to this report.`), ['CNN', null, null, null]);
  assert.deepEqual(read(`${BODY}\n\nThe Associated Press contributed to this report.`), [
    null,
    'The Associated Press',
    null,
    null,
  ]);
  assert.deepEqual(read(`${BODY}\n\n© 2021 The Courier. All rights reserved.`), ['The Courier', null, null, null]);
  assert.deepEqual(read(`${BODY}\n\nReuters and AFP contributed to this report.`), [null, null, null, null]);
});

test('a service that is thanked is the origin or a guess, and a service that signs after agencies is below certain', () => {
  const thanked = `${BODY}\n\nAdditional reporting by BBC’s Persian Service.`;
  assert.deepEqual(read(thanked), [null, 'BBC News', null, null]);
  const sure = (text: string) => readArticle({ file: 'x.txt', path: 'x.txt' }, text).article.outlet;
  const alone = sure(`${BODY}\n\nWith reporting by RFE/RL’s Ukrainian Service`);
  assert.ok(alone?.value === 'RFE/RL' && alone.confidence < 0.5);
  const signed = sure(`${BODY}\n\nWith reporting by Reuters, Interfax, and RFE/RL’s Ukrainian Service`);
  assert.ok(signed?.value === 'RFE/RL' && signed.confidence > 0.5 && signed.confidence < 0.8);
});

test('names of files and folders tell what the text does not', () => {
  assert.deepEqual(read(BODY, 'guardian/2021-12-29-talks.txt'), ['The Guardian', null, '2021-12-29', null]);
  assert.deepEqual(read(BODY, 'summit/nytimes_20211229.txt'), ['The New York Times', null, '2021-12-29', null]);
});

test('two clues for one outlet are better than one, and clues for another make it doubtful', () => {
  const sure = (text: string, path = 'x.txt') =>
    readArticle({ file: path, path }, text).article.outlet?.confidence ?? 0;
  const one = sure(`(CNN) -- ${BODY}`);
  assert.ok(sure(`(CNN) -- ${BODY}`, 'cnn/1.txt') > one);
  assert.ok(sure(`(CNN) -- ${BODY}`, 'guardian/1.txt') < one);
});
