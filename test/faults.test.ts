// What goes wrong around the program: files that are no files any more, no more open files, a home that cannot be written.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readBytes } from '../src/corpus/bytes.ts';
import { LIMITS } from '../src/corpus/limits.ts';
import { readCorpus } from '../src/corpus/read.ts';
import { keeperOf, readCorrections } from '../src/keep/corrections.ts';
import { stampOf } from '../src/load/kept.ts';
import { WORTH_KEEPING } from '../src/load/loader.ts';
import { folder } from './corpus/folder.ts';
import { LAUNCHER } from './pty/terminal.ts';

const ARTICLE = 'A Headline of Some Words\n\nThe talks began on Monday, officials said.\n';

test('a pipe that calls itself a manifest or a list of what to leave out is not waited for', async (t) => {
  if (process.platform === 'win32') return t.skip('has no pipes among files');
  using corpus = folder({ 'a.txt': ARTICLE });
  for (const name of ['corpus.json', '.crisisignore']) execFileSync('mkfifo', [join(corpus.path, name)]);
  const { articles, problems } = await readCorpus([corpus.path]);
  assert.equal(articles.length, 1);
  assert.deepEqual(
    problems.map(({ file, says }) => `${file.slice(corpus.path.length + 1)} ${says}`),
    ['.crisisignore is not a file', 'corpus.json is not a file'],
  );
});

test('what has put itself in the place of a file is told of, not waited for', async (t) => {
  if (process.platform === 'win32') return t.skip('has no pipes among files');
  using corpus = folder({});
  const file = join(corpus.path, 'a.txt');
  execFileSync('mkfifo', [file]);
  await assert.rejects(readBytes(file, LIMITS), /is not a file/);
  mkdirSync(join(corpus.path, 'b.txt'));
  await assert.rejects(readBytes(join(corpus.path, 'b.txt'), LIMITS), /is not a file|EISDIR/);
});

test('a file that grows or shrinks while it is read gives what it held at some moment, never beyond the limit', async () => {
  using corpus = folder({ 'a.txt': 'x'.repeat(5_000_000) });
  const file = join(corpus.path, 'a.txt');
  const growing = readBytes(file, { ...LIMITS, fileBytes: 6_000_000 });
  for (let i = 0; i < 40; i++) appendFileSync(file, 'y'.repeat(100_000));
  await growing.then(
    (bytes) => assert.ok(bytes.length >= 5_000_000 && bytes.length <= 9_000_000),
    (error: Error) => assert.match(error.message, /is more than/),
  );
  const shrinking = readBytes(file, LIMITS);
  truncateSync(file, 10);
  assert.ok((await shrinking).length >= 10);
});

test('a file whose place another takes while it is read gives one of the two, whole', async () => {
  using corpus = folder({ 'a.txt': 'x'.repeat(5_000_000) });
  const file = join(corpus.path, 'a.txt');
  for (const [i, letter] of ['y', 'z', 'x', 'y'].entries()) {
    const beside = join(corpus.path, `${i}.new`);
    writeFileSync(beside, letter.repeat(5_000_000 + i));
    const reading = readBytes(file, LIMITS);
    renameSync(beside, file);
    const bytes = await reading;
    const before = i === 0 ? 5_000_000 : 5_000_000 + i - 1;
    assert.ok(bytes.length === before || bytes.length === 5_000_000 + i, `${bytes.length}`);
    assert.ok(bytes.every((byte) => byte === bytes[0]));
  }
});

