import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BINDINGS, type Command } from '../../src/ui/commands.ts';
import { contextOf } from '../../src/ui/context.ts';
import { type Env, envOf } from '../../src/ui/env.ts';
import { whyNothing, whyOff } from '../../src/ui/off.ts';
import { entriesOf, nearness } from '../../src/ui/palette.ts';
import { reduce } from '../../src/ui/reduce.ts';
import { initialState, type State } from '../../src/ui/state.ts';
import { worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const env: Env = envOf(worldOf(await seedIndex(), 'seeds'));
const start = initialState({ columns: 120, rows: 40 });
const after = (state: State, ...commands: Command[]) =>
  commands.reduce((now, command) => reduce(env, now, { type: 'command', command }), state);
const typed = (state: State, text: string) => reduce(env, state, { type: 'type', text });
const entries = (state: State) => (state.palette ? entriesOf(env, state, state.palette) : []);

test('every command of the panes, of comparing and of reading is in the palette, with its keys', () => {
  const listed = new Set(entries(after(start, 'palette')).map(({ command }) => command));
  for (const { command, where } of BINDINGS) {
    if (command === 'palette' || !where.some((it) => ['panes', 'compare', 'read'].includes(it))) continue;
    assert.ok(listed.has(command), command);
  }
});

test('a few letters of a name find a command', () => {
  const found = (text: string) => entries(typed(after(start, 'palette'), text))[0]?.command;
  assert.equal(found('srt'), 'sort');
  assert.equal(found('next fac'), 'nextFacet');
  assert.equal(found('cmp'), 'compare');
  assert.deepEqual(entries(typed(after(start, 'palette'), 'xyzzy')), []);
  assert.equal(nearness('ab', 'b a'), 0);
  assert.ok(nearness('so', 'sort') > nearness('so', 'as one'));
});

test('a command that does nothing here says why, the same in the palette and when its key is pressed', () => {
  const empty = { ...start, ...typed(after(start, 'search'), 'qqqqqq'), focus: 'sources' as const };
  const compare = after(start, 'compare');
  for (const state of [start, empty, compare, after(start, 'read'), after(start, 'timeline'), after(start, 'matrix')]) {
    const open = after(state, 'palette');
    assert.equal(contextOf(open), 'palette');
    for (const { command } of BINDINGS.filter(({ where }) => where.includes(contextOf(state)))) {
      const off = whyOff(env, state, command);
      if (off === undefined || command === 'copy' || command === 'open') continue;
      assert.equal(after(state, command).notice, off, command);
      assert.ok(entries(open).some((entry) => entry.command === command && entry.off === off));
    }
  }
  assert.match(whyOff(env, empty, 'enter') ?? '', /Nothing is listed/);
  assert.match(whyOff(env, after(start, 'entitiesPane'), 'mark') ?? '', /Only sources and quotes/);
});

test('a key that nothing is bound to says so in the views, and nowhere else', () => {
  assert.equal(whyNothing('timeline', 'e'), 'e does nothing here; ? shows the keys');
  assert.equal(whyNothing('matrix', 'ctrl-x'), 'Ctrl-X does nothing here; ? shows the keys');
  for (const place of ['help', 'prompt', 'ask', 'sure', 'menu', 'palette', 'fixQuote'] as const)
    assert.equal(whyNothing(place, 'e'), undefined, place);
});

test('Enter closes the palette for a command that is on, and tells why of one that is off', () => {
  const on = after(typed(after(start, 'palette'), 'sort'), 'enter');
  assert.equal(on.palette, null);
  const off = after(typed(after(start, 'palette'), 'undo'), 'enter');
  assert.match(off.notice ?? '', /^Not now: No search, filter/);
  assert.notEqual(off.palette, null);
  assert.match(after(typed(after(start, 'palette'), 'xyzzy'), 'enter').notice ?? '', /No command/);
});
