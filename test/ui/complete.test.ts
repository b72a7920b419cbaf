import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuery } from '../../src/search/query.ts';
import { completerOf } from '../../src/ui/complete.ts';
import { EMPTY_PROMPT, insert } from '../../src/ui/prompt.ts';
import { worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const world = worldOf(await seedIndex(), 'seeds');
const complete = completerOf(world);
const candidates = (text: string) => complete(insert(EMPTY_PROMPT, text))?.candidates.map((it) => it.text) ?? [];

test('fields are completed by their beginning, of two letters at least', () => {
  assert.deepEqual(candidates('putin sp'), ['speaker:']);
  assert.deepEqual(candidates('!Ou'), ['!outlet:']);
  assert.deepEqual(candidates('s'), []);
  assert.deepEqual(candidates('putin'), []);
});

test('speakers are those who speak, the one with most quotes first; a name of several words is quoted', () => {
  const all = candidates('speaker:');
  assert.ok(all.length > 3);
  assert.deepEqual(candidates('speaker:pes'), ['speaker:"Dmitry Peskov"']);
  assert.deepEqual(candidates('kind:direct speaker:"Vladimir P'), ['speaker:"Vladimir Putin"']);
});

test('values of each field are offered', () => {
  assert.deepEqual(candidates('kind:'), ['kind:direct', 'kind:mixed', 'kind:indirect']);
  assert.deepEqual(candidates('type:or'), ['type:organization']);
  assert.deepEqual(candidates('is:b'), ['is:bookmarked']);
  assert.deepEqual(candidates('story:1')[0], 'story:story-1');
  assert.ok(candidates('outlet:').includes('outlet:TIME'));
  assert.ok(candidates('entity:nat').includes('entity:NATO'));
  assert.deepEqual(candidates('after:2021-12-2')[0]?.slice(0, 14), 'after:2021-12-');
});

test('every value that is offered is read as a query of its field, and finds something', () => {
  for (const field of ['outlet', 'speaker', 'entity', 'story', 'type', 'kind'] as const) {
    for (const text of candidates(`${field}:`)) {
      const { clauses, problem } = readQuery(text);
      assert.deepEqual([problem, clauses.length, clauses[0]?.[0]?.field], [null, 1, field], text);
      const { sources, entities, quotes } = world.search.findNow(text);
      assert.ok(
        [sources, entities, quotes].some((hits) => (hits?.records.length ?? 0) > 0),
        text,
      );
    }
  }
});

test('only the word before the cursor is completed', () => {
  const prompt = { text: 'speaker:pes putin', cursor: 'speaker:pes'.length };
  assert.deepEqual(complete(prompt)?.start, 0);
  assert.equal(complete({ ...prompt, cursor: prompt.text.length }), null);
});