test('with few files left to open, what could be read is printed, and the rest is told of', (t) => {
  if (process.platform === 'win32') return t.skip('has no such limit');
  using corpus = folder(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.txt`, ARTICLE])));
  const line = `ulimit -n 26; exec '${process.execPath}' '${LAUNCHER}' articles --format jsonl '${corpus.path}'`;
  const env = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent' };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8', env });
  assert.doesNotMatch(stderr, /fault of its own/);
  if (status !== 0) return assert.match(stderr, /too many (?:open )?files/);
  const printed = stdout.split('\n').filter(Boolean).length;
  const told = new Set(stderr.match(/\S+\.txt(?= could not be (?:opened|read))/g));
  assert.equal(printed + told.size, 60, stderr);
});

test('folders and files without permission are told of, the others are read', async (t) => {
  if (process.platform === 'win32' || process.getuid?.() === 0) return t.skip('everything may be read here');
  using corpus = folder({ 'a.txt': ARTICLE, 'b.txt': ARTICLE, 'c/d.txt': ARTICLE });
  chmodSync(join(corpus.path, 'b.txt'), 0);
  chmodSync(join(corpus.path, 'c'), 0);
  const { articles, problems } = await readCorpus([corpus.path]);
  chmodSync(join(corpus.path, 'c'), 0o700);
  assert.equal(articles.length, 1);
  assert.equal(problems.filter(({ says }) => says.includes('may not be read')).length, 2);
});

test('of thousands of files without permission each is told of, and the one that may be read is printed', (t) => {
  if (process.platform === 'win32') return t.skip('has other rights');
  using corpus = folder(Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`${i}.txt`, ARTICLE])));
  for (let i = 1; i < 2000; i++) chmodSync(join(corpus.path, `${i}.txt`), 0);
  chmodSync(corpus.path, 0o755);
  // Everything is open to root: nobody is somebody else.
  const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [LAUNCHER, 'articles', '--format', 'jsonl', corpus.path],
    { ...somebody, encoding: 'utf8', env: { HOME: '/nonexistent' } },
  );
  if (error || /Cannot find module|EACCES/.test(stderr.slice(0, 2000)))
    return t.skip('this folder is not open to somebody else');
  assert.equal(status, 0, stderr.slice(0, 500));
  assert.equal(stdout.split('\n').filter(Boolean).length, 1);
  assert.equal(stderr.match(/\d+\.txt may not be read; check its permissions/g)?.length, 1999);
});

test('where the home cannot be written, keeping says so and what was kept is there', () => {
  using here = folder({ 'a.txt': ARTICLE, data: 'a file where a folder should be' });
  const env = { XDG_DATA_HOME: join(here.path, 'data') };
  const { file, corrections } = readCorrections([here.path], env);
  assert.deepEqual(corrections, []);
  if (file === undefined) return;
  assert.throws(() => keeperOf(file, [])([{ kind: 'hide', entity: 'A' }]), /ENOTDIR|EEXIST|ENOENT/);
});

test('where the home cannot be written, all is printed all the same', () => {
  using corpus = folder({ 'a.txt': ARTICLE });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [LAUNCHER, 'articles', '--format', 'jsonl', corpus.path],
    { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', HOME: '/dev/null' } },
  );
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /A Headline of Some Words/);
});

test('on a full disk an export is told of in a line and leaves what was there; what cannot be kept is done without', (t) => {
  if (process.platform !== 'linux') return t.skip('has no limit that is told as an error');
  const text = `${ARTICLE}\n${'“We saw many ships,” Ann Smith said on Monday in Kyiv.\n\n'.repeat(80)}`;
  using corpus = folder(Object.fromEntries(Array.from({ length: 24 }, (_, i) => [`${i}.txt`, `${i} ${text}`])));
  using here = folder({ 'out.json': 'what was there' });
  // What Node compiled it writes when the program has ended, and nobody hears the signal any more.
  const env = { PATH: process.env['PATH'] ?? '', HOME: here.path, NODE_DISABLE_COMPILE_CACHE: '1' };
  // Without a handler the signal that comes with the error ends a process.
  const node = `'${process.execPath}' --import "data:text/javascript,process.on('SIGXFSZ',()=>{})"`;
  const run = (words: string) =>
    spawnSync(
      'bash',
      ['-c', `ulimit -f 32; exec ${node} '${LAUNCHER}' articles --format json ${words} '${corpus.path}'`],
      {
        encoding: 'utf8',
        env,
        maxBuffer: 1 << 26,
      },
    );
  const out = join(here.path, 'out.json');
  const { status, stderr } = run(`--force -o '${out}'`);
  assert.equal(status, 1, stderr);
  assert.match(stderr, /^[^\n]*out\.json[^\n]*\n$/);
  assert.equal(readFileSync(out, 'utf8'), 'what was there');
  const printed = run('');
  assert.equal(printed.status, 0, printed.stderr);
  assert.equal(JSON.parse(printed.stdout).length, 24);
  // Nothing that is half written is left, neither beside the export nor in the cache.
  assert.deepEqual(
    readdirSync(here.path, { recursive: true, encoding: 'utf8' }).filter((name) => /\.new$|out.json./.test(name)),
    [],
  );
});

test('a full disk loses nothing: the list that was kept is there, whole', (t) => {
  if (process.platform !== 'linux') return t.skip('has no limit that is told as an error');
  using here = folder({ 'a.txt': ARTICLE });
  const code = `
    import { keeperOf, readCorrections } from ${JSON.stringify(new URL('../src/keep/corrections.ts', import.meta.url).href)};
    process.on('SIGXFSZ', () => {});
    const { file } = readCorrections([process.env.HOME], process.env);
    const keep = keeperOf(file, []);
    keep([{ kind: 'hide', entity: 'A' }]);
    try { keep([{ kind: 'hide', entity: 'B'.repeat(200000) }]); console.log('kept'); } catch (error) { console.log(error.code); }
    console.log(JSON.stringify(readCorrections([process.env.HOME], process.env).corrections));`;
  writeFileSync(join(here.path, 'full.mjs'), code);
  const line = `ulimit -f 64; exec '${process.execPath}' --import tsx '${join(here.path, 'full.mjs')}'`;
  const { stdout, stderr } = spawnSync('bash', ['-c', line], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: here.path },
  });
  assert.equal(stdout, 'EFBIG\n[{"kind":"hide","entity":"A"}]\n', stderr);
});

test('when the clock goes back, a file that seems to be of the future is read again, not taken for unchanged', () => {
  using corpus = folder({ 'a.txt': ARTICLE });
  const file = join(corpus.path, 'a.txt');
  const tomorrow = Date.now() / 1000 + 86_400;
  utimesSync(file, tomorrow, tomorrow);
  assert.deepEqual(stampOf(file), []);
});

test('when the clock goes back a day between two runs, what changed is read and what was kept is there', () => {
  const other = ARTICLE.replace('Some', 'Nine');
  // So many that what was read of them is kept.
  const all = Array.from({ length: WORTH_KEEPING }, (_, i) => [`corpus/${i}.txt`, ARTICLE]);
  using here = folder(Object.fromEntries(all));
  const file = join(here.path, 'corpus/0.txt');
  const day = 86_400;
  const tomorrow = Math.floor(Date.now() / 1000) + day;
  const run = (shift: number, ...words: readonly string[]) => {
    const later = `const is = Date.now; Date.now = () => is() + ${shift * 1000};
      globalThis.Date = class extends Date { constructor(...of) { of.length ? super(...of) : super(Date.now()); } };`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(later)}`, LAUNCHER, ...words, join(here.path, 'corpus')],
      { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', HOME: here.path } },
    );
    assert.deepEqual([status, stderr], [0, '']);
    return stdout;
  };
  const headlines = (shift: number) =>
    run(shift, 'articles', '--format', 'jsonl')
      .match(/A Headline of \w+ Words/g)
      ?.join();
  utimesSync(file, tomorrow - 60, tomorrow - 60);
  const before = Array(WORTH_KEEPING).fill('A Headline of Some Words').join();
  assert.equal(headlines(day), before);
  assert.equal(headlines(day), before);
  // Of another list than that of the corpus, which has nobody called A.
  const kept = () => readCorrections([here.path], { HOME: here.path });
  const corrections = kept();
  assert.ok(corrections.file);
  keeperOf(corrections.file, [])([{ kind: 'hide', entity: 'A' }]);
  utimesSync(corrections.file, tomorrow, tomorrow);

  // Of the same length, and of the same time, as only a clock that was set back gives it.
  writeFileSync(file, other);
  utimesSync(file, tomorrow - 60, tomorrow - 60);
  assert.equal(headlines(0), before.replace('Some', 'Nine'));
  const again = kept();
  assert.deepEqual(again.corrections, [{ kind: 'hide', entity: 'A' }]);
  keeperOf(corrections.file, again.corrections)([{ kind: 'hide', entity: 'B' }]);
  assert.equal(kept().corrections.length, 1);
  assert.equal(headlines(day), headlines(0));
});
