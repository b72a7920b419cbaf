import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../../src/ui/commands.ts';
import { envOf } from '../../src/ui/env.ts';
import { layoutArticle } from '../../src/ui/present/read.ts';
import { reduce } from '../../src/ui/reduce.ts';
import { initialState, type State } from '../../src/ui/state.ts';
import { worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const index = await seedIndex();
const world = worldOf(index, 'seeds');
const env = envOf(world);
const size = { columns: 80, rows: 24 };
const after = (state: State, ...commands: Command[]) =>
  commands.reduce((now, command) => reduce(env, now, { type: 'command', command }), state);
const words = (line: readonly { text: string }[] | undefined) => line?.map(({ text }) => text).join('') ?? '';

test('every word of the article is on the page, and what was left out is folded with its reason', () => {
  index.articles.forEach(({ article }, number) => {
    const { lines } = layoutArticle(world, number, { of: 'quotes' }, -1, null, size);
    const page = lines.map(words).join(' ').replaceAll(/\s+/g, ' ');
    for (const { start, end } of article.paragraphs) {
      const [first] = article.text.slice(start, end).split(/\s+/);
      assert.ok(page.includes(first ?? ''), first);
    }
    const folded = lines.filter((line) => words(line).includes('┄ '));
    assert.equal(folded.length, article.leftOut.length);
  });
});

test('the margin counts lines as an editor does', () => {
  const text = index.articles[0]?.article.text.split('\n') ?? [];
  const { lines } = layoutArticle(world, 0, { of: 'quotes' }, -1, null, size);
  const numbered = lines.map(words).flatMap((line) => {
    const match = /^ +(\d+) {2}(?:┄ [a-z ]+: )?(\S+)/.exec(line);
    return match ? [[Number(match[1]), match[2] ?? ''] as const] : [];
  });
  assert.ok(numbered.length >= 25);
  for (const [number, first] of numbered) assert.ok(text[number - 1]?.trim().startsWith(first), `${number}: ${first}`);
});

test('a quote is read at its place, and n goes through the quotes of the article', () => {
  const open = after(initialState(size), 'quotesPane', 'down', 'read');
  assert.equal(open.read?.article, 0);
  const { stops } = env.readLayout(open, open.read!);
  assert.equal(open.read?.at, 1);
  const line = stops[1]?.line ?? 0;
  assert.ok(line >= (open.read?.top ?? 0) && line < (open.read?.top ?? 0) + size.rows);
  const through = after(open, ...stops.map((): Command => 'nextStop'));
  assert.equal(through.read?.at, stops.length - 1);
  assert.match(through.notice ?? '', /No more/);
  assert.equal(after(open, 'back').read, null);
});

test('the mentions of an entity go on in the next article that names it, and back', () => {
  const item = index.entities.findIndex(({ name }) => name === 'Volodymyr Zelensky');
  const start: State = {
    ...after(initialState(size), 'entitiesPane'),
    cursors: { ...initialState(size).cursors, entities: { item, top: 0 } },
  };
  const seen: number[] = [];
  let now = after(start, 'read');
  for (let i = 0; i < 20 && now.notice === null; i++) {
    seen.push(now.read?.article ?? -1);
    now = after(now, 'nextStop');
  }
  assert.deepEqual(
    seen,
    index.entities[item]?.mentions.map(({ article }) => article),
  );
  assert.equal(after(now, 'previousStop').read?.article, seen.at(-2));
});

test('the page never scrolls past its end', () => {
  const open = after(initialState(size), 'read');
  const end = after(open, 'last', 'pageDown', 'down');
  const { lines } = env.readLayout(end, end.read!);
  assert.ok((end.read?.top ?? 0) < lines.length);
  assert.ok((end.read?.top ?? 0) + size.rows >= lines.length);
  assert.equal(after(end, 'first').read?.top, 0);
});

test('what was left out is unfolded in full, and folded again at the same place', () => {
  const open = after(initialState(size), 'read');
  const { article } = index.articles[0]!;
  const pageOf = (state: State) =>
    env.readLayout(state, state.read!).lines.map(words).join(' ').replaceAll(/\s+/g, ' ');
  const last = article.leftOut.at(-1)!;
  const ending = article.text.slice(last.start, last.end).trim().split(/\s+/).at(-1) ?? '';
  const full = after(open, 'unfold');
  for (const { start, end } of article.leftOut)
    for (const word of article.text.slice(start, end).split(/\s+/)) assert.ok(pageOf(full).includes(word), word);
  assert.ok(ending.length > 0);
  const below = after(open, 'pageDown', 'pageDown');
  assert.deepEqual(after(below, 'unfold', 'unfold').read?.unfolded, false);
  const place = (state: State) => words(env.readLayout(state, state.read!).lines[state.read!.top]).slice(0, 30);
  const once = after(below, 'unfold');
  assert.equal(place(after(once, 'unfold', 'unfold')), place(once));
});

test('figures are marked and stepped through as the other kinds are', () => {
  const open = after(initialState(size), 'read', 'marking', 'marking');
  assert.deepEqual(open.read?.marking, { of: 'figures' });
  const { stops } = env.readLayout(open, open.read!);
  assert.ok(stops.length > 0);
  assert.equal(after(open, 'nextStop').read?.at, 0);
});

const typing = (state: State, text: string) => reduce(env, state, { type: 'type', text });

test('what is sought in the article is stepped through; Esc ends it where it is, then leaves the article', () => {
  const open = after(initialState(size), 'read');
  const sought = typing(after(open, 'search'), 'ukrain');
  const { stops } = env.readLayout(sought, sought.read!);
  const { text } = index.articles[0]!.article;
  assert.ok(stops.length > 5);
  for (const { start, end } of stops) assert.match(text.slice(start, end), /^ukrain$/i);
  assert.equal(sought.read?.at, 0);
  const third = after(sought, 'enter', 'nextStop', 'nextStop');
  assert.equal(third.read?.at, 2);
  const ended = after(third, 'back');
  assert.deepEqual(
    [ended.read?.marking, ended.read?.finding, ended.read?.top],
    [{ of: 'quotes' }, null, third.read?.top],
  );
  assert.equal(after(ended, 'back').read, null);
});

test('Esc while typing comes back to where the search began; what is not there is found nowhere', () => {
  const open = after(initialState(size), 'read', 'pageDown', 'nextStop');
  const sought = typing(after(open, 'search'), 'xyzzy');
  assert.deepEqual(env.readLayout(sought, sought.read!).stops, []);
  assert.deepEqual(after(sought, 'back').read, open.read);
});

test('Enter on a name goes through its other mentions, Enter on a quote through those of who speaks', () => {
  const open = after(initialState(size), 'read', 'marking', 'nextStop', 'enter');
  assert.equal(open.read?.marking.of, 'entity');
  assert.ok((open.read?.at ?? -1) >= 0);
  assert.match(after(initialState(size), 'read', 'enter').notice ?? '', /Step to a name/);
});
