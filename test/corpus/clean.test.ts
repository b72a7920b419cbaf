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

test('prose is no furniture, whatever it starts with', () => {
  const prose = [
    'By Monday the troops had left',
    'By Monday Troops Had Left',
    'By contrast France said nothing',
    'By Contrast',
    'By the numbers',
    'By Design',
    'By March Russia Will Withdraw',
    'By Washington, Lincoln and Roosevelt.',
    'Search for the missing continues',
    'Print on demand is over',
    'Home to 4 million people',
    'News of the attack spread',
    'Close to the border, tanks were seen',
    'Follow the money, said the minister on Twitter.',
    'Watch the sky on Facebook today, he said.',
    'Like millions on Facebook, he was angry.',
    'Like Facebook before it',
    'Join the army, said a post on Telegram.',
    'More in sorrow than in anger, he said.',
    'More news is expected on Monday',
    'Other stories emerged of looting',
    'After his promotion',
    'By clicking on the link, he was infected, police said.',
    'Get ready: alerts will sound at noon on Wednesday.',
    'Next story was worse.',
    'Continues after 40 years',
    'Video of the attack shows soldiers running.',
    'Images from the scene showed burnt cars',
    'Media source said the talks had failed',
    'File-sharing sites were shut, officials said.',
    'Talks fail after Putin attacks Reuters',
    'Reporting from Kyiv was hard, he said.',
    'Reporting by Reuters showed that troops had moved.',
    'Contributions from donors dried up.',
    'He contributed to the report on torture.',
    'Rain contributed to the story of the flood.',
    'First published in 1949, the novel was banned.',
    '[The minister declined to comment]',
    '[applause]',
    'Monday was 29 December 2021.',
    'Post a response to the attack, he told them.',
  ];
  for (const line of prose)
    assert.deepEqual(
      [left(`It began.\n\n${line}\n\nIt went on.`), left(`${line}\n\nIt began, he said.\n\nIt went on.`)],
      [[], []],
      line,
    );
});

test('bylines, prompts, credits and captions are told as they were', () => {
  for (const [line, why] of [
    ['By Ann Smith', 'byline'],
    ['BY ANN SMITH AND BO LI', 'byline'],
    ['By Ann Smith, Staff Writer', 'byline'],
    ['By Ann Smith in Moscow', 'byline'],
    ['By Ludwig van der Berg, Jean-Luc O’Neill and Martin King Jr.', 'byline'],
    ['By April Smith', 'byline'],
    ['By Reuters', 'byline'],
    ['By The Associated Press', 'byline'],
    ['Search', 'page furniture'],
    ['Search for:', 'page furniture'],
    ['Share this article', 'page furniture'],
    ['Share on Facebook', 'page furniture'],
    ['Sign in to continue reading.', 'page furniture'],
    ['Follow us on Twitter.', 'promotion'],
    ['Follow Ann Smith on Twitter @ann', 'promotion'],
    ['Sign up for our newsletter.', 'promotion'],
    ['Read more: Putin says he will not go', 'promotion'],
    ['Photo by Ann Smith/AFP.', 'caption'],
    ['Image source, Getty Images', 'caption'],
    ['FILE - In this photo of May 2, 2020 tanks are seen', 'caption'],
    ['Reporting by Ann Smith in Kyiv; editing by Bo Li.', 'credit line'],
    ['With reporting by Reuters, Interfax, and RFE/RL’s Ukrainian Service', 'credit line'],
    ['Associated Press writers Ann Smith in Kyiv and Bo Li in Rome contributed to this report.', 'credit line'],
    ['[video id=1]', 'shortcode'],
    ['Updated Nov 19, 2019, 6:55 a.m.', 'date line'],
  ] as const)
    assert.deepEqual(left(`It began.\n\n${line}\n\nIt went on.`), [`${why}: ${line}`]);
});

test('a headline with a verb or a figure is no label, and a date is no headline', () => {
  for (const headline of ['Boeing unveils long-range 777', 'Apple launches 3G iPhone', 'Global markets plunge'])
    for (const under of ['Monday, September 29, 2008', 'October 2008', 'A deck under it without an end']) {
      const { headline: found, leftOut } = cleaned(`${headline}\n\n${under}\n\nIt began, he said.\n\nIt went on.`);
      assert.ok(found && found.start === 0 && found.end === headline.length, `${headline} / ${under}`);
      assert.ok(leftOut.every(({ why }) => why === 'date line'));
    }
  assert.deepEqual(left('World\n\nTalks\n\nIt began.\n\nIt went on.'), ['section label: World']);
  assert.deepEqual(left('Science and Environment\n\nTalks fail\n\nIt began.\n\nIt went on.'), []);
});

test('a day that begins a sentence is part of it, a field is not', () => {
  for (const text of [
    '2021-12-29 was the day the talks failed, and nobody knew.\n\nIt went on.',
    'Published 2021-12-29 the book was soon forgotten.\n\nIt went on.',
    '2021-12-29: A Day to Forget\n\nIt began.\n\nIt went on.',
  ])
    assert.deepEqual([left(text), cleaned(text).date], [[], null]);
  assert.equal(cleaned('date 2021-12-29 A senior official said so.').date?.day, '2021-12-29');
  assert.equal(cleaned('2021-12-29\n\nIt began.\n\nIt went on.').date?.day, '2021-12-29');
});

test('addresses that are their own data and words that nobody reads are left out, the words around them are read', () => {
  const data = `data:image/png;base64,${'iVBORw0KGgo+/'.repeat(100)}==`;
  const key = 'x1Y-'.repeat(200);
  const chinese = '会谈于星期一开始'.repeat(100);
  for (const [text, paragraphs, ranges] of [
    [`It began. ![A map](${data}) It went on.`, ['It began.', 'It went on.'], [`![A map](${data})`]],
    [`<img alt="x" src="${data}" width="3"> It began.`, ['It began.'], [`<img alt="x" src="${data}" width="3">`]],
    [`![](${data})`, [], [`![](${data})`]],
    [`It began ${key} and went on.`, ['It began', 'and went on.'], [key]],
    [chinese, [chinese], []],
    ['He said of the data: it was late.', ['He said of the data: it was late.'], []],
    ['The data:nobody knew, was late.', ['The data:nobody knew, was late.'], []],
  ] as const) {
    assert.deepEqual(
      cleaned(text).paragraphs.map(({ start, end }) => text.slice(start, end)),
      paragraphs,
    );
    assert.deepEqual(
      cleaned(text).leftOut.map(({ start, end }) => text.slice(start, end)),
      ranges,
    );
  }
  const long = `${'data:'.repeat(100_000)} ${'<img src='.repeat(50_000)}data: ${'![['.repeat(100_000)}`;
  assert.ok(cleaned(long).leftOut.every(({ start, end }) => start < end));
});

test('sentences after the head of a comment form are the article’s', () => {
  assert.deepEqual(left('It began.\n\nIt went on.\n\nIt ended.\n\nLeave a Reply\n\nName\n\nHe said it was over.'), [
    'comment form: Leave a Reply',
    'comment form: Name',
  ]);
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
