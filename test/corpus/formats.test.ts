import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readFiles } from './folder.ts';

const BODY = ['The ministers met on Wednesday.', 'They parted on Thursday, officials said.'];
const TEXT = BODY.join('\n\n');
const HTML = `<p>${BODY[0]}</p>\n<p>They parted on <b>Thursday</b>, officials said.</p>`;
const expected = (path: string, more: object = {}) => ({
  path,
  headline: 'Ministers meet',
  byline: 'Ann Smith',
  outlet: 'The Courier',
  date: '2021-12-29',
  language: 'en',
  body: BODY,
  ...more,
});

const RECORDS: Readonly<Record<string, object>> = {
  'news-please': {
    title: 'Ministers meet',
    maintext: TEXT,
    authors: ['Ann Smith'],
    date_publish: '2021-12-29 08:00:00',
    source_domain: 'The Courier',
    language: 'en',
    description: 'A teaser.',
    filename: 'x.json',
  },
  newspaper4k: {
    title: 'Ministers meet',
    text: TEXT,
    authors: ['Ann Smith'],
    publish_date: '2021-12-29T08:00:00',
    source_url: 'https://courier.example',
    publisher: 'The Courier',
    meta_lang: 'en',
  },
  'Media Cloud': {
    stories_id: 7,
    title: 'Ministers meet',
    text: TEXT,
    byline: 'By Ann Smith',
    publish_date: '2021-12-29 08:00:00',
    media_name: 'The Courier',
    language: 'en',
  },
  Webhose: {
    title: 'Ministers meet',
    text: TEXT,
    author: 'Ann Smith',
    published: '2021-12-29T08:00:00.000+02:00',
    language: 'en',
    thread: { site: 'courier.example', site_full: 'The Courier' },
  },
  'Event Registry': {
    uri: '1',
    lang: 'en',
    title: 'Ministers meet',
    body: TEXT,
    dateTimePub: '2021-12-29T08:00:00Z',
    authors: [{ uri: 'a@x', name: 'Ann Smith', type: 'author' }],
    source: { uri: 'courier.example', title: 'The Courier' },
  },
  'schema.org': {
    '@type': 'NewsArticle',
    headline: 'Ministers meet',
    articleBody: TEXT,
    datePublished: '2021-12-29',
    author: { '@type': 'Person', name: 'Ann Smith' },
    publisher: { '@type': 'Organization', name: 'The Courier' },
    inLanguage: 'en',
  },
  'GDELT and others': {
    url: 'https://courier.example/1',
    title: 'Ministers meet',
    content: TEXT,
    author: 'Ann Smith',
    seendate: '20211229T080000Z',
    domain: 'The Courier',
    language: 'en',
  },
  'JSON Feed': {
    id: '1',
    title: 'Ministers meet',
    content_html: HTML,
    authors: [{ name: 'Ann Smith' }],
    date_published: '2021-12-29T08:00:00Z',
    site: 'The Courier',
    language: 'en',
  },
};

for (const [name, record] of Object.entries(RECORDS))
  test(`JSON and JSON Lines in the names of ${name}`, async () => {
    const { short, told } = await readFiles({
      'a.json': JSON.stringify(record),
      'b.jsonl': `${JSON.stringify(record)}\n\n${JSON.stringify(record)}\n`,
    });
    assert.deepEqual(told, []);
    assert.deepEqual(short, [expected('a.json'), expected('b.jsonl#1'), expected('b.jsonl#3')]);
  });

test('lists in what services answer are found, and fields that are not known are named by --map', async () => {
  const answer = { articles: { page: 1, results: [RECORDS['Event Registry'], { uri: '2', title: 'Nothing in it' }] } };
  const own = {
    titel: 'Ministers meet',
    inhalt: TEXT,
    von: 'Ann Smith',
    medium: 'The Courier',
    am: '29.12.2021',
    sprache: 'en',
  };
  const map = {
    headline: ['titel'],
    text: ['inhalt'],
    byline: ['von'],
    outlet: ['medium'],
    date: ['am'],
    language: ['sprache'],
  };
  const { short, told } = await readFiles(
    { 'a.json': JSON.stringify(answer), 'b.json': JSON.stringify([own]) },
    { map },
  );
  assert.deepEqual(short, [expected('a.json#1'), expected('b.json#1')]);
  assert.deepEqual(told, ['a.json record 2 holds no text; it was passed over']);
  assert.deepEqual((await readFiles({ 'b.json': JSON.stringify([own]) })).told, [
    'b.json holds no articles: no field is known as a text; say which, as in --map text=NAME; it was passed over',
  ]);
});

test('a line of JSON that is cut in half is told of, and the rest is read', async () => {
  const line = JSON.stringify(RECORDS['Webhose']);
  const { short, told } = await readFiles({ 'a.jsonl': `${line}\n${line.slice(0, 90)}\n${line}` });
  assert.deepEqual(short, [expected('a.jsonl#1'), expected('a.jsonl#3')]);
  assert.match(told.join(), /^a\.jsonl line 2 is not JSON \(.*\); it was passed over$/);
});

