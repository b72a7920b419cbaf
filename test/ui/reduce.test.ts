import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoteAt, speakerOf } from '../../src/index/access.ts';
import type { Command } from '../../src/ui/commands.ts';
import { type Env, envOf } from '../../src/ui/env.ts';
import { helpLines } from '../../src/ui/present/hints.ts';
import { type Action, reduce } from '../../src/ui/reduce.ts';
import { initialState, type State } from '../../src/ui/state.ts';
import { worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const env = envOf(worldOf(await seedIndex(), 'seeds'));
const size = { columns: 120, rows: 40 };

/** Commands by name; anything in quotes is typed. */
function after(state: State, ...steps: (Command | `"${string}"`)[]): State {
  return steps.reduce((now, step) => {
    const action: Action = step.startsWith('"')
      ? { type: 'type', text: step.slice(1, -1) }
      : { type: 'command', command: step as Command };
    return reduce(env, now, action);
  }, state);
}
const start = (...steps: Parameters<typeof after>[1][]) => after(initialState(size), ...steps);
const names = (state: State, from: Env = env) =>
  from.visible(state).entities.items.map((item) => from.world.index.entities[item]?.name);
const entity = (name: RegExp) => env.world.index.entities.findIndex((e) => name.test(e.name));

test('typing narrows all three panes, and Esc gives them back one layer at a time', () => {
  const typed = start('search', '"lukashenko"');
  const { sources, entities, quotes } = env.visible(typed);
  assert.ok(names(typed).every((name) => name?.includes('Lukashenko')));
  assert.deepEqual([sources.items.length, sources.total], [1, 5]);
  assert.ok(entities.items.length < entities.total);
  assert.ok(quotes.items.length >= 2 && quotes.items.length < quotes.total);
  const out = after(typed, 'back');
  assert.deepEqual([out.focus, out.prompt.text], ['sources', 'lukashenko']);
  assert.deepEqual(after(out, 'back').prompt.text, '');
  assert.equal(env.visible(after(out, 'back')).quotes.items.length, quotes.total);
});

test('a source filters entities and quotes, and not the sources', () => {
  const filtered = start('down', 'enter');
  assert.deepEqual(filtered.filters, [{ by: 'source', item: 1 }]);
  const { sources, quotes } = env.visible(filtered);
  assert.equal(sources.items.length, 5);
  assert.ok(quotes.items.length > 0);
  assert.ok(quotes.items.every((number) => env.world.links.quotes[number]?.article === 1));
  assert.deepEqual(after(filtered, 'enter').filters, [], 'Enter again takes the filter away');
  assert.deepEqual(after(filtered, 'back').filters, [], 'so does Esc');
});

test('an entity filters to the sources that name it and the quotes by it or about it', () => {
  const item = entity(/Lukashenko/);
  const state: State = { ...start('entitiesPane'), filters: [{ by: 'entity', item }] };
  const { sources, quotes } = env.visible(state);
  assert.deepEqual(sources.items, [0]);
  const { quotesBy, quotesAbout } = env.world.links;
  assert.ok(quotes.items.length > 0);
  assert.ok(
    quotes.items.every((number) => quotesBy.of(item).includes(number) || quotesAbout.of(item).includes(number)),
  );
});

test('the cursor stays on its item while the list changes under it, and is there again when the search is cleared', () => {
  const chosen = start('quotesPane', 'last');
  const { item } = chosen.cursors.quotes;
  assert.notEqual(item, null);
  const searched = after(chosen, 'search', '"lukashenko"');
  assert.equal(searched.cursors.quotes.item, item);
  assert.deepEqual(after(searched, 'back', 'back').cursors.quotes, chosen.cursors.quotes);
});

test('the cursor never leaves the list and is always among the rows drawn', () => {
  for (const command of ['up', 'pageUp', 'last', 'down', 'pageDown', 'halfPageUp', 'first'] as const) {
    const state = after(start('entitiesPane', 'pageDown'), command);
    const row = env.visible(state).entities.items.indexOf(state.cursors.entities.item ?? -1);
    assert.ok(row >= state.cursors.entities.top, command);
    assert.ok(row < state.cursors.entities.top + 40, command);
  }
});

test('the help opens at the keys of the view that it was asked in', () => {
  for (const size of [
    { columns: 80, rows: 24 },
    { columns: 200, rows: 60 },
  ]) {
    const small = initialState(size);
    const lines = helpLines(size.columns - 3).map((line) => line.map(({ text }) => text).join(''));
    assert.equal(after(small, 'help').help, 0);
    for (const [view, title] of [
      ['compare', 'Side by side'],
      ['timeline', 'In the timeline'],
      ['matrix', 'In who quotes whom'],
      ['read', 'Reading'],
      ['bookmarks', "Bookmarks (after ')"],
    ] as const) {
      const open = after(small, view, 'help');
      const at = lines.indexOf(title);
      assert.ok(at > 0 && open.help !== null && open.help <= at && at < open.help + size.rows - 3, title);
      assert.equal(after(open, 'up').help, open.help - 1);
      assert.equal(after(open, 'back').help, null);
    }
  }
});

test('indirect speech is hidden until it is asked for', () => {
  const hidden = env.visible(start()).quotes;
  const shown = env.visible(start('indirect')).quotes;
  assert.ok(shown.total > hidden.total);
  assert.equal(hidden.items.length, hidden.total);
});

test('Enter on a quote sets it side by side on its row', () => {
  const { links } = env.world;
  const gravely = links.quotes.findIndex(({ article, item }) => {
    const found = env.world.index.articles[article];
    const quote = found?.annotations.quotes[item];
    return quote && found?.article.text.slice(quote.start, quote.end).includes('gravely concerned');
  });
  const state = after(
    { ...start('quotesPane'), cursors: { ...start().cursors, quotes: { item: gravely, top: 0 } } },
    'enter',
  );
  assert.ok(state.compare);
  const { rows } = env.compareLayout(state.compare, size);
  const articles = rows[state.compare.row]?.cells.flat().map(({ article }) => article);
  assert.deepEqual(articles, [0, 2]);
  assert.equal(after(state, 'back').compare, null);
  const there = after(state, 'enter');
  assert.deepEqual([there.compare, there.cursors.quotes.item], [null, gravely]);
});

test('marked sources are compared, whatever their story', () => {
  const state = start('mark', 'mark', 'mark', 'compare');
  assert.deepEqual(state.compare?.articles, [0, 1, 2]);
  assert.equal(state.compare?.story, null);
});

test('what cannot be done says why, once', () => {
  const state = start('entitiesPane', 'mark');
  assert.match(state.notice ?? '', /sources/);
  assert.equal(after(state, 'down').notice, null);
});

test('an empty list takes every command without harm', () => {
  const commands: Command[] = ['down', 'last', 'enter', 'mark', 'compare', 'back', 'pageDown', 'indirect'];
  const empty = start('search', '"qqqqqqq"', 'enter');
  assert.deepEqual(names(empty), []);
  for (const command of commands) assert.doesNotThrow(() => after(empty, command), command);
});

test('the help scrolls and closes', () => {
  const open = start('help');
  assert.equal(open.help, 0);
  assert.equal(after(open, 'down', 'down').help, 2);
  assert.equal(after(open, 'back').help, null);
});

test('S goes through the orders of the pane and back to its own', () => {
  const byName = start('entitiesPane', 'nextSort', 'nextSort');
  const listed = names(byName);
  assert.deepEqual(
    listed,
    [...listed].sort((a, b) => (a ?? '').localeCompare(b ?? '', 'en', { sensitivity: 'base', numeric: true })),
  );
  assert.deepEqual(names(after(byName, 'nextSort')), names(start()));
});

test('F shows one part of the pane after the other, and Esc all again', () => {
  const types = (state: State) =>
    new Set(env.visible(state).entities.items.map((item) => env.world.index.entities[item]?.type));
  const persons = start('entitiesPane', 'nextFacet');
  assert.deepEqual([...types(persons)], ['person']);
  assert.deepEqual([...types(after(persons, 'nextFacet'))], ['organization']);
  assert.equal(names(after(persons, 'back')).length, names(start()).length);
  const unnamed = start('quotesPane', 'nextFacet', 'nextFacet');
  const { items } = env.visible(unnamed).quotes;
  assert.ok(items.length > 0);
  const kinds = items
    .map((item) => env.world.links.quotes[item])
    .map((ref) => ref && speakerOf(env.world.index, ref).kind);
  assert.deepEqual([...new Set(kinds)], ['anonymous']);
});

test('the parts of the quotes by kind show what is said without marks, too', () => {
  const indirect = start('quotesPane', ...Array.from({ length: 6 }, (): Command => 'nextFacet'));
  const { items } = env.visible(indirect).quotes;
  const kinds = items
    .map((item) => env.world.links.quotes[item])
    .map((ref) => ref && quoteAt(env.world.index, ref).kind);
  assert.ok(items.length > 10);
  assert.deepEqual([...new Set(kinds)], ['indirect']);
});

test('on a screen of another size the row side by side is still in view', () => {
  const open = after({ ...start('compare'), size: { columns: 80, rows: 24 } }, 'last');
  for (const other of [
    { columns: 200, rows: 60 },
    { columns: 60, rows: 16 },
  ]) {
    const state = reduce(env, open, { type: 'resize', size: other });
    assert.ok(state.compare);
    const { rowAt } = env.compareLayout(state.compare, other);
    const first = rowAt[state.compare.row] ?? -1;
    assert.ok(first >= state.compare.top && first < state.compare.top + other.rows, `${first} ${state.compare.top}`);
  }
});

test('the preview scrolls to its last row and no further, and back at once', () => {
  const down = (state: State, times: number) =>
    after(state, ...Array.from({ length: times }, () => 'previewDown' as const));
  const end = down(start('quotesPane'), 200);
  assert.equal(down(end, 1).previewTop, end.previewTop);
  assert.ok(end.previewTop < 200);
  if (end.previewTop > 0) assert.equal(after(end, 'previewUp').previewTop, end.previewTop - 1);
  const long = down(start(), 1000);
  assert.ok(long.previewTop > 10 && long.previewTop < 1000, `${long.previewTop}`);
  assert.equal(after(long, 'previewUp').previewTop, long.previewTop - 1);
});

test('an entity that is hidden is not counted among those there are', async () => {
  const corrected = envOf(worldOf(await seedIndex(), 'seeds', [{ kind: 'hide', entity: 'Russia' }]));
  const { items, total } = corrected.visible(initialState(size)).entities;
  assert.deepEqual([items.length, total], [85, 85]);
});
