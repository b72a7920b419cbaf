import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCorpus } from '../../src/corpus/read.ts';
import { buildIndex } from '../../src/index/build.ts';
import { buildInSlices } from '../../src/index/slices.ts';

const { articles } = await readCorpus(['seeds']);
/** More than the bundled ones, that there is something to wait for. */
const many = Array.from({ length: 8 }, (_, n) =>
  articles.map((article) => ({ ...article, path: `${n}-${article.path}` })),
).flat();

test('an index built in slices is the one built at once', async () => {
  assert.deepEqual(await buildInSlices(articles, () => {}), buildIndex(articles));
});

test('what is being done is told in words while it is built', async () => {
  const told = new Set<string>();
  await buildInSlices(many, ({ doing }) => told.add(doing));
  assert.ok(told.has('Reading articles'));
  assert.ok(
    [...told].some((doing) => doing !== 'Reading articles'),
    [...told].join(', '),
  );
});

test('building is broken off at a pause after the reading too', async () => {
  const leaving = new AbortController();
  const built = buildInSlices(
    many,
    ({ doing }) => {
      if (doing !== 'Reading articles') leaving.abort(new Error('left'));
    },
    leaving.signal,
  );
  await assert.rejects(built, /left/);
});
