import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationOf } from '../../src/index/citation.ts';
import type { Command } from '../../src/ui/commands.ts';
import { envOf } from '../../src/ui/env.ts';
import { citedQuote, copied, copiedWords, placeOf } from '../../src/ui/present/citation.ts';
import { reduce } from '../../src/ui/reduce.ts';
import { initialState } from '../../src/ui/state.ts';
import { worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const index = await seedIndex();
const world = worldOf(index, 'seeds');
const env = envOf(world);
const start = initialState({ columns: 120, rows: 40 });
const press = (state: typeof start, ...commands: Command[]) =>
  commands.reduce((now, command) => reduce(env, now, { type: 'command', command }), state);

test('a citation says what was inferred, and where it stands', () => {
  const article = index.articles[0]?.article;
  assert.ok(article);
  const start = article.text.indexOf('gravely concerned');
  const span = { start, end: start + 'gravely concerned'.length };
  assert.equal(
    citationOf(article, span),
    `The New York Times (inferred, confidence high), “Biden and Putin Will Hold a Call on Ukraine”, 2021-12-29 (inferred, confidence high), 000_66bebe8ea728d4ec.txt, line 42, characters ${span.start}–${span.end}`,
  );
  assert.match(citationOf({ ...article, outlet: null, headline: null }, span), /^outlet unknown, no headline, 2021/);
});

test('a copied quote has the characters of the file, and who says it', () => {
  const item = index.articles[0]?.annotations.quotes.findIndex(({ start, end }) =>
    index.articles[0]?.article.text.slice(start, end).includes('gravely'),
  );
  const text = citedQuote(world, { article: 0, item: item ?? -1 });
  assert.match(
    text,
    /^“We continue to be gravely concerned .* they have,” — A senior administration official, in The New York Times/,
  );
});

test('y and o take what is under the cursor, in every view', () => {
  assert.match(copied(env, start) ?? '', /^The New York Times/);
  assert.equal(placeOf(env, start)?.article, 0);
  const quotes = press(start, 'quotesPane');
  assert.match(copied(env, quotes) ?? '', /, line \d+, characters \d+–\d+$/);
  const compare = press(start, 'compare');
  assert.ok((copied(env, compare)?.split('\n').length ?? 0) >= 2, 'a row of the side-by-side view is all its cells');
  const read = press(quotes, 'read');
  assert.equal(copied(env, read), copied(env, quotes), 'a quote is cited alike in the list and in its article');
  assert.equal(copied(env, press(start, 'read')), copied(env, start), 'so is an article as a whole');
  const name = copied(env, press(start, 'entitiesPane', 'read'));
  assert.match(name ?? '', /^“Russia” — The New York Times .*, line 5, characters \d+–\d+$/);
  assert.equal(
    placeOf(env, read)?.offset,
    index.articles[0]?.annotations.quotes[world.links.quotes[env.visible(quotes).quotes.items[0] ?? 0]?.item ?? 0]
      ?.start,
  );
});

test('an entity is copied with what it is, its other names, and where it is named first', () => {
  assert.match(
    copied(env, press(start, 'entitiesPane')) ?? '',
    /^Russia — place; also written Moscow; 73 mentions in 5 sources; first in The New York Times .*, line 5, characters \d+–\d+$/,
  );
  assert.match(
    copied(env, press(start, 'entitiesPane', 'down', 'down')) ?? '',
    /^Vladimir Putin — person; called “.+”; also written /,
  );
});

test('of a bar and of a cell all that stands behind it is copied; of a passage it alone', async () => {
  await env.dates.find(new AbortController().signal);
  const bar = press(start, 'timeline');
  const { items } = env.timeline(bar).layout;
  assert.equal(copied(env, bar)?.split('\n').length, items.length);
  assert.match(
    copied(env, press(bar, 'nextPane')) ?? '',
    /^On Wednesday, .* — The New York Times .*, line \d+, characters/,
  );
  const cell = press(start, 'matrix');
  assert.equal(copied(env, cell)?.split('\n').length, 2);
  assert.deepEqual(
    press(cell, 'bookmark').toKeep?.bookmarks.map(({ kind }) => kind),
    ['quote'],
  );
  assert.deepEqual(
    press(bar, 'bookmark').toKeep?.bookmarks.map(({ kind }) => kind),
    ['article'],
  );
});

test('what was copied is told in one row, which says where it is cut', () => {
  assert.equal(copiedWords('Russia', 80), 'Copied, if this terminal allows it: Russia');
  const cut = copiedWords(`${'words '.repeat(30)}\nand a source`, 80);
  assert.match(cut, /^Copied, if this terminal allows it: 2 lines, words .*…$/);
  assert.equal(cut.length, 79);
});
