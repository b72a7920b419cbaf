import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ComparisonRow } from '../../src/compare/comparison.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Span } from '../../src/model.ts';
import type { Command } from '../../src/ui/commands.ts';
import { type Env, envOf } from '../../src/ui/env.ts';
import { PANES } from '../../src/ui/panes.ts';
import { filterWords } from '../../src/ui/present/filters.ts';
import { reduce } from '../../src/ui/reduce.ts';
import { initialState, type State } from '../../src/ui/state.ts';
import { rowOf } from '../../src/ui/visible.ts';
import { worldOf } from '../../src/ui/world.ts';
import { indexFrom, SEEDS } from '../corpora.ts';

const SIZE = { columns: 100, rows: 30 };
const { articles } = await readCorpus([SEEDS]);
/** The seeds as plain texts, so that they can be edited. */
const TEXTS: Readonly<Record<string, string>> = Object.fromEntries(
  articles.map(({ path, text, paragraphs }) => [
    `${path}.txt`,
    paragraphs.map(({ start, end }) => text.slice(start, end)).join('\n\n'),
  ]),
);
const envFrom = (files: Readonly<Record<string, string>>) =>
  envOf(worldOf(indexFrom(Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))), 'made up'));
const before = envFrom(TEXTS);
const [FIRST = '', SECOND = ''] = Object.keys(TEXTS);

const after = (env: Env, state: State, ...commands: Command[]) =>
  commands.reduce((now, command) => reduce(env, now, { type: 'command', command }), state);
/** As it is drawn once all panes are in view again. */
const start = (...commands: Command[]) =>
  reduce(before, after(before, initialState(SIZE), ...commands), { type: 'resize', size: SIZE });
const moved = (env: Env, state: State, says: string | null = null) =>
  reduce(env, state, { type: 'moved', from: before, says });

/** All that a reader looks at, in words: numbers mean nothing in another world. */
function seen(env: Env, state: State) {
  const { index, links } = env.world;
  const words = (article: number, span: Span | null | undefined) =>
    `${index.articles[article]?.article.path} ${span ? index.articles[article]?.article.text.slice(span.start, span.end) : ''}`;
  const quote = (number: number) => {
    const ref = links.quotes[number];
    return ref && words(ref.article, index.articles[ref.article]?.annotations.quotes[ref.item]);
  };
  const item = {
    sources: (number: number) => words(number, null),
    entities: (number: number) => index.entities[number]?.name,
    quotes: quote,
  };
  const rows = env.visible(state);
  const compare = state.compare && env.compareLayout(state.compare, state.size);
  const read = state.read && env.readLayout(state, state.read);
  const timeline = state.timeline && env.timeline(state).layout;
  const bar = timeline?.rows[state.timeline?.row ?? -1];
  const telling = timeline?.items[state.timeline?.item ?? -1];
  const matrix = state.matrix && env.matrix(state).of;
  const outlet = matrix?.outlets[state.matrix?.column ?? -1];
  const rowWords = (row: ComparisonRow | undefined) =>
    row?.cells.flatMap((cells) => cells.map(({ article, span }) => words(article, span))).join(' | ');
  return {
    cursors: PANES.map((pane) => {
      const { item: on, top } = state.cursors[pane];
      // A pane that nobody has gone into shows its first row, whichever that is.
      if (on === null && pane !== state.pane) return null;
      const row = rowOf(rows[pane], on);
      // What fits has its rows where they are; what is scrolled keeps the row of the screen.
      return { on: item[pane](rows[pane].items[row] ?? -1), down: top > 0 ? row - top : null };
    }),
    filters: state.filters.map((filter) => filterWords(env.world, filter)),
    undo: state.undo.map(({ filters }) => filters.map((filter) => filterWords(env.world, filter))),
    marked: [...state.marked.map(item.sources), ...state.markedQuotes.map(quote)].sort(),
    compare: compare && {
      row: rowWords(compare.rows[state.compare!.row]),
      rows: compare.rows.map(rowWords),
      down: (compare.rowAt[state.compare!.row] ?? 0) - state.compare!.top,
    },
    read: read && {
      article: words(state.read!.article, null),
      first: index.articles[state.read!.article]?.article.text.slice(
        read.starts[state.read!.top],
        read.starts[state.read!.top]! + 30,
      ),
      stop: read.stops[state.read!.at] && words(state.read!.article, read.stops[state.read!.at]),
    },
    timeline: bar && {
      bar: bar.kind === 'moment' ? bar.moment.name : bar.kind,
      on: telling && words(telling.article, telling.span),
    },
    matrix: matrix && {
      speaker: matrix.speakers[state.matrix!.row]?.name,
      outlet: index.articles[links.outletOf.indexOf(outlet ?? -1)]?.article.path,
    },
  };
}

