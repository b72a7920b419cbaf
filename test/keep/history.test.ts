import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { historyKeeper, readHistory } from '../../src/keep/history.ts';

function home() {
  const path = mkdtempSync(join(tmpdir(), 'crisis-tui-home-'));
  return { env: { XDG_STATE_HOME: path }, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

test('searches are kept for the next time, for the user alone, with those of other sessions', () => {
  using here = home();
  const [mine, theirs] = [readHistory(here.env), readHistory(here.env)];
  historyKeeper(theirs)(['nato']);
  historyKeeper(mine)(['putin']);
  historyKeeper(mine)(['putin', 'nato']);
  const { searches, file } = readHistory(here.env);
  assert.deepEqual(searches, ['putin', 'nato']);
  assert.equal(statSync(file ?? '').mode & 0o777, 0o600);
  assert.equal(statSync(dirname(file ?? '')).mode & 0o777, 0o700);
});

test('no more than 500 are kept, the newest', () => {
  using here = home();
  historyKeeper(readHistory(here.env))(Array.from({ length: 700 }, (_, i) => `search ${i}`));
  const { searches } = readHistory(here.env);
  assert.deepEqual([searches.length, searches[0], searches.at(-1)], [500, 'search 200', 'search 699']);
});

test('what is no history is not read, and without a home nothing is kept', () => {
  using here = home();
  const { file = '' } = readHistory(here.env);
  mkdirSync(file, { recursive: true });
  assert.deepEqual(readHistory(here.env).searches, []);
  rmSync(file, { recursive: true });
  writeFileSync(file, 'x'.repeat(2 << 20));
  assert.deepEqual(readHistory(here.env).searches, []);
  const nowhere = readHistory({});
  assert.deepEqual(nowhere, { searches: [], file: undefined });
  historyKeeper(nowhere)(['putin']);
});
