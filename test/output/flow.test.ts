import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { whyUnwritten } from '../../src/output/failure.ts';
import { writeFileWhole } from '../../src/output/file.ts';
import { asTheyCome, forTerminal, gathered, pour } from '../../src/output/flow.ts';
import { csv } from '../../src/output/formats/csv.ts';
import { json, jsonLines } from '../../src/output/formats/json.ts';
import type { Row } from '../../src/output/rows/row.ts';
import { whyNot } from '../../src/output/target.ts';
import { temporaryFolder } from '../temporary.ts';

/** A stream that fails with a code after so many writes. */
function failing(code: string, after = 0) {
  let writes = 0;
  return new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      done(writes++ < after ? null : Object.assign(new Error(code), { code, syscall: 'write' }));
    },
  });
}

/** So many rows, counting how many were made. */
function* rows(count: number, made: { count: number }): Generator<string> {
  for (let i = 0; i < count; i++) {
    made.count++;
    yield `${'x'.repeat(99)}\n`;
  }
}

const folder = () => temporaryFolder('output');

test('pieces are gathered, and nothing is lost', () => {
  const made = { count: 0 };
  const pieces = [...gathered(rows(5000, made))];
  assert.ok(pieces.length < 20);
  assert.equal(pieces.join('').length, 500_000);
});

test('rows that come some at a time are printed as they are at once, each as soon as it can be had', async () => {
  const all = Array.from({ length: 9 }, (_, i) => ({ a: `${i}`, members: [{ b: 'x' }, { b: 'y' }] }));
  for (const flow of [json, jsonLines, (its: Iterable<Row>) => csv(its, ['a', 'members.b'])])
    for (const sizes of [[], [0], [9], [0, 4, 0, 5], [1, 1, 7, 0]]) {
      const asked: number[] = [];
      let at = 0;
      async function* coming() {
        for (const size of sizes) {
          asked.push(at);
          yield all.slice(at, at + size);
          at += size;
        }
      }
      const pieces: string[] = [];
      for await (const piece of asTheyCome(coming(), flow)) pieces.push(piece);
      assert.equal(pieces.join(''), [...flow(all.slice(0, at))].join(''), sizes.join());
      assert.equal(asked.length, sizes.length);
    }
  let given = 0;
  async function* endless() {
    for (;;) yield [{ a: `${given++}` }];
  }
  for await (const piece of asTheyCome(endless(), jsonLines)) {
    assert.equal(piece, '{"a":"0"}\n');
    break;
  }
  assert.equal(given, 1);
});

test('what is exact for a program is harmless for a terminal', () => {
  const text = [...forTerminal(['a,"b\u001b[31m\u202e"\r\n', 'c\r,d\n'])].join('');
  assert.equal(text, 'a,"b\u241b[31m⟨U+202E⟩"\nc ,d\n');
});

test('a reader that goes away is no failure, and the rest is not made', async () => {
  const made = { count: 0 };
  await pour(rows(100_000, made), failing('EPIPE', 1));
  assert.ok(made.count < 2000, `${made.count}`);
});

test('a full disk is a failure that is told in words', async () => {
  const error = await pour(['x'], failing('ENOSPC')).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.equal(whyUnwritten(error), 'no space is left on the disk');
  assert.equal(whyUnwritten(new Error('a fault of the program')), undefined);
});

test('a file is written whole, and a failure on the way leaves nothing behind', async () => {
  const at = folder();
  const file = join(at, 'a.txt');
  await writeFileWhole(['one\n', 'two\n'], file, false);
  assert.equal(readFileSync(file, 'utf8'), 'one\ntwo\n');
  function* broken() {
    yield 'x'.repeat(100_000);
    throw new Error('broken on the way');
  }
  for (const force of [true, false])
    await assert.rejects(writeFileWhole(broken(), join(at, force ? 'a.txt' : 'b.txt'), force), /broken on the way/);
  assert.equal(readFileSync(file, 'utf8'), 'one\ntwo\n');
  assert.deepEqual(readdirSync(at), ['a.txt']);
});

test('a file that is there is replaced by force only, even when it comes to be meanwhile', async () => {
  const at = folder();
  const file = join(at, 'a.txt');
  writeFileSync(file, 'mine');
  assert.match(whyNot(file, false) ?? '', /is there already; --force/);
  assert.equal(whyNot(file, true), undefined);
  await assert.rejects(writeFileWhole(['new'], file, false), { code: 'EEXIST' });
  assert.equal(readFileSync(file, 'utf8'), 'mine');
  await writeFileWhole(['new'], file, true);
  assert.equal(readFileSync(file, 'utf8'), 'new');
  assert.deepEqual(readdirSync(at), ['a.txt']);
});

test('a link is followed and stays one; a folder and a device are no files', async () => {
  const at = folder();
  writeFileSync(join(at, 'a.txt'), 'mine');
  symlinkSync('a.txt', join(at, 'link'));
  await writeFileWhole(['new'], join(at, 'link'), true);
  assert.equal(readFileSync(join(at, 'a.txt'), 'utf8'), 'new');
  mkdirSync(join(at, 'folder'));
  assert.match(whyNot(join(at, 'folder'), true) ?? '', /is not a file/);
  if (existsSync('/dev/null')) assert.match(whyNot('/dev/null', true) ?? '', /is not a file/);
  symlinkSync('nowhere', join(at, 'dangling'));
  assert.match(whyNot(join(at, 'dangling'), true) ?? '', /is not a file/);
});
