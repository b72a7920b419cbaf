import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoteAt, speakerOf } from '../../src/index/access.ts';
import { indexOf } from '../../src/index/build.ts';
import { linksOf } from '../../src/index/links.ts';
import { entityDraft } from '../../src/index/stored/listed.ts';
import { SEARCHED } from '../../src/search/answer.ts';
import { searchOf } from '../../src/search/search.ts';
import { atOnce } from '../../src/search/slices.ts';
import { seedIndex } from '../corpora.ts';

const index = await seedIndex();
const links = linksOf(index);
const search = searchOf(index, links);
const entities = (query: string) => (search.findNow(query).entities?.records ?? []).map((e) => index.entities[e]?.name);
const quotes = (query: string) => search.findNow(query).quotes?.records ?? [];
const sources = (query: string) => [...(search.findNow(query).sources?.records ?? [])].sort((a, b) => a - b);
const speaker = (quote: number) => speakerOf(index, links.quotes[quote] ?? { article: 0, item: 0 }).name ?? '';

test('a misspelt name finds the one who is meant and nobody else', () => {
  assert.deepEqual(entities('zelenksy'), ['Volodymyr Zelensky']);
});

test('a speaker: the quotes spoken, the sources that have one, the entities in them', () => {
  const spoken = quotes('speaker:putin');
  assert.ok(spoken.length > 0);
  for (const quote of spoken) assert.match(speaker(quote), /Putin/);
  const articles = new Set(spoken.map((quote) => links.quotes[quote]?.article));
  assert.deepEqual(sources('speaker:putin'), [...articles].sort());
  assert.ok(entities('speaker:putin').includes('Vladimir Putin'));
});

test('conditions on quotes are about one and the same quote', () => {
  for (const quote of quotes('speaker:putin kind:direct')) {
    assert.match(speaker(quote), /Putin/);
    assert.equal(quoteAt(index, links.quotes[quote] ?? { article: 0, item: 0 }).kind, 'direct');
  }
});

test('not, either and plain words beside fields', () => {
  const all = links.quotes.length;
  assert.equal(quotes('speaker:putin').length + quotes('!speaker:putin').length, all);
  assert.ok(quotes('speaker:putin | speaker:biden').length > quotes('speaker:putin').length);
  const both = quotes('speaker:putin nato');
  assert.ok(both.every((quote) => quotes('speaker:putin').includes(quote) && quotes('nato').includes(quote)));
});

test('types, stories and days', () => {
  assert.ok(entities('type:person').includes('Joe Biden'));
  assert.ok(!entities('type:person').includes('NATO'));
  const day = index.articles[0]?.article.date?.value ?? '';
  assert.ok(!sources(`before:${day}`).includes(0));
  assert.ok(!sources(`after:${day}`).includes(0));
  assert.deepEqual(sources('before:1990'), []);
  const [story] = index.stories;
  assert.deepEqual(sources(`story:"${story?.label}"`).length > 0, true);
  assert.deepEqual(sources(`on:${day}`), sources(`!before:${day} !after:${day}`));
  const month = day.slice(0, 7);
  assert.deepEqual(sources(`on:${month}`), sources(`!before:${month} !after:${month}`));
  assert.deepEqual(sources('on:1999'), []);
  assert.match(search.findNow('on:monday').problem ?? '', /on: wants a day such as/);
});

test('a search that is brought up to a changed index finds what a new one finds', () => {
  const fewer = indexOf(index.articles.slice(1));
  const fewerLinks = linksOf(fewer);
  const followed = searchOf(index, links);
  for (const [changed, its] of [
    [fewer, fewerLinks],
    [index, links],
    [fewer, fewerLinks],
  ] as const) {
    atOnce(followed.build(changed, its));
    const fresh = searchOf(changed, its);
    for (const query of ['putin', 'zelenksy', 'speaker:biden', '"red lines"', 'nato ukraine', '!putin']) {
      for (const list of SEARCHED) {
        const sorted = (of: typeof fresh) => [...(of.findNow(query)[list]?.records ?? [])].sort((a, b) => a - b);
        assert.deepEqual(sorted(followed), sorted(fresh), `${query} in ${list}`);
      }
    }
  }
});

test('a search that begins with what another has finds what a new one finds, and the other what it found', () => {
  const fewer = indexOf(index.articles.slice(1));
  const fewerLinks = linksOf(fewer);
  const queries = ['putin', 'zelenksy', 'speaker:biden', '"red lines"', 'nato ukraine', '!putin', 'ministersaid'];
  const found = (search: Pick<typeof built, 'findNow'>) =>
    queries.map((query) => {
      const answer = search.findNow(query);
      return SEARCHED.map((list) => answer[list]?.records.toSorted((a, b) => a - b));
    });
  const built = searchOf(index, links);
  let shown = built;
  let was = found(shown);
  for (const [changed, its] of [
    [fewer, fewerLinks],
    [index, links],
    [fewer, fewerLinks],
    [index, links],
  ] as const) {
    const next = atOnce(shown.next());
    for (const _ of next.build(changed, its)) if (next.size % 64 === 0) assert.deepEqual(found(shown), was);
    assert.deepEqual(found(next), found(searchOf(changed, its)));
    assert.deepEqual(found(shown), was);
    [shown, was] = [next, found(next)];
  }
});

test('what did not change is taken over from the search before', () => {
  const next = atOnce(searchOf(index, links).next());
  const { size } = next;
  atOnce(next.build(index, links));
  assert.equal(next.size, size);
  const fewer = indexOf(index.articles.slice(1));
  const again = atOnce(searchOf(fewer, linksOf(fewer)).next());
  const before = again.size;
  atOnce(again.build(index, links));
  assert.ok(again.size - before < size, `${again.size - before} of ${size} were added`);
});

test('by Fuse’s rank: its own hits in its order', () => {
  const answer = searchOf(index, links, 'fuse').findNow('zelenksy');
  assert.equal(index.entities[answer.entities?.records[0] ?? -1]?.name, 'Volodymyr Zelensky');
  assert.ok(answer.quotes?.scores.every((score, i, all) => i === 0 || score >= (all[i - 1] ?? 0)));
});

test('an entity that its reader has hidden is not found, by either rank, and the others keep their numbers', () => {
  const putin = index.entities.findIndex(({ name }) => name === 'Vladimir Putin');
  const hiding = {
    ...index,
    entities: index.entities.map((entity, e) =>
      e === putin ? { ...entityDraft(entity), hidden: true as const } : entity,
    ),
  };
  for (const rank of ['meant', 'fuse'] as const) {
    const found = searchOf(hiding, linksOf(hiding), rank);
    assert.ok(!found.findNow('putin').entities?.records.includes(putin));
    assert.equal(index.entities[found.findNow('zelensky').entities?.records[0] ?? -1]?.name, 'Volodymyr Zelensky');
  }
  assert.ok(!searchOf(hiding, linksOf(hiding)).findNow('speaker:putin').entities?.records.includes(putin));
});
