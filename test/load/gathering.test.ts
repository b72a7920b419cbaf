import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Gathering } from '../../src/load/gathering.ts';

const NEVER = new AbortController().signal;

test('what comes in a burst is given at once, when it has come to rest', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const gathering = new Gathering();
  let given: readonly string[] | undefined;
  const next = gathering.next(NEVER).then((names) => {
    given = names;
  });
  for (let i = 0; i < 10; i++) {
    gathering.add(`${i % 3}`);
    t.mock.timers.tick(150);
    await Promise.resolve();
    assert.equal(given, undefined, 'it has not come to rest');
  }
  t.mock.timers.tick(60);
  await next;
  assert.deepEqual(given, ['0', '1', '2']);
});

test('what does not come to rest is given all the same, and the rest after it', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const gathering = new Gathering();
  const next = gathering.next(NEVER);
  for (let i = 0; i < 40; i++) {
    gathering.add(`${i}`);
    t.mock.timers.tick(100);
  }
  const first = await next;
  assert.ok(first.length >= 30, `${first.length}`);
  gathering.add('more');
  t.mock.timers.tick(200);
  assert.ok((await gathering.next(NEVER)).includes('more'));
});

test('what comes while nobody waits is kept for who waits next', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const gathering = new Gathering();
  gathering.add('a');
  t.mock.timers.tick(200);
  assert.deepEqual(await gathering.next(NEVER), ['a']);
});

test('who leaves does not wait', async () => {
  const left = new AbortController();
  const gathering = new Gathering();
  const next = gathering.next(left.signal);
  left.abort();
  assert.deepEqual(await next, []);
  assert.deepEqual(await gathering.next(left.signal), []);
});
