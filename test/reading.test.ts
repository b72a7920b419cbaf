// How a corpus is read, through the built program's own command line.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { folder } from './corpus/folder.ts';

const BIN = fileURLToPath(new URL('../bin/crisis-tui.js', import.meta.url));
const TEXT = 'The talks began on Monday, officials said.\n\nThey went on.';
const RECORD = JSON.stringify({ titel: 'Talks begin', inhalt: TEXT });

function run(args: readonly string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { input, encoding: 'utf8' });
  return {
    status,
    rows: () =>
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    stdout,
    stderr,
  };
}

test('standard input is told by content, packed or not, and its fields may be named', () => {
  const flags = ['articles', '--format', 'jsonl', '--map', 'headline=titel,text=inhalt', '-'];
  for (const input of [RECORD, gzipSync(RECORD)]) {
    const { status, rows } = run(flags, input);
    assert.equal(status, 0);
    assert.deepEqual(
      rows().map(({ path, headline, text, textIs }) => [path, headline, text, textIs]),
      [['standard input', 'Talks begin', TEXT, 'the field inhalt']],
    );
  }
});

test('--strict makes what could not be read bad use; without it the rest is enough', () => {
  using corpus = folder({ 'a.txt': TEXT, 'b.jsonl': '{"text": "cut in ha' });
  const args = ['articles', '--format', 'jsonl', corpus.path];
  const loose = run(args);
  assert.equal(loose.status, 0);
  assert.match(loose.stderr, /^crisis-tui: \S*b\.jsonl line 1 is not JSON \([^\n]*\); it was passed over\n$/);
  const strict = run([...args, '--strict']);
  assert.equal(strict.status, 2);
  assert.equal(strict.stdout, loose.stdout);
});

test('limits and excludes are flags', () => {
  using corpus = folder({ 'a.txt': TEXT, 'b.txt': 'x'.repeat(2_000_000), 'drafts/c.txt': TEXT });
  const { rows, stderr } = run([
    'articles',
    '--format',
    'jsonl',
    '--exclude',
    'drafts',
    '--max-size',
    '1',
    corpus.path,
  ]);
  assert.deepEqual(
    rows().map(({ path }) => path),
    ['a.txt'],
  );
  assert.match(stderr, /b\.txt is more than 1 MB; --max-size allows more; it was passed over/);
  assert.equal(run(['articles', '--max-size', 'big', corpus.path]).status, 2);
});

test('--explain says what was decided and why', () => {
  using corpus = folder({ 'guardian/a.txt': `Talks Begin at the Lake\n\n${TEXT}\n\nBack to top` });
  const { stdout } = run(['articles', '--explain', corpus.path]);
  assert.deepEqual(stdout.split('\n').slice(0, 6), [
    'guardian/a.txt',
    '  headline  Talks Begin at the Lake (inferred, 80%)',
    '            a line of its own above the text, at 0–23: Talks Begin at the Lake',
    '  byline    not known',
    '  outlet    The Guardian (inferred, 60%)',
    '            it lies in a folder called guardian, from the file name',
  ]);
  assert.match(stdout, /page furniture: Back to top/);
  assert.match(run(['articles', '--explain', join(corpus.path, 'guardian', '*.txt')]).stdout, /^a\.txt\n/);
});
