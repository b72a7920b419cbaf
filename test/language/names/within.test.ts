import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkWithin, type Name, settledTypes } from '../../../src/language/names/within.ts';
import type { EntityType } from '../../../src/model.ts';

const TYPES: Readonly<Record<string, EntityType>> = { p: 'person', o: 'organization', l: 'place', m: 'misc' };

/** Names as `p:Text`; `g:` marks a seat or people that governs, `f:` and `v:` a person after "Mrs." and "Mr.". */
function link(...names: readonly string[]): readonly number[] {
  return linkWithin(
    names.map((name): Name => {
      const [mark = '', text = ''] = name.split(':');
      return {
        text,
        type: TYPES[mark] ?? (mark === 'g' ? 'place' : 'person'),
        gender: mark === 'f' ? 'f' : mark === 'v' ? 'm' : null,
        governs: mark === 'g',
      };
    }),
  );
}

test('a bare last name is the person of that name', () => {
  assert.deepEqual(link('p:Dmitry Peskov', 'p:Peskov', 'p:Jake Sullivan', 'p:PESKOV'), [0, 0, 1, 0]);
});

test('a headline may name somebody before the full name is given', () => {
  assert.deepEqual(link('p:Okafor', 'p:Henry Okafor'), [0, 0]);
});

test('of two people of one last name the one named in full much more often is meant, unless the courtesy says otherwise', () => {
  assert.deepEqual(link('p:Ada Orsolo', 'p:Ben Orsolo', 'p:Orsolo', 'p:Ben Orsolo'), [0, 1, 1, 1]);
  assert.deepEqual(link('p:Ada Orsolo', 'p:Ben Orsolo', 'p:Orsolo'), [0, 1, 2]);
  assert.deepEqual(link('v:Bill Clinton', 'f:Hillary Clinton', 'v:Clinton'), [0, 1, 0]);
});

test('a family name that comes first is the person too', () => {
  assert.deepEqual(link('p:Kim Jong Un', 'p:Kim'), [0, 0]);
});

test('an acronym is its long form, whichever comes first', () => {
  assert.deepEqual(link('o:NSC', 'o:National Security Council'), [0, 0]);
  assert.deepEqual(link('o:General Motors', 'o:GM', 'o:Ford'), [0, 0, 1]);
});

test('a town with its state explains no acronym, a place no body’s, and none what all know to be another', () => {
  assert.deepEqual(link('l:Palo Alto, Calif.', 'o:PAC'), [0, 1]);
  assert.deepEqual(link('l:Port Alma City', 'o:PAC'), [0, 1]);
  assert.deepEqual(link('o:National Baptist Convention', 'o:NBC'), [0, 1]);
  assert.deepEqual(link('l:North Carolina', 'l:N.C.'), [0, 0]);
  assert.deepEqual(link('o:Orsolo Trade Union', 'o:Okafor Trade Union', 'o:OTU'), [0, 1, 2]);
});

test('the House is none of its committees, an acronym no headline that starts with it', () => {
  assert.deepEqual(link('o:House Oversight Committee', 'o:House'), [0, 1]);
  assert.deepEqual(link('o:OTU Files Large Lawsuit', 'o:OTU'), [0, 1]);
});

test('a company may be called by its first word once its name was given', () => {
  assert.deepEqual(link('o:Northrop Grumman', 'o:Northrop'), [0, 0]);
  assert.deepEqual(link('o:Bank of Utopia', 'o:Bank of Erewhon', 'o:Bank'), [0, 1, 2]);
});

test('countries are one under all their names; seats of government only where they govern', () => {
  assert.deepEqual(link('l:United States', 'l:U.S.', 'l:US', 'g:Washington', 'l:Washington'), [0, 0, 0, 0, 1]);
  assert.deepEqual(link('l:Russia', 'g:Moscow', 'l:Moscow', 'm:Russian', 'm:Russians'), [0, 0, 1, 2, 2]);
});

test('a name has one type in an article, that of most of its mentions', () => {
  const settle = (...names: readonly string[]) =>
    settledTypes(names.map((name) => ({ text: name.slice(2), type: TYPES[name[0]!]! })))
      .map((type) => type[0])
      .join('');
  assert.equal(settle('o:Kerogen', 'p:Kerogen', 'o:Kerogen'), 'ooo');
  assert.equal(settle('o:Kerogen Corp.', 'o:Kerogen', 'p:Kerogen'), 'ooo');
  assert.equal(settle('p:Ada Kerogen', 'o:Kerogen', 'p:Kerogen', 'o:Kerogen'), 'popo');
});
