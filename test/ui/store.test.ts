import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparingOf } from '../../src/ui/comparing.ts';
import { type Env, envOf } from '../../src/ui/env.ts';
import { searchingOf } from '../../src/ui/searching.ts';
import { storeOf } from '../../src/ui/store.ts';
import { type World, worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const index = await seedIndex();
const NEVER = new AbortController().signal;

/** An environment in which everything takes so long that it is worked out between keys. */
function slow(world: World): Env {
  return envOf(world, searchingOf(world.search, 0), comparingOf(world.index, 0));
}

test('what the open views will ask of another world is worked out before it is gone over to', async () => {
  const store = storeOf(slow(worldOf(index, 'one')), { columns: 100, rows: 30 });
  store.dispatch({ type: 'command', command: 'compare' });
  while (store.get().compare?.opening) await new Promise((resolve) => setImmediate(resolve));
  const { row } = store.get().compare!;
  const next = slow(worldOf(index, 'another'));
  await store.prepare(next, NEVER);
  store.goOnIn(next, 'said');
  assert.equal(store.env(), next);
  assert.deepEqual([store.get().compare?.opening, store.get().compare?.row], [null, row]);
  assert.equal(store.get().notice, 'said');
});

test('keys that are pressed meanwhile are obeyed, and what they ask for is worked out, too', async () => {
  const store = storeOf(slow(worldOf(index, 'one')), { columns: 100, rows: 30 });
  store.dispatch({ type: 'command', command: 'search' });
  store.dispatch({ type: 'type', text: 'putin' });
  const next = slow(worldOf(index, 'another'));
  const prepared = store.prepare(next, NEVER);
  store.dispatch({ type: 'type', text: ' biden' });
  await prepared;
  store.goOnIn(next);
  assert.equal(store.get().prompt.text, 'putin biden');
  assert.equal(store.get().answered, 'putin biden', 'the lists answer what is typed from the first frame on');
});

test('who leaves waits for nothing', async () => {
  const store = storeOf(slow(worldOf(index, 'one')), { columns: 100, rows: 30 });
  store.dispatch({ type: 'command', command: 'search' });
  store.dispatch({ type: 'type', text: 'putin' });
  const left = new AbortController();
  left.abort(new Error('left'));
  await assert.rejects(store.prepare(slow(worldOf(index, 'another')), left.signal), /left/);
});
