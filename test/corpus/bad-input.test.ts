import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { decode } from '../../src/corpus/decode.ts';
import { readCsv } from '../../src/corpus/formats/csv.ts';
import { readLetter } from '../../src/corpus/formats/mail.ts';
import { readMarkdown } from '../../src/corpus/formats/markdown.ts';
import { FORMATS } from '../../src/corpus/formats/table.ts';
import { readingOptions } from '../../src/corpus/options.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { Unreadable } from '../../src/corpus/unreadable.ts';
import { folder, readFiles } from './folder.ts';

const ARTICLE = 'A Headline of Some Words\n\nThe talks began on Monday, officials said.\n';

test('each file that cannot be read gets one line that says what and what to do, and the rest is read', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`;
  const { articles, told } = await readFiles(
    {
      'good.txt': ARTICLE,
      'bomb.xml': bomb,
      'deep.html': `<html><body>${'<div>'.repeat(100_000)}`,
      'deep.json': '['.repeat(200_000),
      'half.json': '{"title": "x", "te',
      'large.txt': 'x'.repeat(3_000_000),
      'packed.txt.gz': gzipSync('x'.repeat(3_000_000)),
      'broken.txt.gz': gzipSync(ARTICLE).subarray(0, 40),
      'picture.txt': Buffer.of(0x89, 0x50, 0, 0),
    },
    { limits: { fileBytes: 2_000_000 } },
  );
  assert.deepEqual(
    articles.map(({ path }) => path),
    ['good.txt'],
  );
  assert.equal(told.length, 8);
  for (const [file, says] of [
    ['bomb.xml', /entities of its own, which no feed needs; it was passed over/],
    ['broken.txt.gz', /is a broken gzip file \(.*\); pack it anew/],
    ['deep.html', /nested more than 512 deep/],
    ['deep.json', /is not JSON|could not be read/],
    ['half.json', /is not JSON/],
    ['large.txt', /is more than 1.9 MB; --max-size allows more/],
    ['packed.txt.gz', /holds more than 1.9 MB; --max-size allows more/],
    ['picture.txt', /is not text/],
  ] as const)
    assert.match(told.find((line) => line.startsWith(file)) ?? '', says);
});

test('pipes are not waited for, loops end, names with control characters are read', async (t) => {
  if (process.platform === 'win32') return t.skip('has no pipes among files');
  using corpus = folder({ 'good.txt': ARTICLE });
  execFileSync('mkfifo', [join(corpus.path, 'pipe.txt')]);
  symlinkSync('self.txt', join(corpus.path, 'self.txt'));
  writeFileSync(join(corpus.path, 'a\u001b[31mb\u0007.txt'), ARTICLE);
  const { articles, problems } = await readCorpus([corpus.path, '/dev/null']);
  assert.equal(articles.length, 2);
  assert.deepEqual(
    problems.map(({ says }) => says),
    [
      'is neither a file nor a folder (a device, a pipe or a socket); it was passed over',
      'is a link that leads back to itself',
      'is neither a file nor a folder (a device, a pipe or a socket); it was passed over',
    ],
  );
});

test('a file whose name is not UTF-8 is told of', async (t) => {
  using corpus = folder({ 'good.txt': ARTICLE });
  try {
    writeFileSync(Buffer.concat([Buffer.from(join(corpus.path, 'a')), Buffer.of(0xff), Buffer.from('.txt')]), ARTICLE);
  } catch {
    return t.skip('names are UTF-8 here');
  }
  const { articles, problems } = await readCorpus([corpus.path]);
  assert.equal(articles.length, 1);
  assert.deepEqual(
    problems.map(({ says }) => says),
    ['has a name that is not UTF-8, and cannot be opened by it; rename it'],
  );
});

test('of rows and parts without end so many are read, which is told: each takes memory, however short it is', async () => {
  const text = `text\n${'a\n'.repeat(1_000_001)}`;
  for await (const piece of readCsv({ text, bytes: Buffer.from(text), map: {} })) {
    assert.deepEqual(piece, { trouble: 'holds more than 1000000 rows; what comes after them was passed over' });
    break;
  }
  const [keys] = readMarkdown(`---\n${'? '.repeat(400)}\n---\nText`);
  assert.match(keys?.trouble ?? '', /not YAML \(.*keys must be strings/);
  const [article] = readMarkdown(`---\ntitle: A\ny: [${'a, '.repeat(40_000)}]\n---\nText`);
  assert.equal(article?.trouble, 'its front matter is longer than 100000 characters; it was passed over');
  const head = 'From: a\nContent-Type: multipart/mixed; boundary=b\n';
  for (const parts of [10, 10_001]) {
    const bytes = Buffer.from(`${head}${'\n--b\n\nx'.repeat(parts)}\n--b--\n`);
    for await (const piece of readLetter({ text: '', bytes, map: {} }))
      if (parts === 10) assert.ok('text' in piece);
      else assert.deepEqual(piece, { trouble: 'the letter has more than 10000 parts; it was passed over' });
  }
});

test('links that lead out of what was given are not followed, those within are, and what is given by name is', async () => {
  using elsewhere = folder({ 'secret.txt': ARTICLE, 'more/b.txt': `${ARTICLE} More.` });
  using corpus = folder({ 'good.txt': `${ARTICLE} Good.`, 'in/c.txt': `${ARTICLE} In.` });
  symlinkSync(join(elsewhere.path, 'secret.txt'), join(corpus.path, 'link.txt'));
  symlinkSync(join(elsewhere.path, 'more'), join(corpus.path, 'folder'));
  symlinkSync(join(corpus.path, 'in'), join(corpus.path, 'also in'));
  const pathsOf = async (paths: readonly string[]) => {
    const { articles, problems } = await readCorpus(paths);
    return { paths: articles.map(({ path }) => path).sort(), told: problems.map(({ says }) => says) };
  };
  const told = 'out of it (folder, link.txt); what is there is read where it is given by name';
  for (const given of [corpus.path, join(corpus.path, '**/*.txt')])
    assert.deepEqual(await pathsOf([given]), {
      paths: ['also in/c.txt', 'good.txt'],
      told: [`holds 2 links that lead ${told}`],
    });
  assert.deepEqual(await pathsOf([join(corpus.path, 'link.txt')]), { paths: ['link.txt'], told: [] });
  assert.deepEqual(await pathsOf([corpus.path, elsewhere.path]), {
    paths: ['also in/c.txt', 'folder/b.txt', 'good.txt', 'link.txt'],
    told: [],
  });
});

test('a manifest may be YAML, and speaks of no file outside of its folder', async () => {
  const { short } = await readFiles({
    'a.txt': ARTICLE,
    'corpus.yaml': 'articles:\n  a.txt:\n    outlet: The Courier\n',
  });
  assert.equal(short[0]?.outlet, 'The Courier');
  for (const path of ['../a.txt', '/etc/passwd', 'b/../../a.txt', 'C:\\a.txt', '..\\a.txt']) {
    const { short, told } = await readFiles({
      'a.txt': ARTICLE,
      'corpus.json': JSON.stringify({ articles: { [path]: { outlet: 'X' } } }),
    });
    assert.equal(short[0]?.outlet, null);
    assert.match(told[0] ?? '', /^corpus\.json .*leaves the folder of the manifest; expected a path below it/);
  }
});

test('a manifest that is too long to be read as YAML is told of, as JSON it is read', async () => {
  const long = ' '.repeat(4 * 1024 * 1024);
  const yaml = await readFiles({
    'a.txt': ARTICLE,
    'corpus.yaml': `articles:\n  a.txt:\n    outlet: The Lake #${long}\n`,
  });
  assert.deepEqual(
    [yaml.short[0]?.outlet, yaml.told],
    [null, ['corpus.yaml is more than 4 MB; the manifest was passed over']],
  );
  const json = await readFiles({
    'a.txt': ARTICLE,
    'corpus.json': `{"articles":{"a.txt":{"outlet":"The Lake"}}}${long}`,
  });
  assert.deepEqual([json.short[0]?.outlet, json.told], ['The Lake', []]);
});

