import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { wholeNumbers } from '../../src/index/grouping/growing.ts';
import { CountedIn, Lists } from '../../src/index/lists.ts';
import { atOnce } from '../../src/index/paused.ts';
import { Places } from '../../src/index/stored/places.ts';

const NUMBERS = 12;
const lists = fc.array(fc.array(fc.integer({ min: -1, max: NUMBERS - 1 })));

test('lists in a column are the lists that were put in it, and the other way round the same', () => {
  fc.assert(
    fc.property(lists, (its) => {
      const ends = wholeNumbers();
      const numbers = wholeNumbers();
      for (const list of its) {
        for (const number of list) numbers.push(number);
        ends.push(numbers.length);
      }
      const columns = new Lists(ends.finished(), numbers.finished());
      assert.equal(columns.length, its.length);
      its.forEach((list, i) => {
        assert.deepEqual([...columns.of(i)], list);
      });
      assert.deepEqual([...columns.of(its.length)], []);
      assert.deepEqual([...columns.of(-1)], []);
      const inverse = atOnce(columns.inverse(NUMBERS));
      for (let number = 0; number < NUMBERS; number++) {
        const holding = its.flatMap((list, i) => list.filter((it) => it === number).map(() => i));
        assert.deepEqual([...inverse.of(number)], holding);
      }
    }),
  );
});

test('the places of a number are where it stands', () => {
  fc.assert(
    fc.property(lists, (its) => {
      const places = atOnce(
        Places.of(
          its.map((list) => Int32Array.from(list)),
          NUMBERS,
        ),
      );
      for (let number = 0; number < NUMBERS; number++) {
        const refs = its.flatMap((list, article) =>
          list.flatMap((it, item) => (it === number ? [{ article, item }] : [])),
        );
        assert.deepEqual(places.refs(number), refs);
        assert.equal(places.count(number), refs.length);
        if (refs.length > 0) assert.deepEqual(places.first(number), refs[0]);
      }
    }),
  );
});

test('occurrences in columns are those of a map', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50)), (articles) => {
      const sorted = [...articles].sort((a, b) => a - b);
      const map = new Map(sorted.map((article) => [article, article + 1]));
      const its = new CountedIn(Int32Array.from(map.keys()), Int32Array.from(map.values()));
      assert.equal(its.size, map.size);
      assert.deepEqual([...its], [...map]);
      for (let article = -1; article <= 51; article++) {
        assert.equal(its.get(article), map.get(article));
        assert.equal(its.has(article), map.has(article));
      }
    }),
  );
});
