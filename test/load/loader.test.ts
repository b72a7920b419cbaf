import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Index } from '../../src/index/access.ts';
import { buildIndex } from '../../src/index/build.ts';
import { encodeAnnotations } from '../../src/index/stored/annotations.ts';
import { encodeArticle } from '../../src/index/stored/article.ts';
import { decodeIndex, encodeIndex } from '../../src/index/stored/index.ts';
import { entityDraft } from '../../src/index/stored/listed.ts';
import { cacheOf } from '../../src/keep/cache.ts';
import { Loader, type LoaderOptions } from '../../src/load/loader.ts';
import { articlesFor, folderFor, madeUpText } from './folder.ts';

/** All that an index holds, as bytes. */
function bytesOf(index: Index): Buffer {
  const articles = index.articles.flatMap(({ article, annotations }) => [
    encodeArticle(article),
    encodeAnnotations(annotations),
  ]);
  return Buffer.concat([...articles, encodeIndex(index)]);
}

async function built(options: LoaderOptions): Promise<Buffer> {
  const loader = new Loader(options);
  await loader.read();
  const index = await loader.build();
  await loader.keep();
  return bytesOf(index);
}

/** As without threads and without anything known. */
async function plain(folder: string): Promise<Buffer> {
  return bytesOf(buildIndex((await readCorpus([folder])).articles));
}

function cacheFor(t: TestContext, folder: string) {
  const home = folderFor(t);
  const told: string[] = [];
  const cache = () => cacheOf([folder], { XDG_CACHE_HOME: home }, (words) => told.push(words));
  const file = () =>
    join(home, 'crisis-tui', readdirSync(join(home, 'crisis-tui')).find((it) => it.endsWith('.cache'))!);
  return { cache, told, home, file };
}

/** What changed just now may change again unseen, so that it is read again; here time has passed since. */
function aged(folder: string): void {
  const then = Date.now() / 1000 - 3600;
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), then, then);
}

test('the index is the same, byte for byte, whatever the number of threads', async (t) => {
  const folder = articlesFor(t, 30);
  const expected = await plain(folder);
  for (const workers of [0, 1, 3]) assert.ok(expected.equals(await built({ paths: [folder], workers })), `${workers}`);
});

test('an index comes back from its bytes as it was', async (t) => {
  const index = buildIndex((await readCorpus([articlesFor(t, 8)])).articles);
  const bytes = encodeIndex(index);
  const again = decodeIndex(bytes, index.articles);
  const utterances = again.utterances.map(({ id, quotes, confidence }) => ({ id, quotes, confidence }));
  const written = { ...index, entities: index.entities.map(entityDraft) };
  assert.deepEqual({ ...again, entities: again.entities.map(entityDraft), utterances }, written);
  assert.ok(Buffer.from(encodeIndex(again)).equals(bytes));
});

test('the index is the same with what is kept and without, and whoever has it open may read on', async (t) => {
  const folder = articlesFor(t, 24);
  aged(folder);
  const { cache, told, file } = cacheFor(t, folder);
  const options = { paths: [folder], cache: cache(), workers: 0 };
  const expected = await plain(folder);
  assert.ok(expected.equals(await built(options)));
  const [{ mtimeMs }, { mode }] = [statSync(file()), statSync(file())];
  assert.equal(mode & 0o777, 0o600);
  assert.ok(expected.equals(await built(options)));
  assert.ok(statSync(file()).mtimeMs >= mtimeMs);
  assert.deepEqual(told, []);
});

test('a file that was changed, added or removed is taken up with what is kept of the others', async (t) => {
  const folder = articlesFor(t, 24);
  const { cache } = cacheFor(t, folder);
  const options = { paths: [folder], cache: cache(), workers: 0 };
  await built(options);
  writeFileSync(join(folder, '3.txt'), madeUpText(103));
  assert.ok((await plain(folder)).equals(await built(options)));
  writeFileSync(join(folder, '99.txt'), madeUpText(99));
  rmSync(join(folder, '7.txt'));
  assert.ok((await plain(folder)).equals(await built(options)));
  writeFileSync(join(folder, 'corpus.json'), JSON.stringify({ articles: { '5.txt': { outlet: 'The Lake' } } }));
  assert.ok((await plain(folder)).equals(await built(options)));
});

