import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linksOf } from '../../src/index/links.ts';
import { searchBy, searchOf } from '../../src/search/search.ts';
import { atOnce } from '../../src/search/slices.ts';
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

test('what asks in slices has it built in slices, and until then it is as large as it will be, more or less', () => {
  const ready = searchOf(index, links);
  const lazy = new SearchWhenAsked(searchBy('meant'), index, links);
  assert.ok(Math.abs(lazy.size - ready.size) < ready.size / 10);
  const work = lazy.find('putin');
  let pauses = 0;
  for (; !work.next().done; pauses++);
  assert.ok(pauses > index.articles.length);
  assert.deepEqual(found(lazy, 'putin'), found(ready, 'putin'));
});

test('the next search begins with what this one has, wherever this one is', () => {
  const ready = searchOf(index, links);
  for (const after of [0, 10, 1_000_000]) {
    const lazy = new SearchWhenAsked(searchBy('meant'), index, links);
    const work = lazy.warmUp();
    for (let i = 0; i < after && !work.next().done; i++);
    const next = atOnce(lazy.next());
    assert.equal(next.size, ready.size);
    atOnce(next.build(index, links));
    assert.deepEqual(found(next, 'putin'), found(ready, 'putin'));
    assert.deepEqual([...work], [], 'what it is warmed up with is not gone on with');
  }
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
