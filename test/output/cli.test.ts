// The built program, as a script calls it: what is on standard output, what on standard error, and the exit code.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EXPLAIN, MENTIONS, PRINT_COMMANDS } from '../../src/output/commands.ts';
import { FORMATS } from '../../src/output/formats.ts';
import { SEEDS } from '../corpora.ts';
import { LAUNCHER } from '../pty/terminal.ts';
import { temporaryFolder } from '../temporary.ts';
import { WIRE } from '../wire.ts';

const folder = temporaryFolder('cli');
const at = (name: string) => join(folder, name);

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

function shell(script: string) {
  const line = script.replaceAll('crisis-tui', `'${process.execPath}' '${LAUNCHER}'`);
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8', cwd: folder });
  return { status, stdout, stderr };
}

test('nothing but data is on standard output, and nothing is on standard error', () => {
  const { status, stdout, stderr } = run('quotes', '--format', 'jsonl', SEEDS);
  assert.deepEqual([status, stderr], [0, '']);
  for (const line of stdout.trimEnd().split('\n')) JSON.parse(line);
});

test('what is wrong with a file is told on standard error, the others are printed', () => {
  writeFileSync(at('good.txt'), '“We will see,” Ned Price said in Geneva on Monday.\n');
  const { stdout, stderr } = run('articles', at('good.txt'), at('nowhere.txt'));
  assert.equal(stdout.trimEnd().split('\n').length, 1);
  assert.match(stderr, /^crisis-tui: .*nowhere/);
});

const rowsOf = (...args: readonly string[]) =>
  run(...args)
    .stdout.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('what is read by threads ends like everything else: rows of each article, what is told of reading, nothing to read', () => {
  // So many that threads are worth it.
  const FILES = 64;
  mkdirSync(at('many'));
  mkdirSync(at('empty'));
  for (let i = 0; i < FILES; i++) {
    writeFileSync(join(at('many'), `${i}.txt`), `“We will see,” Ned Price said in Geneva on day ${i}.\n`);
    writeFileSync(join(at('empty'), `${i}.txt`), '');
  }
  for (const flags of [['--no-cache'], [], []]) {
    const alone = run('sentences', '--format', 'json', '--workers', '0', '--no-cache', at('many'));
    const { status, stdout, stderr } = run('sentences', '--format', 'json', ...flags, at('many'));
    assert.deepEqual([status, stderr, stdout], [0, '', alone.stdout]);
    assert.equal(JSON.parse(stdout).length, FILES);
  }
  assert.equal(run('articles', '--explain', at('many')).status, 0);
  assert.equal(run('quotes', at('empty')).status, 2);
  const { stdout, stderr } = shell(`set -o pipefail; crisis-tui sentences --no-cache many --format csv | head -1`);
  assert.equal(stdout.split('\n').length, 2);
  assert.equal(stderr, '');
});

test('copies of one text count once, and each with --count-copies', () => {
  mkdirSync(at('wire'));
  for (const [name, text] of Object.entries(WIRE)) writeFileSync(join(at('wire'), name), text);
  const texts = (...flags: readonly string[]) =>
    rowsOf('stories', '--format', 'jsonl', ...flags, at('wire'))
      .filter(({ articles }) => articles > 1)
      .map((story) => [story.texts, story.outlets.length]);
  assert.deepEqual(texts(), [[1, 1]]);
  assert.deepEqual(texts('--count-copies'), [[3, 3]]);
});

