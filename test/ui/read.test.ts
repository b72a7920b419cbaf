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
