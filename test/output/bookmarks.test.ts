// What is bookmarked in the bundled articles, as each format prints it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Bookmark, bookmarkOf } from '../../src/index/bookmarks.ts';
import { PRINT_COMMANDS } from '../../src/output/commands.ts';
import { FORMATS } from '../../src/output/formats.ts';
import { everythingOf } from '../../src/output/request.ts';
import { seedIndex } from '../corpora.ts';

const index = await seedIndex();
const quotes = index.articles.flatMap(({ article, annotations }, number) =>
  annotations.quotes.map((quote, item) => ({
    ref: { article: number, item },
    text: article.text.slice(quote.start, quote.end),
  })),
);
const gravely = quotes.find(({ text }) => text.includes('gravely concerned'))!.ref;
const lukashenko = index.entities.findIndex(({ name }) => name === 'Aleksandr G. Lukashenko');
const BOOKMARKS: readonly Bookmark[] = [
  { ...bookmarkOf(index, { kind: 'quote', ref: gravely }), note: 'ask =HYPERLINK("x") *them*' },
  bookmarkOf(index, { kind: 'entity', entity: lukashenko }),
  bookmarkOf(index, { kind: 'article', article: 1 }),
  { kind: 'quote', path: 'gone.txt', start: 7, text: 'was here' },
];
const command = PRINT_COMMANDS.find(({ name }) => name === 'bookmarks')!;
const printed = (name: string) =>
  [
    ...FORMATS.find((it) => it.name === name)!.print(command, { ...everythingOf(index), bookmarks: BOOKMARKS }, 100),
  ].join('');

test('as JSON Lines they say what was found again, to the letter', () => {
  const rows = printed('jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { start, end } = index.articles[0]!.annotations.quotes[gravely.item]!;
  assert.deepEqual(rows[0], {
    kind: 'quote',
    note: 'ask =HYPERLINK("x") *them*',
    found: true,
    path: '000_66bebe8ea728d4ec.txt',
    start,
    end,
    text: index.articles[0]!.article.text.slice(start, end),
    name: null,
    speaker: 'A senior administration official',
    outlet: 'The New York Times',
  });
  assert.deepEqual(
    rows.map(({ kind, found, name, text }) => [kind, found, name, text.slice(0, 20)]),
    [
      ['quote', true, null, 'We continue to be gr'],
      ['entity', true, 'Aleksandr G. Lukashenko', rows[1].text.slice(0, 20)],
      ['article', true, null, 'President Joe Biden '],
      ['quote', false, null, 'was here'],
    ],
  );
});

test('as a table, CSV and Markdown', () => {
  assert.match(
    printed('table'),
    /^kind +path +start +text +note *\nquote +000_66.*\nentity +000_66.*\narticle +001_76.*\nquote +gone\.txt +7 +was here +– *\n$/,
  );
  const [head, first] = printed('csv').split('\r\n');
  assert.equal(head, 'kind,path,start,end,text,name,speaker,outlet,note,found');
  assert.match(
    first ?? '',
    /^quote,000_66bebe8ea728d4ec\.txt,\d+,\d+,.*,A senior administration official,The New York Times,"ask =HYPERLINK\(""x""\) \*them\*",true$/,
  );
  const markdown = printed('markdown');
  assert.match(markdown, /^# Bookmarks\n\nask =HYPERLINK\("x"\) \\\*them\\\*\n\n> We continue to be gravely concerned/);
  assert.match(markdown, /\[\^3\]: TIME \(inferred/);
  assert.match(markdown, /Not there any more: gone\.txt, “was here”\n$/);
  assert.match(printed('html'), /<p>ask =HYPERLINK\(&quot;x&quot;\) \*them\*<\/p>/);
});

test('a bookmark that the query does not find is not printed', () => {
  const { chosen, ...request } = everythingOf(index);
  const rows = [...command.rows({ ...request, bookmarks: BOOKMARKS, chosen: { ...chosen, quote: () => false } })];
  assert.deepEqual(
    rows.map(({ kind, found }) => [kind, found]),
    [
      ['entity', true],
      ['article', true],
      ['quote', false],
    ],
  );
});
