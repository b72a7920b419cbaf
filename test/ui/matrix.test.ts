import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speakerOf } from '../../src/index/access.ts';
import type { Command } from '../../src/ui/commands.ts';
import { envOf } from '../../src/ui/env.ts';
import { type Line, lineWidth, render } from '../../src/ui/line.ts';
import { MATRIX_HEAD } from '../../src/ui/present/matrix.ts';
import { reduce } from '../../src/ui/reduce.ts';
import { initialState, type State } from '../../src/ui/state.ts';
import { worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const env = envOf(worldOf(await seedIndex(), 'seeds'));
const size = { columns: 80, rows: 24 };
const after = (state: State, ...commands: Command[]) =>
  commands.reduce((now, command) => reduce(env, now, { type: 'command', command }), state);
const start = (...commands: Command[]) => after(initialState(size), ...commands);
const text = (line: Line | undefined) => (line ?? []).map((segment) => segment.text).join('');

test('the map has a line for each speaker, within its frame, and the cell under the cursor in brackets', () => {
  for (const columns of [60, 80, 120, 200]) {
    const state = after(initialState({ columns, rows: 24 }), 'matrix', 'right');
    const { layout, of } = env.matrix(state);
    assert.equal(layout.lines.length, of.speakers.length);
    for (const line of [...layout.lines, ...layout.head]) assert.ok(lineWidth(line) <= columns - 3, text(line));
    assert.match(text(layout.lines[0]), /\[[\d·]/);
    assert.equal(layout.lines.filter((line) => text(line).includes('[')).length, 1);
  }
});

test('without colour the digits and the brackets are there, and no colour is sent', () => {
  const { layout } = env.matrix(start('matrix'));
  for (const line of layout.lines)
    assert.doesNotMatch(render(line, 77, false), /\u001b\[[\d;]*(?:3\d|4[1-7]|97)[\d;]*m/);
  assert.match(render(layout.lines[0]!, 77, true), /\u001b\[(?:1;)?\d\d;4\dm|\[/);
});

test('Enter filters the panes to what this outlet quotes of this speaker', () => {
  const state = start('matrix');
  const { of } = env.matrix(state);
  const filtered = after(state, 'enter');
  assert.deepEqual([filtered.matrix, filtered.pane], [null, 'quotes']);
  assert.deepEqual(
    filtered.filters.map(({ by }) => by),
    ['outlet', 'speaker'],
  );
  const { items } = env.visible(filtered).quotes;
  assert.equal(items.length, of.cells[0]![0]!.sure.length + of.cells[0]![0]!.guesses.length);
  for (const number of items) {
    const ref = env.world.links.quotes[number]!;
    const who = speakerOf(env.world.index, ref);
    assert.equal(who.kind === 'named' && who.entity, of.speakers[0]?.entity);
    assert.equal(env.world.links.outletOf[ref.article], of.outlets[0]);
  }
  assert.deepEqual(env.visible(filtered).sources.items.length, 1);
  assert.deepEqual(after(filtered, 'back', 'back').filters, []);
});

test('a cell of speakers without a name filters to them', () => {
  const state = start('matrix', 'last');
  const { of } = env.matrix(state);
  assert.equal(of.speakers.at(-1)?.kind, 'anonymous');
  const filtered = after(state, 'enter');
  const kinds = env
    .visible(filtered)
    .quotes.items.map((number) => speakerOf(env.world.index, env.world.links.quotes[number]!).kind);
  assert.ok(kinds.length > 0);
  assert.deepEqual([...new Set(kinds)], ['anonymous']);
});

test('the cursor stays on the map, which scrolls with it', () => {
  let state = start('indirect', 'matrix');
  const { of } = env.matrix(state);
  for (let i = 0; i < of.outlets.length + 2; i++) state = after(state, 'right');
  assert.equal(state.matrix?.column, of.outlets.length - 1);
  assert.ok(env.matrix(state).layout.columns.includes(of.outlets.length - 1));
  state = after(state, 'last');
  assert.equal(state.matrix?.row, of.speakers.length - 1);
  assert.ok((state.matrix?.top ?? 0) > 0);
  const narrow = reduce(env, state, { type: 'resize', size: { columns: 45, rows: 14 } });
  assert.ok(env.matrix(narrow).layout.columns.includes(narrow.matrix?.column ?? -1));
});

test('s and S put speakers and outlets in another order, i counts what is said without marks, too', () => {
  const sorted = start('matrix', 'sort');
  const names = env
    .matrix(sorted)
    .of.speakers.filter(({ kind }) => kind === 'named')
    .map(({ name }) => name);
  assert.deepEqual(
    names,
    [...names].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base', numeric: true })),
  );
  assert.equal(after(sorted, 'sortColumns').matrix?.outlets, 'by name');
  const sum = (state: State) =>
    env
      .matrix(state)
      .of.cells.flat()
      .flatMap(({ sure, guesses }) => [...sure, ...guesses]).length;
  assert.ok(sum(start('matrix', 'indirect')) > sum(start('matrix')));
});

test('r reads the first quote of the cell; with nothing listed every command is taken', () => {
  const read = start('matrix', 'read');
  assert.equal(read.read?.article, env.matrix(read).of.cells[0]![0]!.sure[0]?.article);
  const none = reduce(env, start('search'), { type: 'type', text: 'zzzqqq' });
  const open = after(after(none, 'back'), 'matrix');
  assert.deepEqual(env.matrix(open).of.speakers, []);
  for (const command of ['down', 'right', 'left', 'enter', 'read', 'sort', 'sortColumns', 'last', 'back'] as const)
    assert.doesNotThrow(() => after(open, command), command);
});

test('a click takes the cell under it, a double click goes in', () => {
  const open = start('matrix');
  const { layout, of } = env.matrix(open);
  const line = text(layout.lines[1]);
  // The frame, the place of a cursor and the sign of the row stand before the line.
  const column = line.indexOf('·') + 3;
  const row = layout.boxes.map.top + 1 + MATRIX_HEAD + 1;
  const click = (double: boolean) => reduce(env, open, { type: 'click', column, row, double });
  const { matrix } = click(false);
  assert.equal(matrix?.row, 1);
  assert.deepEqual(of.cells[1]?.[matrix?.column ?? -1], { sure: [], guesses: [], copied: [] }, 'the cell of the dot');
  assert.match(click(true).notice ?? '', /No quote here to filter by/);
});
