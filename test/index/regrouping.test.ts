import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asTheyStand, type Pairs } from '../../src/index/grouping/neighbours.ts';
import { Regrouping } from '../../src/index/grouping/regrouping.ts';
import { atOnce } from '../../src/index/paused.ts';

const ITEMS = 48;
/** Few values, so that many pairs are equally good. */
const STEPS = 16;

/** Links that come, go and change, of items that come and go. */
class Changing {
  readonly #values = new Map<number, number>();
  readonly isGone = new Set<number>();

  set(a: number, b: number, value: number): void {
    const pair = Math.min(a, b) * ITEMS + Math.max(a, b);
    if (value === 0) this.#values.delete(pair);
    else this.#values.set(pair, value);
  }

  pairsOf(item: number): Pairs {
    const its = [...this.#values].filter(([pair]) => Math.floor(pair / ITEMS) === item || pair % ITEMS === item);
    const others = its.map(([pair]) => (pair % ITEMS === item ? Math.floor(pair / ITEMS) : pair % ITEMS));
    return { count: its.length, others: Int32Array.from(others), values: Float64Array.from(its, ([, value]) => value) };
  }

  remove(item: number): readonly number[] {
    const others = [...this.pairsOf(item).others];
    for (const other of others) this.set(item, other, 0);
    this.isGone.add(item);
    return others;
  }
}

/** The groups that are new, and of each item those that it is with. */
function grouped(regrouping: Regrouping, links: Changing, changed: readonly number[]) {
  const { rankOf } = asTheyStand(ITEMS);
  const linked = { pairsOf: (item: number) => links.pairsOf(item) };
  const made = atOnce(regrouping.regroup(changed, (item) => links.isGone.has(item), rankOf, linked));
  const groups = all.map((item) => [...regrouping.membersOf(regrouping.leadOf(item))]);
  return { made, groups };
}

const all = Array.from({ length: ITEMS }, (_, item) => item);
const link = fc.tuple(fc.nat(ITEMS - 1), fc.nat(ITEMS - 1), fc.nat(STEPS)).filter(([a, b]) => a !== b);
const edit = fc.record({
  links: fc.array(link, { maxLength: 3 }),
  goes: fc.option(fc.nat(ITEMS - 1), { freq: 4 }),
});
const linkage = fc.constantFrom(
  { strongest: 0.4, size: 0.1, least: 0.15, cohesion: 0.4 },
  { strongest: 0.5, size: 0, least: 0.5, cohesion: 0 },
  { strongest: 0.4, size: 0.1, least: 0.3, cohesion: 0.9 },
);

for (const isOfChains of [false, true])
  test(`what is grouped again around a change is what would be grouped from nothing${isOfChains ? ', with chains' : ''}`, () => {
    fc.assert(
      fc.property(
        linkage,
        fc.array(link, { minLength: 60, maxLength: 160 }),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (by, begin, edits) => {
          const links = new Changing();
          for (const [a, b, steps] of begin) links.set(a, b, steps / STEPS);
          const kept = new Regrouping(by, { isOfChains });
          grouped(kept, links, all);
          for (const { links: more, goes } of edits) {
            const changed = new Set<number>();
            for (const [a, b, steps] of more) {
              if (links.isGone.has(a) || links.isGone.has(b)) continue;
              links.set(a, b, steps / STEPS);
              changed.add(a).add(b);
            }
            if (goes !== null) for (const other of [goes, ...links.remove(goes)]) changed.add(other);
            const before = all.map((item) => [...kept.membersOf(kept.leadOf(item))]);
            const { made, groups } = grouped(kept, links, [...changed]);
            assert.deepEqual(groups, grouped(new Regrouping(by, { isOfChains }), links, all).groups);
            const others = all.filter((item) => groups[item]!.length > 0 && `${groups[item]}` !== `${before[item]}`);
            assert.deepEqual(new Set(made), new Set(others.map((item) => kept.leadOf(item))));
            // A group that is no more takes no room.
            for (const item of all) if (kept.leadOf(item) !== item) assert.equal(kept.sizeOf(item), 0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
