import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linksOf } from '../../src/index/links.ts';
import { searchBy, searchOf } from '../../src/search/search.ts';
import { SearchWhenAsked } from '../../src/search/when-asked.ts';
import { seedIndex } from '../corpora.ts';

const index = await seedIndex();
const links = linksOf(index);
const found = (search: { findNow: ReturnType<typeof searchOf>['findNow'] }, text: string) =>
  search.findNow(text).quotes?.records;

test('a search that is built when it is asked finds what one finds that was built before', () => {
  const ready = searchOf(index, links);
  const lazy = new SearchWhenAsked(searchBy('meant'), index, links);
  assert.deepEqual(found(lazy, 'putin'), found(ready, 'putin'));
  assert.equal(lazy.size, ready.size);
});

test('asked, or built anew, in the midst of its warming up it answers all the same', () => {
  const ready = searchOf(index, links);
  const steps = [...new SearchWhenAsked(searchBy('meant'), index, links).warmUp()].length;
  assert.ok(steps > 10);
  for (const after of [0, 1, 5, Math.floor(steps / 2), steps - 1]) {
    for (const anew of [false, true]) {
      const lazy = new SearchWhenAsked(searchBy('meant'), index, links);
      const work = lazy.warmUp();
      for (let i = 0; i < after; i++) work.next();
      if (anew) for (const _ of lazy.build(index, links));
      assert.deepEqual(found(lazy, 'zelensky nato'), found(ready, 'zelensky nato'), `after ${after} steps`);
      for (const _ of work);
      assert.deepEqual(found(lazy, 'putin'), found(ready, 'putin'), `warmed up, after ${after} steps`);
    }
  }
});
