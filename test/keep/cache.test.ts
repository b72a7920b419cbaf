import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { cacheWords } from '../../src/cli/cache.ts';
import { cacheOf, evict } from '../../src/keep/cache.ts';
import { openSections, writeSections } from '../../src/keep/sections.ts';

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-cache-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('sections come back as they were written', async (t) => {
  const file = join(folderFor(t), 'x');
  const bytes = fc.uint8Array({ maxLength: 100 });
  await fc.assert(
    fc.asyncProperty(fc.array(bytes), fc.array(bytes), async (first, second) => {
      await writeSections(file, `${file}.new`, [
        { name: 'first', parts: first },
        { name: 'second', parts: second },
      ]);
      const sections = await openSections(file);
      assert.deepEqual(Buffer.from(await sections.section('second')), Buffer.concat(second));
      assert.deepEqual(Buffer.from(await sections.section('first')), Buffer.concat(first));
      await assert.rejects(sections.section('third'), /it has no third/);
      await sections.close();
    }),
    { numRuns: 40 },
  );
});

test('large parts are written in pieces, and read as one', async (t) => {
  const file = join(folderFor(t), 'x');
  const large = new Uint8Array(5 << 20).map((_, i) => i % 251);
  await writeSections(file, `${file}.new`, [{ name: 'large', parts: [large, large.subarray(7)] }]);
  const sections = await openSections(file);
  assert.ok(Buffer.concat([large, large.subarray(7)]).equals(await sections.section('large')));
  await sections.close();
});

test('a writing that is broken off leaves what was there, and nothing beside it', async (t) => {
  const folder = folderFor(t);
  const file = join(folder, 'x');
  await writeSections(file, `${file}.new`, [{ name: 'a', parts: [Uint8Array.of(1)] }]);
  const broken = function* () {
    yield new Uint8Array(3 << 20);
    throw new Error('no more');
  };
  await assert.rejects(writeSections(file, `${file}.new`, [{ name: 'a', parts: broken() }]), /no more/);
  const sections = await openSections(file);
  assert.deepEqual([...(await sections.section('a'))], [1]);
  await sections.close();
  assert.deepEqual(readdirSync(folder), ['x']);
});

test('of two that write one cache at once, one whole is kept', async (t) => {
  const [folder, home] = [folderFor(t), folderFor(t)];
  const cache = cacheOf([folder], { XDG_CACHE_HOME: home }, assert.fail)!;
  await Promise.all([1, 2, 3, 4].map((by) => cache.write([{ name: 'a', parts: [new Uint8Array(100_000).fill(by)] }])));
  const kept = await cache.read((file) => file.section('a'));
  assert.ok(kept);
  assert.deepEqual([...new Set(kept)].length, 1);
  assert.equal(readdirSync(join(home, 'crisis-tui')).length, 1);
  assert.equal(statSync(join(home, 'crisis-tui')).mode & 0o777, 0o700);
});

test('what was not used for longest goes first, and what a process left behind', (t) => {
  const folder = folderFor(t);
  for (const [i, name] of ['a.cache', 'b.cache', 'c.cache.damaged', 'd.cache', 'mine.txt'].entries()) {
    writeFileSync(join(folder, name), 'x'.repeat(100));
    utimesSync(join(folder, name), 1000 + i, 1000 + i);
  }
  writeFileSync(join(folder, 'e.cache.1-abc.new'), 'x');
  utimesSync(join(folder, 'e.cache.1-abc.new'), 1000, 1000);
  evict(folder, join(folder, 'd.cache'), 200);
  assert.deepEqual(readdirSync(folder).sort(), ['c.cache.damaged', 'd.cache', 'mine.txt']);
});

test('cache info says what is kept and where, cache clear removes it', async (t) => {
  const [folder, home] = [folderFor(t), folderFor(t)];
  const env = { XDG_CACHE_HOME: home };
  await cacheOf([folder], env, assert.fail)!.write([{ name: 'a', parts: [new Uint8Array(2 << 20)] }]);
  const [file] = readdirSync(join(home, 'crisis-tui'));
  const info = cacheWords([], env);
  assert.ok('prints' in info);
  assert.ok(info.prints.includes(`  ${join(home, 'crisis-tui', file!)}\n2 MB of 2048 MB in ${home}`), info.prints);
  assert.deepEqual(cacheWords(['clear'], env), { prints: `2 MB removed from ${join(home, 'crisis-tui')}\n` });
  assert.ok(!existsSync(join(home, 'crisis-tui', file!)));
  assert.deepEqual(cacheWords(['clean'], env), { refuses: 'cache wants info or clear' });
  assert.match(JSON.stringify(cacheWords(['info'], {})), /there is no home folder/);
});
