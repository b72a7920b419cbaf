import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../src/corpus/read.ts';
import { markRecurring } from '../../src/corpus/recurring.ts';

const article = (path: string, ...paragraphs: string[]) =>
  readArticle({ file: path, path }, paragraphs.join('\n\n')).article;
const left = (articles: ReturnType<typeof markRecurring>) =>
  articles.map(({ text, leftOut }) => leftOut.map(({ start, end, says }) => `${text.slice(start, end)} (${says})`));

/** Three texts of one paper, each with its footer. */
const OWN = ['a', 'b', 'c'].map((name) =>
  article(
    `paper/${name}.txt`,
    `Headline ${name}`,
    `Only text ${name} has this paragraph, and it is long enough to tell texts apart.`,
    `“We go on,” he said of ${name}.`,
    'Courier Extra Supplement',
    'We are the Courier and we like to be read.',
  ),
);

test('what comes back in the texts of one source is furniture, with how often it does', () => {
  assert.deepEqual(left(markRecurring(OWN)), [
    ...['a', 'b', 'c'].map(() => [
      'Courier Extra Supplement (comes back in 3 texts of this source)',
      'We are the Courier and we like to be read. (comes back in 3 texts of this source)',
    ]),
  ]);
});

test('copies of one text make no furniture of each other', () => {
  const copies = ['a', 'b', 'c', 'd'].map((name) =>
    article(
      `${name}.txt`,
      'Headline',
      'A paragraph that all of them have, as they are copies of a story of an agency.',
      'Background',
      '“We go on,” he said.',
    ),
  );
  assert.deepEqual(markRecurring(copies), copies);
});

test('a sentence that comes back in the middle of texts is theirs', () => {
  const texts = ['a', 'b', 'c'].map((name) =>
    article(
      `${name}.txt`,
      `Headline ${name}`,
      ...[1, 2, 3].map((n) => `Paragraph ${n} of text ${name} is there, and long enough to tell it from others.`),
      'The war began in the spring.',
      ...[4, 5, 6, 7].map((n) => `Paragraph ${n} of text ${name} is there, and long enough to tell it from others.`),
    ),
  );
  assert.deepEqual(markRecurring(texts), texts);
});

test('marking is done when it is done', () => {
  const once = markRecurring(OWN);
  assert.deepEqual(markRecurring(once), once);
});
