import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../../src/ui/commands.ts';
import { comparingOf } from '../../src/ui/comparing.ts';
import { type Env, envOf } from '../../src/ui/env.ts';
import { reduce } from '../../src/ui/reduce.ts';
import { initialState, type State } from '../../src/ui/state.ts';
import { storeOf } from '../../src/ui/store.ts';
import { worldOf } from '../../src/ui/world.ts';
import { indexFrom, seedIndex } from '../corpora.ts';
import { WIRE } from '../wire.ts';

const size = { columns: 120, rows: 40 };
const seeds = worldOf(await seedIndex(), 'seeds');
const after = (env: Env, state: State, ...commands: Command[]) =>
  commands.reduce((now, command) => reduce(env, now, { type: 'command', command }), state);
const text = ({ lines }: { readonly lines: readonly (readonly { readonly text: string }[])[] }) =>
  lines.map((line) => line.map((segment) => segment.text).join('')).join('\n');

test('quotes that are marked are set side by side, and Esc takes the marks off', () => {
  const env = envOf(seeds);
  const marked = after(env, initialState(size), 'quotesPane', 'mark', 'mark');
  assert.equal(marked.markedQuotes.length, 2);
  const { compare } = after(env, marked, 'compare');
  assert.ok(compare);
  assert.equal(compare.quotes?.length, 2);
  assert.match(text(env.compareLayout(compare, size)), /put together by you/);
  assert.deepEqual(after(env, marked, 'back').markedQuotes, []);
});

test('an entity is set side by side by what is said of it', () => {
  const env = envOf(seeds);
  const { compare } = after(env, initialState(size), 'entitiesPane', 'compare');
  assert.equal(compare?.about, env.visible(initialState(size)).entities.items[0]);
  assert.deepEqual(compare?.articles, [0, 1, 2, 3, 4]);
});

test('copies of one text are folded into a column that names them, and unfolded by a key', () => {
  const env = envOf(worldOf(indexFrom(WIRE), 'wire'));
  const folded = after(env, initialState(size), 'mark', 'mark', 'mark', 'mark', 'compare');
  const head = (state: State) => state.compare && text({ lines: env.compareLayout(state.compare, size).head });
  assert.match(head(folded) ?? '', /One text in The Herald, The Courier, The Mirror .*│ The Post/);
  assert.match(head(folded) ?? '', /3 copies, all of it word for word; u unfolds/);
  const unfolded = after(env, folded, 'copies');
  assert.match(head(unfolded) ?? '', /The Courier .*│ The Herald .*│ The Mirror .*│ The Post/);
  assert.match(
    after(envOf(seeds), after(envOf(seeds), initialState(size), 'compare'), 'copies').notice ?? '',
    /None of these/,
  );
});

test('w comes to who is quoted by whom, and v then to whom only one quotes', () => {
  const env = envOf(seeds);
  const open = after(env, initialState(size), 'compare', 'showKind', 'showKind', 'showKind', 'showKind');
  assert.equal(open.compare?.kind, 'speaker');
  assert.match(text(env.compareLayout(open.compare!, size)), /── Vladimir Putin · in \d of \d/);
  const only = after(env, open, 'show', 'show', 'show');
  assert.equal(only.compare?.show, 'only');
  assert.match(text(env.compareLayout(only.compare!, size)), /quoted by one only/);
});

test('while many articles are set side by side every key is answered, and then the rows are there', async () => {
  const env = envOf(seeds, undefined, comparingOf(seeds.index, 0));
  const store = storeOf(env, size);
  store.dispatch({ type: 'command', command: 'compare' });
  assert.ok(store.get().compare?.opening);
  for (const command of ['down', 'show', 'read', 'enter', 'copies', 'right', 'showKind'] as const)
    assert.doesNotThrow(() => store.dispatch({ type: 'command', command }));
  store.dispatch({ type: 'command', command: 'back' });
  assert.equal(store.get().compare, null);
  const compared = new Promise<void>((resolve) => {
    const stop = store.subscribe(() => {
      if (store.get().compare && !store.get().compare?.opening) resolve(stop());
    });
  });
  store.dispatch({ type: 'command', command: 'compare' });
  await compared;
  assert.ok(env.compareLayout(store.get().compare!, size).rows.length > 0);
});

test('only the last few comparisons are kept', async () => {
  const few = comparingOf(seeds.index, 0);
  const { signal } = new AbortController();
  const asked = [[0], [1], [2], [3], [4], [0, 1], [0, 2], [0, 3]].map((articles) => ({ articles }));
  for (const its of asked) assert.equal(await few.find(its, signal), true);
  assert.deepEqual(
    asked.map((its) => few.known(its) !== undefined),
    [false, false, true, true, true, true, true, true],
  );
});