test('articles that were printed as jsonl can be read as a corpus: the same texts, and the same sentences in them', () => {
  const [printed, again] = [at('printed.jsonl'), at('again.jsonl')];
  writeFileSync(printed, run('articles', SEEDS).stdout);
  writeFileSync(again, run('articles', printed).stdout);
  const before = rowsOf('articles', printed);
  assert.ok(before.length > 1);
  assert.deepEqual(
    before.map(({ headline, text }) => ({ headline, text })),
    rowsOf('articles', SEEDS).map(({ headline, text }) => ({ headline, text })),
  );
  // What was read of what was printed is printed alike.
  assert.deepEqual(
    rowsOf('articles', again).map(({ headline, text, date }) => ({ headline, text, date })),
    before.map(({ headline, text, date }) => ({ headline, text, date })),
  );
  assert.deepEqual(
    rowsOf('sentences', again).map(({ start, end }) => ({ start, end })),
    rowsOf('sentences', printed).map(({ start, end }) => ({ start, end })),
  );
});

for (const format of ['jsonl', 'csv', 'json'])
  test(`sentences as ${format} are the same whether the others are known when they are printed or not`, () => {
    const known = run('sentences', '--format', format);
    assert.equal(known.status, 0);
    assert.equal(run('sentences', '--format', format, SEEDS).stdout, known.stdout);
  });

