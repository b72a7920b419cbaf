// A record is read no farther than anything in it can matter: what is found must be what reading all of it finds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Finder } from '../../src/search/finder.ts';
import { atOnce } from '../../src/search/slices.ts';
import { Store } from '../../src/search/store.ts';
import { ANY_FIELD, type Term } from '../../src/search/terms.ts';

const WEIGHTS = [1, 0.8, 0.4, 0.2];
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });
const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const record = fc.array(fc.record({ field: fc.nat(WEIGHTS.length - 1), text }), { minLength: 1, maxLength: 5 });
const term: fc.Arbitrary<Term> = fc.record({
  words: word.map((one) => [one]),
  how: fc.constantFrom('fuzzy', 'fuzzy', 'exact'),
  not: fc.integer({ max: 9, min: 0 }).map((n) => n === 0),
  fields: fc.constantFrom(ANY_FIELD, ANY_FIELD, 0b0110),
});
const clauses = fc.array(fc.array(term, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 });

test('a record that is not read to its end is worth what all of it is', () => {
  let ended = 0;
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 12 }), clauses, fc.boolean(), (records, asked, sorted) => {
      const found = [true, false].map((mayEnd) => {
        const store = new Store(WEIGHTS);
        for (const fields of records) store.add(0, sorted ? fields.toSorted((a, b) => a.field - b.field) : fields);
        ended += mayEnd && store.descends ? 1 : 0;
        if (!mayEnd) store.descends = false;
        const answer = atOnce(new Finder(store).find(asked, [0], 1)).get(0);
        return answer && { records: [...answer.records], scores: [...answer.scores] };
      });
      assert.deepEqual(found[0], found[1]);
    }),
    { numRuns: 500 },
  );
  assert.ok(ended > 200);
});