test('a bad entry of a manifest is left out and named, the others are used', async () => {
  const articles: Record<string, unknown> = {
    'a.txt': { outlet: 'The Courier' },
    '../b.txt': { outlet: 'X' },
    'b.txt': { outlet: 'Y', date: 'yesterday' },
    'c.txt': { outlet: 'Z', langauge: 'en' },
    'd.txt': { language: 'the best one' },
    'e.txt': null,
  };
  for (let i = 0; i < 20; i++) articles[`/${i}`] = {};
  const { short, told } = await readFiles({
    'a.txt': ARTICLE,
    'b.txt': ARTICLE,
    'corpus.json': JSON.stringify({ articles }),
  });
  assert.deepEqual(
    short.map(({ outlet }) => outlet),
    ['The Courier', null],
  );
  for (const [i, says] of [
    /^corpus\.json articles\.\.\.\/b\.txt: “\.\.\/b\.txt” leaves the folder of the manifest; .* the entry was passed over/,
    /^corpus\.json articles\.b\.txt\.date: a day, like 2021-12-29; the entry/,
    /^corpus\.json articles\.c\.txt\.langauge: /,
    /^corpus\.json articles\.d\.txt\.language: a language tag of BCP 47/,
    /^corpus\.json articles\.e\.txt: /,
    /^corpus\.json has 20 more mistakes$/,
  ].entries())
    assert.match(told[i] ?? '', says);
  assert.equal(told.length, 6);
});