for (const [how, isFollowed] of [
  ['', false],
  ['what was worked out is kept and ', true],
] as const)
  test(`whatever is changed, added and removed, ${how}the index is the one of a full build`, async (t) => {
    const edit = fc.record({ file: fc.nat(9), becomes: fc.option(fc.nat(60)) });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
        const folder = articlesFor(t, 6);
        const loader = new Loader({ paths: [folder], workers: 0, isFollowed });
        if (isFollowed) {
          await loader.read();
          await loader.build();
        }
        for (const { file, becomes } of edits) {
          const name = join(folder, `${file}.txt`);
          if (becomes === null) rmSync(name, { force: true });
          else writeFileSync(name, madeUpText(becomes));
          await loader.read(isFollowed ? { changed: [name] } : {});
          assert.ok((await plain(folder)).equals(bytesOf(await loader.build())));
        }
      }),
      { numRuns: 6 },
    );
  });

test('what comes back in the texts of one source is kept, and looked for anew where any text is another', async (t) => {
  const folder = articlesFor(t, 24);
  for (const name of readdirSync(folder)) appendFileSync(join(folder, name), '\n\nSign up for our morning briefing.\n');
  aged(folder);
  const { cache } = cacheFor(t, folder);
  const opened = async () => {
    const loader = new Loader({ paths: [folder], cache: cache(), workers: 0 });
    const { articles } = await loader.read();
    const bytes = bytesOf(await loader.build());
    await loader.keep();
    assert.ok(bytes.equals(await plain(folder)));
    return articles.map(({ leftOut }) => leftOut.filter(({ why }) => why === 'page furniture').map(({ says }) => says));
  };
  const all = Array.from({ length: 24 }, () => ['comes back in 24 texts of this source']);
  assert.deepEqual(await opened(), all);
  assert.deepEqual(await opened(), all);
  const [first] = readdirSync(folder).sort();
  writeFileSync(join(folder, first!), madeUpText(100));
  const fewer = all.map((_, i) => (i === 0 ? [] : ['comes back in 23 texts of this source']));
  assert.deepEqual(await opened(), fewer);
  aged(folder);
  assert.deepEqual(await opened(), fewer);
  assert.deepEqual(await opened(), fewer);
});

test('a loader that follows takes up changes after an index that was kept, and keeps what it took up', async (t) => {
  const folder = articlesFor(t, 24);
  aged(folder);
  const { cache } = cacheFor(t, folder);
  await built({ paths: [folder], cache: cache(), workers: 0 });
  const loader = new Loader({ paths: [folder], cache: cache(), workers: 0, isFollowed: true });
  await loader.read();
  const before = await plain(folder);
  assert.ok(before.equals(bytesOf(await loader.build())));
  await loader.warm(new AbortController().signal);
  const file = join(folder, '3.txt');
  writeFileSync(file, madeUpText(103));
  await loader.read({ changed: [file] });
  const index = await loader.build();
  const expected = await plain(folder);
  assert.ok(expected.equals(bytesOf(index)) && !expected.equals(before));
  await loader.keep();
  aged(folder);
  assert.ok(expected.equals(await built({ paths: [folder], cache: cache(), workers: 0 })));
});

test('whatever is told to have changed, what is read is what a full reading gives', async (t) => {
  const folder = articlesFor(t, 8);
  const below = join(folder, 'below');
  mkdirSync(below);
  writeFileSync(join(below, '0.txt'), madeUpText(20));
  const loader = new Loader({ paths: [folder], workers: 0, isFollowed: true });
  await loader.read();
  await loader.build();
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return name;
  };
  const remove = (name: string) => {
    rmSync(join(folder, name), { recursive: true });
    return name;
  };
  const edits: readonly (() => readonly string[])[] = [
    () => [write('99.txt', madeUpText(99)), remove('3.txt')],
    () => [write('.2.txt.swp', 'an editor'), write('2.txt', madeUpText(102))],
    () => [write('2.txt~', 'an editor'), write('2.txt', madeUpText(103))],
    () => [write('.crisisignore', '4.txt\nbelow')],
    () => [write('4.txt', madeUpText(104)), write('below/1.txt', madeUpText(21))],
    () => [remove('.crisisignore')],
    () => [write('corpus.json', JSON.stringify({ articles: { '5.txt': { outlet: 'The Lake' } } }))],
    () => [write('5.txt', madeUpText(105)), 'came-and-went.txt'],
    () => [remove('corpus.json'), write('6.txt', madeUpText(106))],
    () => [remove('below')],
    () => {
      mkdirSync(below);
      return ['below', write('below/2.txt', madeUpText(22))];
    },
    // What is told by a path that leads to the same file.
    () => {
      write('7.txt', madeUpText(107));
      return [`${below}/../7.txt`];
    },
  ];
  for (const [i, edit] of edits.entries()) {
    const changed = edit().map((name) => (name.startsWith('/') ? name : join(folder, name)));
    await loader.read({ changed });
    assert.ok((await plain(folder)).equals(bytesOf(await loader.build())), `edit ${i}`);
  }
});

