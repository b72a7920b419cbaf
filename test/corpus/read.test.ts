import assert from 'node:assert/strict';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readArticle, readCorpus } from '../../src/corpus/read.ts';
import { SEEDS } from '../corpora.ts';
import { folder } from './folder.ts';

const ARTICLE = 'A Headline of Some Words\n\nThe talks began on Monday, officials said.\n';

test('a folder is read with all below it, in the order of names; hidden and other files are passed over', async () => {
  using corpus = folder({
    'b.txt': ARTICLE,
    'a/c.md': ARTICLE,
    '.hidden.txt': ARTICLE,
    'picture.png': 'x',
    'README.md': 'x',
  });
  const { articles, problems } = await readCorpus([corpus.path]);
  assert.deepEqual(
    articles.map(({ path }) => path),
    ['a/c.md', 'b.txt'],
  );
  assert.deepEqual(problems, []);
});

test('what cannot be read is told of by name, and the rest is read', async () => {
  using corpus = folder({
    'good.txt': ARTICLE,
    'empty.txt': '',
    'blank.txt': ' \n \n',
    'binary.txt': Buffer.of(1, 0, 2, 0),
  });
  symlinkSync(join(corpus.path, 'gone'), join(corpus.path, 'broken.txt'));
  symlinkSync(corpus.path, join(corpus.path, 'loop'));
  const { articles, problems } = await readCorpus([corpus.path]);
  assert.deepEqual(
    articles.map(({ path }) => path),
    ['good.txt'],
  );
  const told = problems.map(({ file, says }) => `${file.slice(corpus.path.length + 1)} ${says}`).sort();
  assert.deepEqual(told, [
    'binary.txt is not text (it holds zero bytes); it was passed over',
    'blank.txt holds no text; it was passed over',
    'broken.txt is a link that leads nowhere',
    'empty.txt holds no text; it was passed over',
  ]);
});

test('a missing path and a file that is no text are told of', async () => {
  using corpus = folder({ 'picture.png': Buffer.of(0x89, 0x50, 0, 0) });
  const { articles, problems } = await readCorpus([join(corpus.path, 'nowhere'), join(corpus.path, 'picture.png')]);
  assert.equal(articles.length, 0);
  assert.match(problems[0]?.says ?? '', /does not exist/);
  assert.match(problems[1]?.says ?? '', /is not text/);
});

test('an unreadable file is told of', { skip: process.getuid?.() === 0 && 'root may read everything' }, async () => {
  using corpus = folder({ 'secret.txt': ARTICLE, 'good.txt': ARTICLE });
  chmodSync(join(corpus.path, 'secret.txt'), 0);
  const { articles, problems } = await readCorpus([corpus.path]);
  assert.equal(articles.length, 1);
  assert.match(problems[0]?.says ?? '', /may not be read/);
});

test('front matter declares, and what it declares points at it', () => {
  const text =
    '---\ntitle: Talks Begin\nauthor: [Ann Smith, Bo Li]\nsite: The Courier\ndate: 2021-12-29T10:00:00Z\nlang: en\n---\nThe talks began.\n';
  const { article } = readArticle({ file: 'a.md', path: 'a.md' }, text);
  const { headline, byline, outlet, date } = article;
  assert.deepEqual(
    [headline, byline, outlet, date].map((fact) => `${fact?.how} ${fact?.value}`),
    ['declared Talks Begin', 'declared Ann Smith, Bo Li', 'declared The Courier', 'declared 2021-12-29'],
  );
  assert.equal(article.language, 'en');
  assert.deepEqual(
    article.paragraphs.map(({ start, end }) => text.slice(start, end)),
    ['The talks began.'],
  );
});

test('front matter that is no YAML is told of, and the article is read', () => {
  const { article, problems } = readArticle(
    { file: 'a.md', path: 'a.md' },
    '---\ntitle: "open\n---\nThe talks began.\n',
  );
  assert.match(problems[0] ?? '', /front matter is not YAML/);
  assert.equal(article.paragraphs.length, 1);
});

test('a paper named in the text is not the outlet; an agency that is thanked is the origin', () => {
  const text =
    'Some Headline Without an End\n\nThe Washington Post reported it on Monday.\n\nThe Associated Press contributed to this report.\n';
  const { article } = readArticle({ file: 'a.txt', path: 'a.txt' }, text);
  assert.equal(article.outlet, null);
  assert.equal(article.origin?.value, 'The Associated Press');
  assert.equal(article.origin?.how, 'inferred');
  const [evidence] = article.origin?.evidence ?? [];
  assert.equal(
    text.slice(evidence?.span?.start, evidence?.span?.end),
    'The Associated Press contributed to this report.',
  );
});

test('an agency in the dateline is the origin', () => {
  const { article } = readArticle(
    { file: 'a.txt', path: 'a.txt' },
    'PARIS (Reuters) - France said on Monday it was alarmed.\n',
  );
  assert.equal(article.origin?.value, 'Reuters');
});

test('a manifest says what is known, with its evidence in the text', async () => {
  const manifest = {
    articles: {
      'a.txt': {
        outlet: 'The Courier',
        date: {
          value: '2021-12-29',
          how: 'inferred',
          confidence: 0.7,
          evidence: [{ says: 'Monday is past', quote: 'on Monday' }],
        },
      },
    },
  };
  using corpus = folder({ 'a.txt': ARTICLE, 'corpus.json': JSON.stringify(manifest) });
  const { articles, problems } = await readCorpus([corpus.path]);
  assert.deepEqual(problems, []);
  const [article] = articles;
  assert.deepEqual([article?.outlet?.value, article?.outlet?.how], ['The Courier', 'declared']);
  assert.equal(article?.date?.how, 'inferred');
  const span = article?.date?.evidence[0]?.span;
  assert.equal(ARTICLE.slice(span?.start, span?.end), 'on Monday');
});

test('a manifest that is wrong is named with the field and what was expected, and the articles are read', async () => {
  for (const [content, expected] of [
    ['{', /is not JSON/],
    ['{"articles": {"a.txt": {"outlet": 3}}}', /articles\.a\.txt\.outlet/],
    ['{"articles": {"a.txt": {"date": "yesterday"}}}', /articles\.a\.txt\.date: a day, like 2021-12-29/],
    [
      '{"articles": {"a.txt": {"outlet": {"value": "X", "evidence": [{"says": "y", "quote": "not there"}]}}}}',
      /does not say “not there”/,
    ],
  ] as const) {
    using corpus = folder({ 'a.txt': ARTICLE, 'corpus.json': content });
    const { articles, problems } = await readCorpus([corpus.path]);
    assert.equal(articles.length, 1);
    assert.match(problems.map(({ says }) => says).join('\n'), expected);
  }
});

test('the bundled articles have outlet and date, all of them worked out and none made out to be declared', async () => {
  const { articles } = await readCorpus([SEEDS]);
  assert.deepEqual(
    articles.map(({ outlet, date }) => [outlet?.value, outlet?.how, date?.value, date?.how]),
    [
      ['The New York Times', 'inferred', '2021-12-29', 'inferred'],
      ['TIME', 'inferred', '2021-12-30', 'inferred'],
      ['Los Angeles Times', 'inferred', '2021-12-29', 'inferred'],
      ['RFE/RL', 'inferred', '2021-12-04', 'inferred'],
      ['The Washington Post', 'inferred', '2021-12-29', 'inferred'],
    ],
  );
});
