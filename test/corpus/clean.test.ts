import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clean } from '../../src/corpus/clean.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { SEEDS } from '../corpora.ts';

const cleaned = (text: string) => clean(text, { start: 0, end: text.length });
const left = (text: string) => cleaned(text).leftOut.map(({ start, end, why }) => `${why}: ${text.slice(start, end)}`);
const read = (text: string) =>
  cleaned(text).paragraphs.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);

test('label, headline and byline stand above the text', () => {
  const text =
    'World\n\nTalks Begin in Geneva\n\nBy Ann Smith and Bo Li\n\nThe talks began on Monday.\nThey went on for hours.\n';
  assert.deepEqual(left(text), ['section label: World', 'byline: By Ann Smith and Bo Li']);
  assert.deepEqual(read(text), [
    'headline: Talks Begin in Geneva',
    'body: The talks began on Monday.',
    'body: They went on for hours.',
  ]);
});

test('a text of one paragraph is no headline', () => {
  assert.deepEqual(read('Talks begin on Monday'), ['body: Talks begin on Monday']);
});

test('lines of the page around the article are left out, lines of the article that start alike are not', () => {
  const body = 'The talks began on Monday, officials said.';
  const share = 'Share prices fell on Monday as talks began, and related articles of trade were hit too.';
  assert.deepEqual(
    left(`A Headline Here\n\n${body}\n\n${share}\n\nRelated Articles\n\nBack to top\n\nTags\n\nLeave a comment`),
    [
      'promotion: Related Articles',
      'page furniture: Back to top',
      'page furniture: Tags',
      'comment form: Leave a comment',
    ],
  );
});

test('paragraphs of wrapped text are put together, lines that end sentences are paragraphs', () => {
  assert.deepEqual(read('The talks began\non Monday, and they\nwent on.\n\nThen they ended.'), [
    'body: The talks began\non Monday, and they\nwent on.',
    'body: Then they ended.',
  ]);
  assert.deepEqual(read('The talks began.\nThey went on.\nThey ended.'), [
    'body: The talks began.',
    'body: They went on.',
    'body: They ended.',
  ]);
});

test('a box of numbered cards is an explainer, and what follows it is the article again', () => {
  const text = [
    'It began on Monday.',
    'Understand the Talks',
    'Card 1 of 2',
    'The start. It all began in May.',
    'The end. Nobody knows it.',
    'It went on, he said.',
  ].join('\n\n');
  assert.deepEqual(read(text), [
    'body: It began on Monday.',
    'explainer: Understand the Talks',
    'explainer: The start. It all began in May.',
    'explainer: The end. Nobody knows it.',
    'body: It went on, he said.',
  ]);
});

test('every character that is not white space is in one paragraph or one range that is left out', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'World',
      'Related Articles',
      'By Ann Smith',
      'Card 1 of 3',
      'A start. More of it.',
      '[video id=1]',
      'Leave a Reply',
      '2021-12-29 text',
    ),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\n\n', '\r\n'), (lines, end) => {
      const text = lines.join(end);
      const { paragraphs, leftOut } = cleaned(text);
      let from = 0;
      for (const span of [...paragraphs, ...leftOut].sort((a, b) => a.start - b.start)) {
        assert.ok(span.start >= from && span.end > span.start);
        assert.equal(text.slice(from, span.start).replaceAll(/[\s\ufeff]/gu, ''), '');
        from = span.end;
      }
      assert.equal(text.slice(from).replaceAll(/[\s\ufeff\u0085]/gu, ''), '');
    }),
  );
});

test('what was cleaned is clean', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'World',
      'A Headline',
      'Related Articles',
      'By Ann Smith',
      'By the lake, she said',
      'Card 1 of 3',
      'A start. More of it.',
      'Leave a Reply',
      'Name',
      '2021-12-29 text',
      'Photo: A. Person',
      'Dec. 29, 2021, 8:00 a.m.',
      'It went on, he said.',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n\n');
      const body = { start: 0, end: text.length };
      const { paragraphs } = clean(text, body);
      assert.deepEqual(clean(text, body, paragraphs).paragraphs, paragraphs);
      assert.deepEqual(clean(text, body, paragraphs).leftOut, []);
    }),
  );
});

test('the furniture of the bundled articles is marked, and none of their sentences', async () => {
  const { articles, problems } = await readCorpus([SEEDS]);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    articles.map(({ text, leftOut }) => leftOut.map(({ start, end }) => text.slice(start, end))),
    [
      ['World', 'Card 1 of 5', 'Related Articles', 'Back to top button'],
      ['Business', '[time-brightcove not-tgx=”true”]', 'Tags', 'Related Articles', 'Back to top button'],
      [
        'The Associated Press contributed to this report.',
        'Leave A Reply',
        'Your email address will not be published.',
      ],
      [
        'Biden, Putin',
        'With reporting by Reuters, Interfax, and RFE/RL’s Ukrainian Service',
        'Leave a Reply',
        'Your email address will not be published.',
      ],
      ['date 2021-12-29', 'Paul Sonne contributed to this report.'],
    ],
  );
});
