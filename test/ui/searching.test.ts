import assert from 'node:assert/strict';
import { test } from 'node:test';
import { envOf } from '../../src/ui/env.ts';
import { searchingOf } from '../../src/ui/searching.ts';
import { storeOf } from '../../src/ui/store.ts';
import { worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const world = worldOf(await seedIndex(), 'seeds');

/** An explorer that thinks its corpus too large to answer at once. */
function large() {
  const env = envOf(world, searchingOf(world.search, 0));
  const store = storeOf(env, { columns: 120, rows: 40 });
  const shown = () => env.visible(store.get()).entities.items.length;
  const type = (text: string) => store.dispatch({ type: 'type', text });
  const settled = async () => {
    while (store.get().answered !== store.get().prompt.text) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { store, shown, type, settled };
}

test('the key is echoed at once, the old rows stay until the new are there', async () => {
  const { store, shown, type, settled } = large();
  const all = shown();
  type('lukashenko');
  assert.equal(store.get().prompt.text, 'lukashenko');
  assert.equal(shown(), all);
  await settled();
  assert.ok(shown() > 0 && shown() < all);
});

test('the newest text wins, and going back to what was answered needs no search', async () => {
  const { store, type, settled } = large();
  const answers: string[] = [];
  store.subscribe(() => answers.push(store.get().answered));
  for (const letter of 'biden') type(letter);
  await settled();
  assert.deepEqual([...new Set(answers)], ['', 'biden']);
  store.dispatch({ type: 'command', command: 'search' });
  for (let i = 0; i < 5; i++) store.dispatch({ type: 'command', command: 'backspace' });
  assert.equal(store.get().answered, '');
});