test('excludes are as in .gitignore, patterns find files', async () => {
  const files = { 'a.txt': ARTICLE, 'b.txt': ARTICLE, 'drafts/c.txt': ARTICLE, 'old/d.txt': ARTICLE };
  const excluded = await readFiles(
    { ...files, '.crisisignore': '# not yet\ndrafts/\n' },
    { exclude: ['/b.*', '!a.txt'] },
  );
  assert.deepEqual(
    excluded.short.map(({ path }) => path),
    ['a.txt', 'old/d.txt'],
  );
  using corpus = folder(files);
  const { articles, problems } = await readCorpus([join(corpus.path, '*', '{c,d}.txt'), join(corpus.path, 'x*.txt')]);
  assert.deepEqual(
    articles.map(({ path }) => path),
    ['drafts/c.txt', 'old/d.txt'],
  );
  assert.match(problems[0]?.says ?? '', /matches no file that is read/);
});

test('patterns of a hostile folder cannot be held against its names without end', async () => {
  const deep = 'a/'.repeat(60);
  const files = { [`${deep}b.txt`]: ARTICLE, 'c.txt': ARTICLE, 'drafts/d.txt': ARTICLE };
  const paths = [`${deep}b.txt`, 'c.txt'];
  for (const [patterns, says] of [
    [`${'**/a/'.repeat(14)}x\n`, 'has patterns with more than 2 “**”; nothing is left out by them'],
    [`${'a/**/'.repeat(14)}x\n`, 'has patterns with more than 2 “**”; nothing is left out by them'],
    ['x\n'.repeat(200), 'has more than 200 patterns; nothing is left out by those behind'],
  ]) {
    const { short, told } = await readFiles({ ...files, '.crisisignore': `# some\n\n/drafts/\n${patterns}` });
    assert.deepEqual([short.map(({ path }) => path), told], [paths, [`.crisisignore ${says}`]]);
  }
  const { short, told } = await readFiles({ ...files, '.crisisignore': 'drafts\n'.repeat(20_000) });
  assert.equal(short.length, 3);
  assert.match(told.join(), /^\.crisisignore is more than .+ MB; nothing is left out by it$/);
  const most = await readFiles({ ...files, '.crisisignore': '**/drafts/**\nc.*\n' });
  assert.deepEqual([most.short.map(({ path }) => path), most.told], [[paths[0]], []]);
});

test('folders that are nested without end are told of, the others are read', async () => {
  const { short, told } = await readFiles({
    [`${'a/'.repeat(70)}b.txt`]: ARTICLE,
    [`${'a/'.repeat(64)}c.txt`]: ARTICLE,
  });
  assert.deepEqual(
    short.map(({ path }) => path.length),
    [2 * 64 + 'c.txt'.length],
  );
  assert.deepEqual(told, [`${'a/'.repeat(64)}a is nested more than 64 deep; give it by name`]);
});

test('reading tells how far it is, and what was read before it was broken off is the corpus', async () => {
  using corpus = folder({ 'a.txt': ARTICLE, 'b.txt': ARTICLE, 'c.txt': ARTICLE });
  const stop = new AbortController();
  const seen: string[] = [];
  const { articles } = await readCorpus([corpus.path], {
    signal: stop.signal,
    onProgress: ({ path, files, ofFiles, bytes }) => {
      seen.push(`${path} ${files}/${ofFiles} ${bytes}`);
      if (path === 'b.txt') stop.abort();
    },
  });
  assert.deepEqual(seen, ['a.txt 0/3 0', `b.txt 1/3 ${ARTICLE.length}`]);
  assert.equal(articles.length, 2);
});

