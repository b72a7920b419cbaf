// What is listed: menus of orders and parts, and taking changes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../../src/ui/commands.ts';
import { envOf } from '../../src/ui/env.ts';
import { reduce } from '../../src/ui/reduce.ts';
import { initialState, type State } from '../../src/ui/state.ts';
import { worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const env = envOf(worldOf(await seedIndex(), 'seeds'));
const start = initialState({ columns: 120, rows: 40 });
const after = (state: State, ...commands: Command[]) =>
  commands.reduce((now, command) => reduce(env, now, { type: 'command', command }), state);
const typed = (state: State, text: string) => reduce(env, state, { type: 'type', text });

test('the menu of orders opens on the order that is shown, and Enter takes another', () => {
  const open = after(start, 'entitiesPane', 'sort');
  assert.deepEqual([open.menu?.of, open.menu?.choice], ['sort', 0]);
  const byName = after(open, 'last', 'enter');
  assert.deepEqual([byName.menu, byName.arranged.entities.sort], [null, 2]);
  assert.equal(after(byName, 'sort').menu?.choice, 2);
  assert.equal(after(open, 'down', 'back').arranged.entities.sort, 0, 'Esc takes nothing');
});

test('the menu of parts says how many rows each has, and they are as many when it is taken', () => {
  const searched = after(typed(after(start, 'search'), 'putin'), 'enter', 'quotesPane', 'facet');
  const { counts = [] } = searched.menu ?? {};
  assert.equal(counts.length, 7);
  for (const [i, count] of counts.entries()) {
    const taken = after(searched, ...Array.from({ length: i }, (): Command => 'down'), 'enter');
    assert.equal(env.visible(taken).quotes.items.length, count, `part ${i}`);
  }
});

test('u takes back filters, parts, orders and searches, the last first, whichever way they were made or lost', () => {
  const filtered = after(start, 'down', 'enter');
  const parted = after(filtered, 'entitiesPane', 'nextFacet');
  const searched = after(typed(typed(after(parted, 'search'), 'put'), 'in'), 'enter');
  const cleared = after(searched, 'back');
  assert.equal(cleared.prompt.text, '');
  const once = after(cleared, 'undo');
  assert.equal(once.prompt.text, 'putin', 'a search that Esc has cleared comes back');
  const twice = after(once, 'undo');
  assert.deepEqual([twice.prompt.text, twice.arranged.entities.facet], ['', 0], 'a search goes as a whole');
  const thrice = after(twice, 'undo');
  assert.deepEqual([thrice.arranged.entities.facet, thrice.filters.length], [-1, 1]);
  const first = after(thrice, 'undo');
  assert.deepEqual([first.filters, first.notice], [[], null]);
  assert.match(after(first, 'undo').notice ?? '', /to take back/);
});

test('what is taken back is what is listed', () => {
  const filtered = after(start, 'enter');
  const back = after(filtered, 'undo');
  assert.deepEqual(env.visible(back), env.visible(start));
});