const SAID = 'Ned Price said in Geneva on Monday that the talks would go on for as long as it takes.';
const PIPED: readonly (readonly [kind: string, piped: string, textIs: string])[] = [
  ['text', `${SAID}\n`, 'the file as decoded'],
  [
    'HTML',
    `<!doctype html><title>Talks</title><article><h1>Talks</h1><p>${SAID}</p></article>`,
    'the page laid out as text',
  ],
  ['JSON Lines', `${JSON.stringify({ title: 'Talks', text: SAID })}\n`.repeat(2), 'the field text of record 1'],
];
for (const [kind, input, textIs] of PIPED)
  test(`${kind} on standard input is told by how it begins`, () => {
    const args = [LAUNCHER, 'articles', '--format', 'jsonl', '-'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8', cwd: folder });
    assert.deepEqual([status, stderr], [0, '']);
    const [first] = stdout.split('\n');
    const row = JSON.parse(first ?? '');
    assert.equal(row.textIs, textIs);
    assert.match(row.text, /Ned Price said in Geneva/);
  });

test('a reader that has enough ends it quietly', () => {
  const { status, stdout, stderr } = shell(`set -o pipefail; crisis-tui sentences '${SEEDS}' | head -1`);
  assert.deepEqual([status, stdout.split('\n').length, stderr], [0, 2, '']);
});

test('a full disk is told in one line', { skip: !existsSync('/dev/full') && 'no /dev/full here' }, () => {
  const { status, stderr } = shell(`crisis-tui quotes '${SEEDS}' > /dev/full`);
  assert.equal(stderr, 'crisis-tui: standard output could not be written: no space is left on the disk\n');
  assert.equal(status, 1);
});

test('-o writes a file in the format that its name ends in, never over another one unasked', () => {
  assert.deepEqual(run('quotes', '-o', at('q.csv'), SEEDS), { status: 0, stdout: '', stderr: '' });
  assert.match(readFileSync(at('q.csv'), 'utf8'), /^\ufeffpath,start,end,text,/);
  const again = run('articles', '-o', at('q.csv'), SEEDS);
  assert.deepEqual([again.status, again.stdout], [2, '']);
  assert.match(again.stderr, /q\.csv is there already; --force replaces it\n$/);
  assert.match(readFileSync(at('q.csv'), 'utf8'), /^\ufeffpath,start,end,text,/);
  assert.equal(run('articles', '-o', at('q.csv'), '--force', SEEDS).status, 0);
  assert.match(readFileSync(at('q.csv'), 'utf8'), /^\ufeffpath,headline,/);
});

test('a folder that may not be written is told of in one line, and nothing is left there', (t) => {
  const nowhere = run('quotes', '-o', at('missing/q.csv'), SEEDS);
  assert.equal(nowhere.status, 1);
  assert.match(nowhere.stderr, /^crisis-tui: .*missing\/q\.csv could not be written: its folder is not there\n$/);
  const locked = mkdtempSync(at('locked-'));
  chmodSync(locked, 0o500);
  const { status, stderr } = run('quotes', '-o', join(locked, 'q.csv'), SEEDS);
  if (process.getuid?.() === 0) return t.skip('root may write everywhere');
  assert.deepEqual([status, readdirSync(locked)], [1, []]);
  assert.match(stderr, /^crisis-tui: .*could not be written: it may not be written\n$/);
});

test('a disk that is full before all is written is told in one line, and nothing half-written is left', (t) => {
  const small = mkdtempSync(at('small-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', small]).status === 0;
  if (!mounted) return t.skip('no small disk can be made here');
  try {
    const { status, stdout, stderr } = run('quotes', '-o', join(small, 'q.html'), SEEDS);
    assert.deepEqual([status, stdout, readdirSync(small)], [1, '', []]);
    assert.match(stderr, /^crisis-tui: .*q\.html could not be written: no space is left on the disk\n$/);
  } finally {
    spawnSync('umount', [small]);
  }
});

test('a query filters, and a story narrows', () => {
  const lines = (...args: string[]) =>
    run(...args, SEEDS)
      .stdout.trimEnd()
      .split('\n').length;
  assert.ok(lines('quotes', '--query', 'kind:direct') < lines('quotes'));
  assert.ok(lines('articles', '--story', 'story-2') < lines('articles'));
});

const BAD: readonly (readonly [args: readonly string[], says: RegExp])[] = [
  [['qoutes'], /qoutes is neither a command nor .*; did you mean quotes\?/],
  [['quotes', '--fromat', 'json'], /--fromat.*did you mean --format\?/],
  [['quotes', '--format', 'jsom'], /--format is one of table, .*not jsom. Did you mean json\?/],
  [['quotes', '--format', 'bibtex'], /the format bibtex is for articles, not for quotes/],
  [['quotes', '--story', 'story-99', SEEDS], /there is no story story-99; .*story-1/],
  [['entities', '--explain'], /wants a name: crisis-tui entities --explain NAME/],
  [['search'], /search wants a query/],
  [['--story', 'story-1', SEEDS], /--story goes with a command/],
  [['articles', '--explain', '-o', 'x.csv'], /--output does not go with articles --explain/],
  [['entities', '--story', 'story-1', SEEDS], /--story does not go with entities/],
];
for (const [args, says] of BAD)
  test(`${args.join(' ').replace(SEEDS, 'seeds')} is answered with what is right, and exit code 2`, () => {
    const { status, stdout, stderr } = run(...args);
    assert.match(stderr.replaceAll(/\s+/g, ' '), says);
    assert.deepEqual([status, stdout], [2, '']);
  });

test('who is not named anywhere cannot be explained: exit code 1', () => {
  const { status, stderr } = run('entities', '--explain', 'Xyzzyq Plughqz', SEEDS);
  assert.deepEqual([status, stderr], [1, 'crisis-tui: nothing found for Xyzzyq Plughqz\n']);
});

test('the help lists every command, format and flag', () => {
  const { stdout } = run('--help');
  for (const { name } of [...PRINT_COMMANDS, ...FORMATS]) assert.match(stdout, new RegExp(`^ {4}${name} `, 'm'));
  for (const { name } of [MENTIONS, EXPLAIN]) assert.ok(stdout.includes(name.split(' ')[1] ?? ''));
});

for (const { name, examples } of [...PRINT_COMMANDS, MENTIONS, EXPLAIN])
  test(`the examples of ${name} do what they say`, () => {
    for (const example of examples) {
      const { status, stderr } = shell(example.replace(/( -o )/, ' --force$1'));
      assert.deepEqual([status, stderr], [0, ''], example);
    }
  });

test('a command has a help of its own, with its examples', () => {
  for (const { name, examples } of PRINT_COMMANDS) {
    const { status, stdout } = run(name, '--help');
    assert.equal(status, 0);
    for (const example of examples) assert.ok(stdout.includes(`$ ${example}\n`), stdout);
  }
});
