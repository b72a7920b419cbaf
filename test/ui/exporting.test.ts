import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../../src/ui/commands.ts';
import { envOf } from '../../src/ui/env.ts';
import { onScreen, proposedName } from '../../src/ui/exporting.ts';
import { reduce } from '../../src/ui/reduce.ts';
import { initialState, type State } from '../../src/ui/state.ts';
import { worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const env = envOf(worldOf(await seedIndex(), 'seeds'));
const after = (state: State, ...commands: Command[]) =>
  commands.reduce((now, command) => reduce(env, now, { type: 'command', command }), state);
const start = (...commands: Command[]) => after(initialState({ columns: 120, rows: 40 }), ...commands);
const proposed = (state: State) => proposedName(env, state, onScreen(env, state)!);

test('the name of a file says what the list is filtered by, of every kind of filter', async () => {
  assert.equal(proposed(start('enter')), 'sources-source-The-New-York-Times.csv');
  assert.equal(proposed(start('entitiesPane', 'enter')), 'entities-entity-Russia.csv');
  assert.equal(proposed(start('matrix', 'enter')), 'quotes-outlet-TIME-speaker-Vladimir-Putin.md');
  await env.dates.find(new AbortController().signal);
  assert.equal(proposed(start('timeline', 'enter')), 'sources-tells-of-2021-12-29.csv');
  assert.equal(proposed(start('timeline')), 'timeline.md');
  assert.equal(proposed(start('entitiesPane', 'enter', 'matrix')), 'who-quotes-whom-entity-Russia.html');
  assert.equal(proposed(start('timeline', 'published')), 'sources-published-2021-12-29.csv');
});
