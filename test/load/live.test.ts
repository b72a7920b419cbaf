import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Index } from '../../src/index/access.ts';
import type { Coming, Listener } from '../../src/index/coming.ts';
import { encodeIndex } from '../../src/index/stored/index.ts';
import { FIRST, fill, follow, NothingToRead } from '../../src/load/live.ts';
import { Loader } from '../../src/load/loader.ts';
import type { Watching } from '../../src/load/watching.ts';
import { articlesFor, folderFor, madeUpText } from './folder.ts';

/** Listens, and keeps what came. */
function listening() {
  const came: Coming[] = [];
  const words: string[] = [];
  const listener: Listener = {
    async take(coming) {
      came.push(coming);
    },
    reading() {},
    watched() {},
    tell: (its) => void words.push(its),
  };
  return { came, words, listener };
}

const never = () => ({ enough: new AbortController(), left: new AbortController() });
const signals = ({ enough, left }: ReturnType<typeof never>) => ({ enough: enough.signal, left: left.signal });
const paths = ({ articles }: Index) => articles.map(({ article }) => article.path);

async function built(folder: string): Promise<Index> {
  const loader = new Loader({ paths: [folder], workers: 0 });
  await loader.read();
  return loader.build();
}

test('few articles come at once and whole, as they are opened without being followed', async (t) => {
  const folder = articlesFor(t, 8);
  const { came, listener } = listening();
  const loader = new Loader({ paths: [folder], workers: 0 });
  await fill(loader, listener, signals(never()), loader.read({ most: FIRST }), new Set());
  assert.deepEqual(
    came.map(({ isPart, says }) => [isPart, says]),
    [[false, null]],
  );
  assert.ok(Buffer.from(encodeIndex(came[0]!.index)).equals(Buffer.from(encodeIndex(await built(folder)))));
});

test('of many the first come first, without what more would change; in the end it is what a full build gives', async (t) => {
  const folder = articlesFor(t, FIRST + 60);
  const { came, listener } = listening();
  const loader = new Loader({ paths: [folder], workers: 0 });
  await fill(loader, listener, signals(never()), loader.read({ most: FIRST }), new Set());
  const [first, last] = came;
  assert.deepEqual(
    came.map(({ isPart }) => isPart),
    [true, false],
  );
  assert.equal(first!.index.articles.length, FIRST);
  assert.deepEqual([first!.index.stories, first!.index.utterances], [[], []]);
  assert.match(first!.says ?? '', /100 articles are here; stories, and who said the same, when all are read/);
  assert.ok(first!.index.entities.length > 0);
  assert.ok(Buffer.from(encodeIndex(last!.index)).equals(Buffer.from(encodeIndex(await built(folder)))));
});

test('reading that is ended gives the whole of what was read', async (t) => {
  const folder = articlesFor(t, FIRST + 60);
  const { came, listener } = listening();
  const ends = never();
  const loader = new Loader({ paths: [folder], workers: 0 });
  const ending: Listener = {
    ...listener,
    async take(coming) {
      ends.enough.abort();
      await listener.take(coming);
    },
  };
  await fill(loader, ending, signals(ends), loader.read({ most: FIRST }), new Set());
  const { index, isPart, says } = came.at(-1)!;
  assert.equal(isPart, false);
  assert.ok(index.articles.length >= FIRST && index.articles.length <= FIRST + 60);
  assert.ok(index.stories.length > 0);
  if (index.articles.length < FIRST + 60) assert.match(says ?? '', /Reading was ended: these are \d+ articles/);
});

test('who leaves ends all of it, and what was analysed is known to the next', async (t) => {
  const folder = articlesFor(t, FIRST + 60);
  const { listener } = listening();
  const ends = never();
  const loader = new Loader({ paths: [folder], workers: 0 });
  const leaving: Listener = { ...listener, take: async () => ends.left.abort(new Error('left')) };
  await assert.rejects(fill(loader, leaving, signals(ends), loader.read({ most: FIRST }), new Set()), /left/);
  let analysed = 0;
  await loader.read();
  await loader.build({ onProgress: ({ path }) => void (path !== undefined && analysed++) });
  assert.ok(analysed <= 60, `${analysed} were analysed again`);
});

