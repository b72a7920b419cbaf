import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../../src/ui/commands.ts';
import { type Env, envOf } from '../../src/ui/env.ts';
import { later } from '../../src/ui/later.ts';
import type { Line } from '../../src/ui/line.ts';
import { lineWidth } from '../../src/ui/line.ts';
import { reduce } from '../../src/ui/reduce.ts';
import { initialState, type State } from '../../src/ui/state.ts';
import { storeOf } from '../../src/ui/store.ts';
import { worldOf } from '../../src/ui/world.ts';
import { worldFrom } from '../corpora.ts';
import { seeds } from '../index/seeds.ts';

const env = envOf(worldOf(await seeds(), 'seeds'));
const size = { columns: 120, rows: 40 };
const after = (state: State, ...commands: Command[]) =>
  commands.reduce((now, command) => reduce(env, now, { type: 'command', command }), state);
const start = (...commands: Command[]) => after(initialState(size), ...commands);
const text = (line: Line | undefined) => (line ?? []).map((segment) => segment.text).join('');
const name = (state: State, of: Env = env) => {
  const row = of.timeline(state).layout.rows[state.timeline?.row ?? -1];
  return row?.kind === 'moment' ? row.moment.name : row?.kind;
};

test('the timeline opens where most is told, a bar for each period no wider than its frame', () => {
  for (const columns of [80, 120, 200]) {
    const state = after({ ...initialState({ columns, rows: 40 }) }, 'timeline');
    assert.equal(name(state), '2021-12-29');
    const { bars, boxes } = env.timeline(state).layout;
    assert.ok(bars.every((bar) => lineWidth(bar) <= boxes.bars.width - 3));
    const own = bars[state.timeline?.row ?? 0];
    assert.match(text(own), /^2021-12-29 Wed +▆+ \d+ in \d ▪3$/);
  }
});

test('Enter filters the panes to the sources that tell of the period, p to those published in it', () => {
  let state = start('timeline', 'first');
  while (name(state) !== '2021-06') state = after(state, 'down');
  const told = after(state, 'enter');
  assert.equal(told.timeline, null);
  assert.deepEqual([...env.visible(told).sources.items].sort(), [0, 1, 3]);
  assert.deepEqual(
    told.filters.map(({ by, period }) => [by, period?.name]),
    [['told', '2021-06']],
  );
  assert.match(after(state, 'published').notice ?? '', /Nothing of known date was published 2021-06/);
  while (name(state) !== '2021-12-04') state = after(state, 'down');
  const published = after(state, 'published');
  assert.deepEqual(env.visible(published).sources.items, [3]);
  assert.ok(env.visible(published).quotes.items.every((number) => env.world.links.quotes[number]?.article === 3));
  assert.deepEqual(after(published, 'back').filters, [], 'Esc takes it off again');
  const again = after(published, 'timeline');
  assert.ok(env.timeline(again).of.moments.every(({ told }) => told.every(({ article }) => article === 3)));
});

test('a passage behind a bar is read in its place, and Esc comes back to it, to the bars, to the panes', () => {
  const state = start('timeline', 'nextPane', 'down', 'read');
  const { items } = env.timeline(state).layout;
  assert.ok(state.read && state.timeline);
  assert.equal(state.read.article, items[1]?.article);
  const { stops } = env.readLayout(state, state.read);
  assert.deepEqual([stops[0]?.start, stops[0]?.end], [items[1]?.span?.start, items[1]?.span?.end]);
  const back = after(state, 'back');
  assert.deepEqual([back.read, back.timeline?.focus, back.timeline?.item], [null, 'passages', 1]);
  assert.equal(after(back, 'back').timeline?.focus, 'bars');
  assert.equal(after(back, 'back', 'back').timeline, null);
});

test('u goes from days to months to years, and every row is reached', () => {
  const units = ['unit', 'unit', 'unit'] as const;
  let state = start('timeline');
  const seen = units.map((command) => {
    state = after(state, command);
    const last = after(state, 'last');
    assert.equal(last.timeline?.row, env.timeline(last).layout.rows.length - 1);
    return env.timeline(state).of.unit;
  });
  assert.deepEqual(seen, ['month', 'year', 'day']);
});

test('with nothing to show every command is taken, and it is told why', () => {
  const empty = envOf(worldFrom({ 'a.txt': 'It rained.\n' }));
  let state = reduce(empty, initialState(size), { type: 'command', command: 'timeline' });
  assert.equal(name(state, empty), 'undated');
  for (const command of ['down', 'enter', 'published', 'nextPane', 'read', 'unit', 'last', 'back'] as const)
    state = reduce(empty, state, { type: 'command', command });
  const searched = after({ ...initialState(size), answered: '' }, 'search');
  const none = reduce(env, searched, { type: 'type', text: 'zzzqqq' });
  const open = after(after(none, 'back'), 'timeline');
  assert.deepEqual(env.timeline(open).layout.rows, []);
  for (const command of ['down', 'enter', 'published', 'nextPane', 'read', 'unit', 'last', 'back'] as const)
    assert.doesNotThrow(() => after(open, command));
});

test('while the dates are read the view waits, and opens where most is told when they are', async () => {
  const slow: Env = envOf(env.world);
  const dates = later(function* () {
    yield;
    return env.dates.known()!;
  }, false);
  const waiting: Env = { ...envOf(env.world), dates };
  waiting.timeline = (state) => {
    const known = dates.known() !== undefined;
    return known
      ? slow.timeline(state)
      : { ...slow.timeline(state), known, of: { unit: 'day', moments: [], open: [], undated: [] } };
  };
  const store = storeOf(waiting, size);
  const ready = new Promise<void>((resolve) => {
    const stop = store.subscribe(() => {
      if ((store.get().timeline?.row ?? -1) >= 0) resolve(stop());
    });
  });
  store.dispatch({ type: 'command', command: 'timeline' });
  assert.equal(store.get().timeline?.row, -1);
  await ready;
  assert.equal(name(store.get()), '2021-12-29');
});

test('a click takes the bar, a click on what stands behind it the passage, and a double click goes in', () => {
  const click = (state: State, column: number, row: number, double = false) =>
    reduce(env, state, { type: 'click', column, row, double });
  const open = start('timeline', 'first');
  const { boxes } = env.timeline(open).layout;
  const clicked = click(open, boxes.bars.left + 4, boxes.bars.top + 3);
  assert.equal(clicked.timeline?.row, 2);
  const passage = click(clicked, boxes.passages.left + 4, boxes.passages.top + 1);
  assert.deepEqual([passage.timeline?.focus, passage.timeline?.item], ['passages', 0]);
  assert.ok(click(passage, boxes.passages.left + 4, boxes.passages.top + 1, true).read);
  assert.equal(click(open, boxes.bars.left + 4, boxes.bars.top + 3, true).filters[0]?.by, 'told');
  const wheeled = reduce(env, open, { type: 'wheel', column: 4, row: 4, by: 1 });
  assert.ok((wheeled.timeline?.row ?? 0) > 0);
});
