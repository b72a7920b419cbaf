import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCorpus } from '../../src/corpus/read.ts';
import { indexOf } from '../../src/index/build.ts';
import { indexing } from '../../src/index/indexing.ts';
import { inSlices } from '../../src/index/slices.ts';
import { annotate } from '../../src/language/analyse.ts';

const { articles } = await readCorpus(['seeds']);
const annotated = articles.map(annotate);
/** More than the bundled ones, that there is something to wait for. */
const many = Array.from({ length: 8 }, (_, n) =>
  annotated.map((it) => ({ ...it, article: { ...it.article, path: `${n}-${it.article.path}` } })),
).flat();

test('an index built in slices is the one built at once', async () => {
  assert.deepEqual(await inSlices(indexing(annotated), () => {}), indexOf(annotated));
});

test('what is being done is told in words while it is built, and it is broken off at a pause', async () => {
  const leaving = new AbortController();
  const told: string[] = [];
  const built = inSlices(
    indexing(many),
    ({ doing }) => {
      told.push(doing);
      leaving.abort(new Error('left'));
    },
    leaving.signal,
  );
  await assert.rejects(built, /left/);
  assert.equal(told.length, 1);
  assert.match(told[0]!, /^(?:Linking|Grouping|Reading) \w+$/);
});