test('many files that change at once are read in threads, few here', async (t) => {
  const folder = articlesFor(t, 64);
  aged(folder);
  const loader = new Loader({ paths: [folder], isFollowed: true });
  t.after(() => loader.close());
  await loader.read();
  const taken = async (count: number) => {
    const names = Array.from({ length: count }, (_, i) => `${i}.txt`);
    for (const [i, name] of names.entries()) writeFileSync(join(folder, name), madeUpText(200 + i + count));
    let told = 0;
    await loader.read({ changed: names.map((name) => join(folder, name)), onProgress: () => told++ });
    assert.ok((await plain(folder)).equals(bytesOf(await loader.build())));
    return told;
  };
  // Only where all is looked at there is progress to tell.
  assert.ok((await taken(62)) >= 62);
  assert.equal(await taken(3), 0);
});

test('taking up a change that is broken off leaves a loader that takes it up the next time', async (t) => {
  const folder = articlesFor(t, 12);
  const loader = new Loader({ paths: [folder], workers: 0, isFollowed: true });
  await loader.read();
  await loader.build();
  writeFileSync(join(folder, '3.txt'), madeUpText(103));
  await loader.read();
  const broken = new AbortController();
  const building = loader.build({ broken: broken.signal });
  broken.abort(new Error('enough'));
  await assert.rejects(building, /enough/);
  assert.ok((await plain(folder)).equals(bytesOf(await loader.build())));
});

test('a loader that reads again takes up what changed', async (t) => {
  const folder = articlesFor(t, 12);
  const loader = new Loader({ paths: [folder], workers: 0 });
  await loader.read();
  await loader.build();
  writeFileSync(join(folder, '3.txt'), madeUpText(103));
  rmSync(join(folder, '4.txt'));
  await loader.read();
  assert.ok((await plain(folder)).equals(bytesOf(await loader.build())));
});

for (const [what, damage] of [
  ['cut off', (file: string) => truncateSync(file, statSync(file).size - 100)],
  ['of somebody else', (file: string) => writeFileSync(file, 'a'.repeat(4000))],
  ['empty', (file: string) => truncateSync(file, 0)],
  [
    'changed in the middle',
    (file: string) => {
      const bytes = readFileSync(file);
      const at = bytes.length >> 1;
      bytes[at] = bytes[at]! ^ 1;
      writeFileSync(file, bytes);
    },
  ],
] as const)
  test(`a cache that is ${what} is set aside with one line`, async (t) => {
    const folder = articlesFor(t, 24);
    aged(folder);
    const { cache, told, file, home } = cacheFor(t, folder);
    const options = { paths: [folder], cache: cache(), workers: 0 };
    const expected = await built(options);
    damage(file());
    assert.ok(expected.equals(await built(options)));
    assert.equal(told.length, 1);
    assert.match(told[0]!, /could not be used \(.+\); it was set aside as .+\.damaged/);
    assert.deepEqual(
      readdirSync(join(home, 'crisis-tui')).map((name) => name.replace(/^.*\.cache/, '')),
      ['', '.damaged'],
    );
    assert.ok(expected.equals(await built(options)));
    assert.equal(told.length, 1);
  });

test('without a home, or where it cannot be written, all is as without a cache', async (t) => {
  const folder = articlesFor(t, 24);
  const expected = await plain(folder);
  const no = () => assert.fail('nothing is to be told');
  assert.equal(cacheOf([folder], {}, no), undefined);
  const file = join(folderFor(t), 'a file');
  writeFileSync(file, '');
  const cache = cacheOf([folder], { XDG_CACHE_HOME: file }, no);
  assert.ok(expected.equals(await built({ paths: [folder], cache, workers: 0 })));
});

test('analysis that is ended keeps what is done: the index is of the articles that were reached', async (t) => {
  const folder = articlesFor(t, 40);
  const loader = new Loader({ paths: [folder], workers: 0 });
  await loader.read();
  const stop = new AbortController();
  const index = await loader.build({ stop: stop.signal, onProgress: ({ done }) => (done ?? 0) >= 3 && stop.abort() });
  const reached = index.articles.length;
  assert.ok(reached >= 3 && reached < 40, `${reached}`);
  const all = (await readCorpus([folder])).articles;
  assert.ok(bytesOf(buildIndex(all.slice(0, reached))).equals(bytesOf(index)));
  assert.ok((await plain(folder)).equals(bytesOf(await loader.build())));
});