test('a large file tells how far it is taken apart, and is broken off in the middle', async () => {
  const record = { title: 'Ministers meet', text: 'The ministers met on Wednesday, officials said. '.repeat(20) };
  const records = Array.from({ length: 20_000 }, (_, i) => ({ ...record, n: i }));
  for (const content of [JSON.stringify(records), records.map((each) => JSON.stringify(each)).join('\n')]) {
    using corpus = folder({ 'a.json': content });
    const stop = new AbortController();
    const seen: string[] = [];
    const { articles } = await readCorpus([corpus.path], {
      signal: stop.signal,
      onProgress: ({ path }) => {
        seen.push(path);
        // As a signal would: from the event loop.
        if (seen.length === 3) setImmediate(() => stop.abort());
      },
    });
    assert.match(seen[1] ?? '', /^a\.json#\d+$/);
    assert.ok(articles.length > 0 && articles.length < records.length, String(articles.length));
  }
});

test('a flag that makes no sense is told of', () => {
  assert.match(String(readingOptions({ map: ['titel'] })), /--map is FACT=FIELD/);
  assert.match(String(readingOptions({ maxSize: 'much' })), /--max-size is a number above 0; not much/);
  assert.deepEqual(readingOptions({ map: ['headline=a,text=b', 'text=c'], maxSize: '2', exclude: ['x'] }), {
    map: { headline: ['a'], text: ['b', 'c'] },
    limits: { fileBytes: 2 * 1024 * 1024 },
    exclude: ['x'],
  });
});

test('no format throws anything but what it has to say, whatever it is given', async () => {
  const readers = await Promise.all(FORMATS.map(({ load }) => load()));
  const pages = [
    '<rss><channel><item>',
    '</item>',
    '<![CDATA[',
    ']]>',
    '<entry><content type="xhtml">',
    '{"text":"x',
    '"}',
    '[',
    ']',
    'From a b Wed Dec 29 08:00:00 2021\n',
    'Subject: =?x?Q?=FF?=\n\n',
    'a,text\n',
    '"',
    '---\n',
    ': [',
    '&#xffffff;',
    '<?xml version="1.0"?>',
    '<p>',
  ];
  const piece = fc.oneof(fc.constantFrom(...pages), fc.string({ unit: 'binary', maxLength: 12 }));
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
      const text = pieces.join('');
      for (const [i, reader] of readers.entries()) {
        try {
          for await (const given of reader({ text, bytes: Buffer.from(text), map: {} })) {
            if (!('text' in given)) continue;
            for (const { start, end } of [...given.leftOut, ...(given.blocks ?? []), given.body])
              assert.ok(0 <= start && start <= end && end <= given.text.length, FORMATS[i]?.name);
          }
        } catch (error) {
          assert.ok(error instanceof Unreadable, `${FORMATS[i]?.name}: ${error}`);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('no bytes make decoding throw anything but that they are no text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      try {
        decode(bytes);
      } catch (error) {
        assert.ok(error instanceof Unreadable);
      }
    }),
  );
  assert.equal(decode(readFileSync(new URL(import.meta.url))).broken, 0);
});

test('elements, roles and keys that are named as what every object has are elements, roles and keys', async () => {
  const text = 'The talks between the ministers began on Monday in Geneva, officials said after the first session.';
  const { articles, told } = await readFiles({
    'a.html': `<html><body><constructor>x</constructor><article><p>${text}</p><div role="constructor"><p>${text} Twice.</p></div><__proto__><p role="__proto__">${text} Again.</p></__proto__></article></body></html>`,
    'b.json': `{"title":"A","text":"${text}","constructor":"x","__proto__":{"text":"y"},"toString":1}`,
  });
  assert.deepEqual(told, []);
  assert.equal(articles.length, 2);
  for (const { leftOut } of articles) for (const { why } of leftOut) assert.equal(typeof why, 'string');
  assert.match(articles[0]?.text ?? '', /Twice[\s\S]*Again/);
});
