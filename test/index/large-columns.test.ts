import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Neighbours } from '../../src/index/grouping/neighbours.ts';
import { Runs } from '../../src/index/grouping/runs.ts';
import { atOnce, type Paused } from '../../src/index/paused.ts';
import { type Carrier, Packing, Unpacking } from '../../src/index/stored/carrier.ts';
import { Collection } from '../../src/index/terms/collection.ts';
import { Surprises } from '../../src/index/utterances/surprises.ts';

// Columns that are larger than a page grow in another way than small ones, and those of other kinds sooner or later.

/** What comes back of what was packed, in another that knew nothing. */
function taken<Its extends { carried(by: Carrier): Paused<void> | void }>(from: Its, to: Its): Its {
  const packing = new Packing();
  for (const _ of from.carried(packing) ?? []);
  for (const _ of to.carried(new Unpacking(packing.packed())) ?? []);
  return to;
}

/** Forty words of each of twenty thousand documents, most of them met nowhere before. */
const documents = Array.from({ length: 20_000 }, (_, document) => {
  const terms = [...Array(20).keys(), ...Array.from({ length: 25 }, (_, i) => 20 + 25 * document + i)];
  return { terms: Int32Array.from(terms), counts: Int32Array.from(terms, (term) => 1 + (term % 3)) };
});

test('documents of many words come back as they were kept', () => {
  const collection = new Collection();
  documents.forEach((counts, document) => {
    collection.set(document, counts);
  });
  atOnce(collection.settle());
  const back = taken(collection, new Collection());
  for (const [a, b] of [
    [0, 1],
    [7, 19_999],
    [1000, 1001],
  ] as const)
    assert.equal(back.cosine(a, b), collection.cosine(a, b));
  assert.ok(collection.cosine(7, 19_999) > 0);
});

test('what many words say comes back as it was kept', () => {
  const surprises = new Surprises();
  documents.forEach((counts, document) => {
    surprises.set(document, counts);
  });
  surprises.settle();
  const back = taken(surprises, new Surprises());
  for (const term of [0, 19, 20, 400_000, 500_019]) assert.equal(back.of(term), surprises.of(term));
  assert.ok(surprises.of(500_019) > surprises.of(0));
});

test('many runs and the pairs of many items come back as they were kept', () => {
  const runs = new Runs([new Int32Array(), new Uint16Array()] as const);
  for (let run = 0; run < 40_000; run++) runs.set(run, [run, run + 1, run + 2], [run % 7, 2, 3]);
  const runsBack = taken(runs, new Runs([new Int32Array(), new Uint16Array()] as const));
  for (const run of [0, 20_000, 39_999])
    assert.deepEqual(
      runsBack.columns.map((column) => [...column.subarray(runsBack.startOf(run), runsBack.endOf(run))]),
      [
        [run, run + 1, run + 2],
        [run % 7, 2, 3],
      ],
    );

  const count = 40_000;
  const order = {
    itemAt: Int32Array.from({ length: count }, (_, i) => i),
    rankOf: Int32Array.from({ length: count }, (_, i) => i),
  };
  const near = new Neighbours({ keep: 3, least: 0 });
  near.tune(10, () => 1);
  for (let item = 0; item < count; item++) near.set(item, [item >> 2, count + (item >> 3)]);
  atOnce(near.settle(order));
  atOnce(near.judge((a, b) => (a ^ b) / 8));
  const nearBack = taken(near, new Neighbours({ keep: 3, least: 0 }));
  for (const item of [0, 12_345, count - 1]) {
    const pairs = (of: Neighbours) => {
      const { count: size, others, values } = of.pairsOf(item);
      return Array.from({ length: size }, (_, i) => [others[i], values[i]]).sort();
    };
    assert.deepEqual(pairs(nearBack), pairs(near));
    assert.ok(pairs(near).length >= 3);
  }
});
