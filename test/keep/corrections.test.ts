import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import type { Correction } from '../../src/index/corrections.ts';
import { keeperOf, readCorrections } from '../../src/keep/corrections.ts';
import { dataFolder } from '../../src/keep/place.ts';

function home() {
  const path = mkdtempSync(join(tmpdir(), 'crisis-tui-home-'));
  return { path, env: { XDG_DATA_HOME: path }, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
const CORRECTIONS: readonly Correction[] = [{ kind: 'merge', entity: 'Putin Will', into: 'Vladimir Putin' }];

test('what is kept is read again for the same corpus, and for no other', () => {
  using here = home();
  using other = home();
  const { file, corrections } = readCorrections([here.path], here.env);
  assert.deepEqual(corrections, []);
  keeperOf(file ?? '', [])(CORRECTIONS);
  assert.deepEqual(readCorrections([here.path], here.env).corrections, CORRECTIONS);
  assert.deepEqual(readCorrections([other.path], here.env).corrections, []);
});

test('only the user may read it, the version before stays, and nothing half-written is left', () => {
  using here = home();
  const file = readCorrections([here.path], here.env).file ?? '';
  const keep = keeperOf(file, []);
  keep(CORRECTIONS);
  keep([]);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(statSync(dirname(file)).mode & 0o777, 0o700);
  assert.deepEqual(JSON.parse(readFileSync(`${file}.previous`, 'utf8')).corrections, CORRECTIONS);
  assert.equal(readdirSync(dirname(file)).length, 2);
});

test('a damaged file is set aside with a word, never overwritten', () => {
  for (const damaged of ['{"version":1,"corr', '{"version":1,"corrections":[{"kind":"explode"}]}']) {
    using here = home();
    const { file } = readCorrections([here.path], here.env);
    keeperOf(file ?? '', [])(CORRECTIONS);
    writeFileSync(file ?? '', damaged);
    const { corrections, problem } = readCorrections([here.path], here.env);
    assert.deepEqual(corrections, []);
    assert.match(problem ?? '', /set aside/);
    assert.equal(readFileSync(`${file}.damaged`, 'utf8'), damaged);
    assert.equal(existsSync(file ?? ''), false);
  }
});

test('the folder follows the XDG specification: a relative path does not count', () => {
  assert.equal(dataFolder({ XDG_DATA_HOME: '/data', HOME: '/home/ann' }), '/data/crisis-tui');
  assert.equal(dataFolder({ XDG_DATA_HOME: 'data', HOME: '/home/ann' }), '/home/ann/.local/share/crisis-tui');
  assert.equal(dataFolder({}), undefined);
});

test('what two explorers of the same articles correct is all kept, and taken back by each alone', () => {
  using here = home();
  const file = readCorrections([here.path], here.env).file ?? '';
  const [mine, theirs] = [keeperOf(file, []), keeperOf(file, [])];
  const hide: Correction = { kind: 'hide', entity: 'Kremlin' };
  theirs(CORRECTIONS);
  assert.deepEqual(mine([hide]), [...CORRECTIONS, hide]);
  assert.deepEqual(mine([...CORRECTIONS, hide, hide]), [...CORRECTIONS, hide, hide]);
  assert.deepEqual(theirs([]), [hide, hide], 'only the one they made goes');
  assert.deepEqual(mine([...CORRECTIONS, hide]), [hide]);
  assert.deepEqual(readCorrections([here.path], here.env).corrections, [hide]);
});

test('a file that was damaged while it was open is set aside, and what comes next is kept', () => {
  using here = home();
  const file = readCorrections([here.path], here.env).file ?? '';
  const keep = keeperOf(file, []);
  keep(CORRECTIONS);
  writeFileSync(file, '{');
  assert.throws(() => keep([]), /set aside as/);
  assert.equal(readFileSync(`${file}.damaged`, 'utf8'), '{');
  keep(CORRECTIONS);
  assert.deepEqual(readCorrections([here.path], here.env).corrections, CORRECTIONS);
});

test('the lock of a process that was killed is taken away, that of one that works is waited for', () => {
  using here = home();
  const file = readCorrections([here.path], here.env).file ?? '';
  const { pid } = spawnSync(process.execPath, ['--version']);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.lock`, `${hostname()} ${pid} 00`);
  keeperOf(file, [])(CORRECTIONS);
  writeFileSync(`${file}.lock`, `${hostname()} ${process.pid} 00`);
  const release = `setTimeout(() => require('node:fs').rmSync(${JSON.stringify(`${file}.lock`)}), 100)`;
  spawn(process.execPath, ['--eval', release], { stdio: 'ignore' });
  keeperOf(file, CORRECTIONS)([]);
  assert.deepEqual(readCorrections([here.path], here.env).corrections, []);
});

test('a file that may not be read is left alone, and nothing is kept over it', () => {
  using here = home();
  const file = readCorrections([here.path], here.env).file ?? '';
  mkdirSync(file, { recursive: true });
  const kept = readCorrections([here.path], here.env);
  assert.deepEqual([kept.corrections, kept.file], [[], undefined]);
  assert.match(kept.problem ?? '', /left as it is/);
  assert.ok(existsSync(file));
});
