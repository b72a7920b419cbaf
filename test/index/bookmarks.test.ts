import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { BookmarkSchema, bookmarkOf, keyOf, placed, type Target } from '../../src/index/bookmarks.ts';
import { indexFrom, seedIndex } from '../corpora.ts';

const seeds = await seedIndex();

/** Every article, entity and quote of the seeds. */
const ALL: readonly Target[] = [
  ...seeds.articles.map((_, article): Target => ({ kind: 'article', article })),
  ...seeds.entities.map((_, entity): Target => ({ kind: 'entity', entity })),
  ...seeds.articles.flatMap(({ annotations }, article) =>
    annotations.quotes.map((_, item): Target => ({ kind: 'quote', ref: { article, item } })),
  ),
];

test('whatever is bookmarked is found again, and is what may be kept', () => {
  const bookmarks = ALL.map((target) => bookmarkOf(seeds, target));
  for (const bookmark of bookmarks) v.parse(BookmarkSchema, JSON.parse(JSON.stringify(bookmark)));
  assert.deepEqual(
    placed(seeds, bookmarks).targets.map((target) => target && keyOf(target)),
    ALL.map(keyOf),
  );
});

const PRICE = '“We will see what comes of it,” Ned Price said in Geneva on Monday.\n';
const before = indexFrom({ 'b.txt': PRICE });
const price = bookmarkOf(before, { kind: 'quote', ref: { article: 0, item: 0 } });

test('a bookmark holds when articles are added and a text is edited above it', () => {
  const after = indexFrom({
    'a.txt': '“No,” Sergei Lavrov said.\n',
    'b.txt': `“Wait,” Jen Psaki said on Sunday.\n\n${PRICE}`,
  });
  const [target] = placed(after, [price]).targets;
  assert.deepEqual(target, { kind: 'quote', ref: { article: 1, item: 1 } });
});

test('what is not there any more is not taken for something else', () => {
  const without = indexFrom({ 'b.txt': '“Wait,” Jen Psaki said on Sunday.\n' });
  assert.deepEqual(placed(without, [price]).targets, [null]);
});

test('an article is found under another name by the words that it begins with', () => {
  const bookmark = bookmarkOf(before, { kind: 'article', article: 0 });
  const renamed = indexFrom({ 'a.txt': '“No,” Sergei Lavrov said.\n', 'c.txt': PRICE });
  assert.deepEqual(placed(renamed, [bookmark]).targets, [{ kind: 'article', article: 1 }]);
});