test('CSV and TSV with a header (RFC 4180)', async () => {
  const quoted = TEXT.replaceAll('"', '""');
  const { short, told } = await readFiles({
    'a.csv': `title,byline,media_name,publish_date,language,text\r\n"Ministers meet",Ann Smith,"The Courier",2021-12-29,en,"${quoted}"\r\n`,
    'b.tsv': `title\tauthor\toutlet\tdate\tlang\tbody\nMinisters meet\tAnn Smith\tThe Courier\t29 December 2021\ten\t"${quoted}"\n`,
  });
  assert.deepEqual(told, []);
  assert.deepEqual(short, [expected('a.csv#1'), expected('b.tsv#1')]);
});

test('RSS 2.0 with full text, and Atom', async () => {
  const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Courier</title><link>https://courier.example/</link><description>News</description><language>en</language>
<item><title>Ministers meet</title><link>https://courier.example/1</link><description>A teaser.</description>
<dc:creator>Ann Smith</dc:creator><pubDate>Wed, 29 Dec 2021 08:00:00 GMT</pubDate><content:encoded><![CDATA[${HTML}]]></content:encoded></item>
</channel></rss>`;
  const atom = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Courier</title><id>urn:1</id><updated>2021-12-30T00:00:00Z</updated>
<entry><title>Ministers meet</title><id>urn:2</id><link href="https://courier.example/1"/><updated>2021-12-30T00:00:00Z</updated>
<published>2021-12-29T08:00:00Z</published><author><name>Ann Smith</name></author>
<content type="html">${HTML.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</content></entry>
<entry><title>Ministers meet</title><id>urn:3</id><published>2021-12-29T08:00:00Z</published><author><name>Ann Smith</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${HTML}</div></content></entry></feed>`;
  const { short, told } = await readFiles({ 'a.xml': rss, 'b.atom': atom });
  assert.deepEqual(told, []);
  assert.deepEqual(short, [expected('a.xml#1'), expected('b.atom#1'), expected('b.atom#2')]);
});

test('a letter (RFC 5322), and a box of letters (RFC 4155)', async () => {
  const letter = [
    'From: "The Courier" <news@courier.example>',
    'To: you@reader.example',
    'Subject: =?UTF-8?Q?Ministers_meet?=',
    'Date: Wed, 29 Dec 2021 08:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Read it on our site.',
    '--b',
    'Content-Type: text/html; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    HTML.replaceAll('=', '=3D').replace('Wednesday', 'W=\nednesday'),
    '--b--',
    '',
  ].join('\n');
  const box = `From news@courier.example Wed Dec 29 08:00:00 2021\n${letter}\n\nFrom news@courier.example Wed Dec 29 09:00:00 2021\n${letter}`;
  const { short, told } = await readFiles({ 'a.eml': letter, 'b.mbox': box });
  assert.deepEqual(told, []);
  const none = { byline: null, language: 'und' };
  assert.deepEqual(short, [expected('a.eml', none), expected('b.mbox#1', none), expected('b.mbox#2', none)]);
});

test('any of them packed with gzip, and told by content where the name says nothing or the wrong thing', async () => {
  const json = JSON.stringify(RECORDS['Webhose']);
  const { short, told } = await readFiles({
    'a.json.gz': gzipSync(json),
    'b.txt': json,
    'c.txt.gz': gzipSync(`Ministers meet\n\n${TEXT}`),
    'd.txt': `title,text,byline,outlet,date,language\nMinisters meet,"${TEXT}",Ann Smith,The Courier,2021-12-29,en\n`,
    'e.txt': `${JSON.stringify({ ...RECORDS['Webhose'], more: 'x'.repeat(5000) })}\n${json}`,
    'f.json': `Ministers meet\n\n${TEXT}`,
  });
  assert.deepEqual(told, [
    `f.json is not JSON (Unexpected token 'M', "Ministers "... is not valid JSON); it was passed over`,
  ]);
  assert.deepEqual(short, [
    expected('a.json.gz'),
    expected('b.txt'),
    expected('c.txt.gz', { byline: null, outlet: null, date: null, language: 'und' }),
    expected('d.txt#1'),
    expected('e.txt#1'),
    expected('e.txt#2'),
  ]);
});

test('what a record gives is its field, and says so', async () => {
  const { articles } = await readFiles({ 'a.jsonl': JSON.stringify(RECORDS['Webhose']) });
  assert.equal(articles[0]?.text, TEXT);
  assert.equal(articles[0]?.textIs, 'the field text of record 1');
  assert.deepEqual(articles[0]?.outlet?.evidence, [{ says: 'the field thread.site_full', from: 'field' }]);
});
