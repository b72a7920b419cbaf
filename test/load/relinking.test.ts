import assert from 'node:assert/strict';
import { readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { readCorpus } from '../../src/corpus/read.ts';
import { buildIndex } from '../../src/index/build.ts';
import { encodeIndex } from '../../src/index/stored/index.ts';
import { cacheOf } from '../../src/keep/cache.ts';
import { buildName } from '../../src/load/build-name.ts';
import { Loader, type LoaderOptions } from '../../src/load/loader.ts';
import { packedIn, packedSections } from '../../src/load/packed.ts';
import { Relinking } from '../../src/load/relinking.ts';
import { articlesFor, folderFor, madeUpText } from './folder.ts';

const COUNT = 24;

/** A folder that is older than what is kept of it, and its cache. */
function corpusFor(t: TestContext) {
  const folder = articlesFor(t, COUNT);
  const home = folderFor(t);
  const told: string[] = [];
  const aged = () => {
    const then = Date.now() / 1000 - 3600;
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), then, then);
  };
  aged();
  return {
    folder,
    told,
    aged,
    options: (): LoaderOptions => ({
      paths: [folder],
      cache: cacheOf([folder], { XDG_CACHE_HOME: home }, (words) => told.push(words))!,
      workers: 1,
    }),
    file: () =>
      join(home, 'crisis-tui', readdirSync(join(home, 'crisis-tui')).find((name) => name.endsWith('.linking.cache'))!),
  };
}

/** Opens a corpus, and says how many articles were linked; the index is the one that is made from nothing. */
async function linked(options: LoaderOptions): Promise<number> {
  const loader = new Loader(options);
  await loader.read({ isToBeBuilt: true });
  await assertSame(loader, options.paths[0]!);
  await loader.keep();
  await loader.close();
  return loader.linked;
}

async function assertSame(loader: Loader, folder: string): Promise<void> {
  const index = encodeIndex(await loader.build());
  assert.ok(Buffer.from(index).equals(encodeIndex(buildIndex((await readCorpus([folder])).articles))));
}

/** Changes a file, removes one and adds one. */
function edit(folder: string, round: number): void {
  writeFileSync(join(folder, '3.txt'), madeUpText(100 + round));
  rmSync(join(folder, `${10 + round}.txt`));
  writeFileSync(join(folder, `a${round}.txt`), madeUpText(60 + round));
}

test('what changed between two openings is all that is linked', async (t) => {
  const { folder, told, aged, options } = corpusFor(t);
  assert.equal(await linked(options()), COUNT);
  for (const round of [0, 1, 2]) {
    edit(folder, round);
    assert.equal(await linked(options()), 3);
    aged();
    assert.equal(await linked(options()), 0);
  }
  assert.deepEqual(told, []);
});

test('where no cache is kept, all is linked each time', async (t) => {
  const { options } = corpusFor(t);
  for (let i = 0; i < 2; i++) assert.equal(await linked({ ...options(), cache: undefined }), COUNT);
});

for (const [what, damage] of [
  ['cut off', (file: string) => truncateSync(file, 5000)],
  ['of somebody else', (file: string) => writeFileSync(file, 'a'.repeat(4000))],
] as const)
  test(`what was worked out and is ${what} is set aside with one line, and all is linked anew`, async (t) => {
    const { folder, told, options, file } = corpusFor(t);
    await linked(options());
    damage(file());
    edit(folder, 0);
    assert.equal(await linked(options()), COUNT);
    assert.equal(told.length, 1);
    assert.match(told[0]!, /linking\.cache could not be used .+ set aside as .+\.damaged, and all is linked anew/);
    edit(folder, 1);
    assert.equal(await linked(options()), 3);
    assert.equal(told.length, 1);
  });

test('what was worked out by another build is not used, and what lies is found out', async (t) => {
  const { folder, options } = corpusFor(t);
  await linked(options());
  const { linking } = options().cache!;
  const right = (await linking.read((file) => packedIn(file, buildName())))!;
  const cut = right.slice(0, right.length - 8);
  const empty = right.slice().fill(0, 0, right.length - 4000);
  // What it says was never said: another letter in a name.
  const misnamed = Uint8Array.from(
    Buffer.from(Buffer.from(right).toString('latin1').replaceAll('Putin', 'Putim'), 'latin1'),
  );
  assert.ok(!Buffer.from(misnamed).equals(right));
  let round = 0;
  for (const [packed, build] of [
    [right, 'another build'],
    [cut, buildName()],
    [empty, buildName()],
    [misnamed, buildName()],
    [new Uint8Array(8), buildName()],
  ] as const) {
    await linking.write(packedSections(packed, build));
    edit(folder, round++);
    assert.equal(await linked(options()), COUNT);
  }
});

test('where what was kept leads to an index of other articles, all is linked anew', async (t) => {
  const { folder, told, options } = corpusFor(t);
  await linked(options());
  edit(folder, 0);
  const { elsewhere } = Relinking.prototype;
  let times = 0;
  t.mock.method(
    Relinking.prototype,
    'elsewhere',
    async function (this: Relinking, ...its: Parameters<typeof elsewhere>) {
      const bytes = await elsewhere.apply(this, its);
      return times++ === 0 ? encodeIndex(buildIndex([])) : bytes;
    },
  );
  assert.equal(await linked(options()), COUNT);
  assert.equal(times, 2);
  edit(folder, 1);
  assert.equal(await linked(options()), 3);
  assert.deepEqual(told, []);
});

test('a loader that follows takes up what changes by what was worked out in a thread, or kept', async (t) => {
  const { folder, aged, options } = corpusFor(t);
  const { signal } = new AbortController();
  for (const [round, before] of [COUNT, 0, 0].entries()) {
    aged();
    const loader = new Loader({ ...options(), isFollowed: true });
    await loader.read();
    await assertSame(loader, folder);
    assert.equal(loader.linked, before);
    await loader.keep();
    await loader.warm(signal);
    const file = join(folder, '7.txt');
    for (const text of [200, 7, 201 + round]) {
      writeFileSync(file, madeUpText(text));
      await loader.read({ changed: [file] });
      await assertSame(loader, folder);
      assert.equal(loader.linked, 1);
    }
    await loader.keep();
    await loader.close();
  }
});

test('what was begun to be taken up is let go where it is not needed', async (t) => {
  const { folder, aged, options } = corpusFor(t);
  await linked(options());
  const file = join(folder, '3.txt');
  // Another time and the same text: all of it is read again, and nothing is linked.
  writeFileSync(file, madeUpText(3));
  assert.equal(await linked(options()), 0);
  // It is opened and left, and what is left has ended before the test has.
  writeFileSync(file, madeUpText(103));
  aged();
  const loader = new Loader(options());
  await loader.read({ isToBeBuilt: true });
  await loader.close();
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  const empty = new Loader(options());
  assert.equal((await empty.read({ isToBeBuilt: true })).articles.length, 0);
  await empty.close();
});
