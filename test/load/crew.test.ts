import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { LIMITS } from '../../src/corpus/limits.ts';
import { readArticle } from '../../src/corpus/read.ts';
import { type Crew, type CrewOptions, hire } from '../../src/load/crew.ts';
import { crewSizeFor } from '../../src/load/crew-size.ts';
import { ROOT } from '../pty/terminal.ts';

/** What is young must fit into what Node gives a thread to end in, or all of Node ends. */
const MEMORY = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };
const FAULTY = { memory: MEMORY, article: 8000, file: 8000, script: join(ROOT, 'test/load/faulty-worker.ts') };
const RULES = { paths: [], limits: LIMITS };

async function hiredFor(t: TestContext, size: number, otherwise: CrewOptions = {}): Promise<Crew> {
  const crew = await hire(size, { ...FAULTY, ...otherwise });
  assert.ok(crew);
  t.after(() => crew.dismiss());
  return crew;
}

const article = (text: string) => readArticle({ file: '/x', path: `${text}.txt` }, text).article;
const file = (path: string) => ({ file: `/${path}`, path });

test('an article that ends its thread or never ends is named, and the others are analysed', async (t) => {
  const crew = await hiredFor(t, 2);
  const texts = ['one', 'this ends the thread', 'two', 'this never ends', 'three', 'four'];
  const found = await Promise.all(texts.map((text) => crew.annotate(article(text))));
  const problems = found.map(({ problem }) => problem);
  assert.deepEqual(
    problems.map((problem) => problem !== undefined),
    [false, true, false, true, false, false],
  );
  assert.match(
    problems[1]!,
    /^this ends the thread\.txt could not be analysed \(.*terminated.*\); it can only be read$/i,
  );
  assert.equal(problems[3], 'this never ends.txt could not be analysed (it took too long); it can only be read');
});

test('a file that ends its thread is named, and the others of its batch are read', async (t) => {
  const crew = await hiredFor(t, 1);
  const read = await crew.read(['a', 'ends the thread', 'c'].map(file), RULES);
  assert.deepEqual(
    read.map(({ size, problems }) => [size, problems.map((its) => its.file)]),
    [
      [1, []],
      [0, ['/ends the thread']],
      [1, []],
    ],
  );
});

test('an article that takes all memory is named, and the others are analysed', async (t) => {
  const crew = await hiredFor(t, 2, { article: 120_000 });
  const texts = ['one', 'this takes all memory', 'two', 'three', 'and this takes all memory', 'four'];
  const found = await Promise.all(texts.map((text) => crew.annotate(article(text))));
  const says = 'could not be analysed (it took too much memory); it can only be read';
  assert.deepEqual(
    found.map(({ problem }) => problem),
    [
      undefined,
      `this takes all memory.txt ${says}`,
      undefined,
      undefined,
      `and this takes all memory.txt ${says}`,
      undefined,
    ],
  );
});

test('where every thread ends, what waits is done in new ones', async (t) => {
  const crew = await hiredFor(t, 1);
  const texts = ['this ends the thread', 'one', 'so ends the thread', 'two'];
  const found = await Promise.all(texts.map((text) => crew.annotate(article(text))));
  assert.deepEqual(
    found.map(({ problem }) => problem !== undefined),
    [true, false, true, false],
  );
});

test('a file that takes all memory is named, and the others of its batch are read', async (t) => {
  const crew = await hiredFor(t, 1, { file: 120_000 });
  const read = await crew.read(['a', 'takes all memory', 'c'].map(file), RULES);
  assert.deepEqual(
    read.flatMap(({ problems }) => problems),
    [{ file: '/takes all memory', says: 'could not be read (it took too much memory); it was passed over' }],
  );
  assert.deepEqual(
    read.map(({ size }) => size),
    [1, 0, 1],
  );
});

test('where no thread can be started, it is said, and the work is done without', async () => {
  assert.equal(await hire(1, { script: join(ROOT, 'test/load/no-such-worker.ts') }), undefined);
});

test('a small corpus starts no thread, but for an article as long as many', () => {
  assert.equal(crewSizeFor(5), 0);
  assert.equal(
    crewSizeFor(5, () => 25_000),
    0,
  );
  assert.equal(
    crewSizeFor(1, () => 4_000_000),
    1,
  );
  assert.ok(crewSizeFor(10_000) >= 1);
});