test('where there is nothing to read it says so', async (t) => {
  const loader = new Loader({ paths: [folderFor(t)], workers: 0 });
  await assert.rejects(
    fill(loader, listening().listener, signals(never()), loader.read({ most: FIRST }), new Set()),
    NothingToRead,
  );
});

/** Follows a folder whose changes are told by the test. */
async function following(folder: string) {
  const { came, words, listener } = listening();
  const left = new AbortController();
  const loader = new Loader({ paths: [folder], workers: 0 });
  const told = new Set<string>();
  await fill(loader, listener, { enough: new AbortController().signal, left: left.signal }, loader.read(), told);
  came.length = 0;
  let wake: ((names: readonly string[]) => void) | undefined;
  let asked: (() => void) | undefined;
  const gone: string[] = [];
  const watching: Watching = {
    gone: () => gone,
    next: () =>
      new Promise((resolve) => {
        wake = resolve;
        left.signal.addEventListener('abort', () => resolve([]));
        asked?.();
      }),
    close: async () => {},
  };
  const waiting = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const done = follow(loader, watching, listener, left.signal, told);
  await waiting;
  return {
    came,
    words,
    gone,
    /** Something changed; resolves when it is taken up. */
    async change() {
      const next = new Promise<void>((resolve) => {
        asked = resolve;
      });
      wake!([folder]);
      await next;
    },
    async end() {
      left.abort();
      await done;
    },
  };
}

test('what changes is taken up, and said; what changes nothing is not', async (t) => {
  const folder = articlesFor(t, 6);
  const its = await following(folder);
  await its.change();
  assert.equal(its.came.length, 0);
  writeFileSync(join(folder, '9.txt'), madeUpText(9));
  appendFileSync(join(folder, '2.txt'), '\nMr. Orsolo said: “That is all for now.”\n');
  rmSync(join(folder, '3.txt'));
  await its.change();
  renameSync(join(folder, '4.txt'), join(folder, '7.txt'));
  await its.change();
  writeFileSync(join(folder, 'corpus.json'), JSON.stringify({ articles: { '5.txt': { outlet: 'The Lake' } } }));
  await its.change();
  assert.deepEqual(
    its.came.map(({ says }) => says),
    [
      '1 new article: 9.txt; 1 changed: 2.txt; 1 removed: 3.txt',
      '1 article renamed: 4.txt is 7.txt',
      '1 article changed: 5.txt',
    ],
  );
  const { index } = its.came.at(-1)!;
  assert.deepEqual(paths(index), ['0.txt', '1.txt', '2.txt', '5.txt', '7.txt', '9.txt']);
  assert.equal(index.articles[3]!.article.outlet?.value, 'The Lake');
  assert.ok(Buffer.from(encodeIndex(index)).equals(Buffer.from(encodeIndex(await built(folder)))));
  await its.end();
});

test('what cannot be read is said once, and the rest goes on', async (t) => {
  const folder = articlesFor(t, 3);
  const its = await following(folder);
  writeFileSync(join(folder, 'empty.txt'), '');
  await its.change();
  await its.change();
  assert.equal(its.came.length, 0);
  assert.equal(its.words.length, 1);
  assert.match(its.words[0]!, /empty\.txt holds no text/);
  writeFileSync(join(folder, '9.txt'), madeUpText(9));
  await its.change();
  assert.deepEqual([its.came[0]?.says, its.came[0]?.problems], ['1 new article: 9.txt', []]);
  await its.end();
});

test('where the folder vanishes, or all that was in it, what is shown stays', async (t) => {
  const folder = articlesFor(t, 3);
  const its = await following(folder);
  its.gone.push(folder);
  await its.change();
  assert.match(its.words.at(-1)!, /is gone; what is shown is as it was last/);
  its.gone.length = 0;
  for (const name of ['0.txt', '1.txt', '2.txt']) rmSync(join(folder, name));
  mkdirSync(join(folder, 'empty'));
  await its.change();
  assert.match(its.words.at(-1)!, /No article is left/);
  assert.equal(its.came.length, 0);
  writeFileSync(join(folder, '0.txt'), madeUpText(0));
  await its.change();
  assert.equal(its.came[0]?.says, '2 articles removed: 1.txt, 2.txt');
  await its.end();
});
