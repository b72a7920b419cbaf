import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { Linker } from '../../src/load/linking.ts';
import { ROOT } from '../pty/terminal.ts';

const NOTHING = { articles: [], found: [], marks: [], isWanted: () => false };
const script = join(ROOT, 'test/load/greedy-linker.ts');

test('too little memory for linking is told in words; it is not tried again where it would end the program', async () => {
  const { signal } = new AbortController();
  const memory = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };
  await assert.rejects(
    new Linker(Promise.resolve(undefined), { script, memory }).link(NOTHING, () => {}, signal),
    /too little memory for 0 articles; open fewer/,
  );
});

test('where there is no thread for linking, it is done without one', async () => {
  const { signal } = new AbortController();
  const nowhere = { script: join(ROOT, 'test/load/no-such-linker.ts') };
  assert.equal(await new Linker(Promise.resolve(undefined), nowhere).link(NOTHING, () => {}, signal), undefined);
});

test('a linker that is ended before it has begun starts no thread after that', () => {
  const left = [join(ROOT, 'test/load/left-linker.ts'), join(ROOT, 'src/load/linker.ts')];
  const { status, signal } = spawnSync(process.execPath, ['--import', 'tsx', ...left], { timeout: 200_000 });
  assert.deepEqual([status, signal], [0, null]);
});
