import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../../src/ui/commands.ts';
import { envOf } from '../../src/ui/env.ts';
import { FACETS } from '../../src/ui/order.ts';
import { listedQuotes } from '../../src/ui/present/listed.ts';
import { reduce } from '../../src/ui/reduce.ts';
import { initialState, type State } from '../../src/ui/state.ts';
import { worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const env = envOf(worldOf(await seedIndex(), 'seeds'));
const after = (state: State, ...commands: Command[]) =>
  commands.reduce((now, command) => reduce(env, now, { type: 'command', command }), state);
const start = initialState({ columns: 120, rows: 40 });
const listed = (state: State) => listedQuotes(env.world, env.visible(state).quotes, state);

test('how many quotes are listed says what kind only where another is not shown', () => {
  const { length } = env.world.links.quotes;
  const { total } = env.visible(start).quotes;
  assert.ok(total < length);
  assert.equal(listed(start), `${total} quotes in quotation marks`);
  assert.match(listed(after(start, 'enter')), /^\d+ of \d+ quotes in quotation marks, by the filters$/);
  assert.equal(listed(after(start, 'indirect')), `${length} quotes`);
  const facet = FACETS.quotes.findIndex(({ asksKind }) => asksKind);
  const part = { ...start, arranged: { ...start.arranged, quotes: { ...start.arranged.quotes, facet } } };
  assert.match(listed(part), new RegExp(`^\\d+ of ${length} quotes$`));
});