const KEYS: readonly Command[] = [
  'down',
  'down',
  'halfPageDown',
  'pageDown',
  'nextPane',
  'quotesPane',
  'mark',
  'enter',
  'read',
  'nextStop',
  'marking',
  'compare',
  'show',
  'timeline',
  'matrix',
  'right',
  'back',
  'nextSort',
  'indirect',
];

test('whatever is open and wherever the cursor is, news above it and beside it moves nothing', () => {
  const more = envFrom({
    ...TEXTS,
    '!first.txt':
      'It rained on the lake all day, and nobody came.\n\nThe boats stayed where they were until the evening.',
    [FIRST]: `The weather was fair that morning and stayed so.\n\n${TEXTS[FIRST]}`,
    [SECOND]: `${TEXTS[SECOND]}\n\nThe weather was fair that evening and stayed so.`,
  });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...KEYS), { maxLength: 14 }), (commands) => {
      const state = start(...commands);
      const [was, now] = [seen(before, state), seen(more, moved(more, state))];
      assert.deepEqual({ ...now, compare: null }, { ...was, compare: null }, commands.join(' '));
      // What is one happening is worked out anew with more to go by: a row may have come apart.
      assert.equal(now.compare === null, was.compare === null);
      if (was.compare && now.compare?.rows.includes(was.compare.row))
        assert.deepEqual([now.compare.row, now.compare.down], [was.compare.row, was.compare.down], commands.join(' '));
    }),
    { numRuns: 150 },
  );
});

test('in the same world the state stays as it is', () => {
  const same = envFrom(TEXTS);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...KEYS), { maxLength: 14 }), (commands) => {
      const state = start(...commands);
      assert.deepEqual(seen(same, moved(same, state)), seen(before, state), commands.join(' '));
    }),
    { numRuns: 40 },
  );
});

test('what is gone is left out with a word, and the cursor stands beside it', () => {
  const { [FIRST]: _, ...rest } = TEXTS;
  const fewer = envFrom(rest);
  const reading = moved(fewer, start('mark', 'first', 'enter', 'read'), '1 article removed');
  assert.equal(reading.read, null);
  assert.deepEqual([reading.marked, reading.filters], [[], []]);
  assert.match(reading.notice ?? '', /^1 article removed; /);
  for (const words of [
    `the article you were reading was removed: ${FIRST}`,
    '1 of what was marked is gone',
    /\[source: .*\] filtered by is gone/,
  ])
    assert.match(reading.notice ?? '', words instanceof RegExp ? words : new RegExp(words.replaceAll('.', '\\.')));
  assert.equal(seen(fewer, reading).cursors[0]?.on, seen(before, start('down')).cursors[0]?.on);
});

test('a comparison goes on with the sources that are left, and ends where none is', () => {
  const comparing = start('mark', 'mark', 'mark', 'compare');
  const { [FIRST]: _, ...rest } = TEXTS;
  const left = moved(envFrom(rest), comparing);
  assert.deepEqual(left.compare?.articles, [0, 1]);
  assert.match(left.notice ?? '', /1 of the sources set side by side is gone/);
  const ended = moved(envFrom({ 'else.txt': 'It rained on the lake all day, and nobody came.' }), comparing);
  assert.equal(ended.compare, null);
  assert.match(ended.notice ?? '', /what was set side by side is gone/);
});

test('undoing after a change goes back to the filters as they are numbered now', () => {
  const more = envFrom({ ...TEXTS, '!first.txt': 'It rained on the lake all day, and nobody came.' });
  const state = moved(more, start('down', 'enter', 'down', 'enter'));
  const back = after(more, state, 'undo');
  assert.deepEqual(
    back.filters.map((filter) => filterWords(more.world, filter)),
    start('down', 'enter').filters.map((filter) => filterWords(before.world, filter)),
  );
});

test('a period that was filtered by takes in what is new of it', () => {
  const dated = (files: Readonly<Record<string, string>>) => envFrom({ ...TEXTS, ...files });
  const article = '---\ndate: 2021-12-30\n---\nIt rained on the lake all day, and nobody came to see the boats.';
  const one = dated({ 'z1.md': article });
  const two = dated({ 'z1.md': article, 'z2.md': article.replace('boats', 'ships') });
  const state = after(one, initialState(SIZE), 'timeline', 'last');
  const moments = one
    .timeline(state)
    .layout.rows.findIndex((row) => row.kind === 'moment' && row.moment.name === '2021-12-30');
  assert.ok(moments >= 0);
  const filtered = after(one, { ...state, timeline: { ...state.timeline!, row: moments } }, 'published');
  const paths = (env: Env, its: State) =>
    its.filters[0]?.period?.articles.map((n) => env.world.index.articles[n]?.article.path);
  assert.ok(paths(one, filtered)?.includes('z1.md'));
  const now = reduce(two, filtered, { type: 'moved', from: one, says: null });
  assert.deepEqual(paths(two, now), [...(paths(one, filtered) ?? []), 'z2.md'].sort());
});
