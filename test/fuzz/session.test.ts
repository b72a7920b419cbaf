// That fuzzing finds what breaks, hangs, ends and takes all memory, tells it, and goes on with what it kept.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { FRESH, Kept } from '../../scripts/fuzz/kept.ts';
import { type Fuzzing, fuzzed } from '../../scripts/fuzz/session.ts';
import { rowOf } from '../../scripts/fuzz/table.ts';
import { ROOT } from '../pty/terminal.ts';
import { temporaryFolder } from '../temporary.ts';

const work = temporaryFolder('fuzzing');
await build({
  entryPoints: [join(ROOT, 'scripts/fuzz/worker.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: join(work, 'worker.mjs'),
  logLevel: 'error',
});
const code = join(work, 'targets.mjs');
writeFileSync(
  code,
  `const { covered } = globalThis;
const held = [];
export const TARGETS = {
  throws: (bytes) => { covered[0]++; if (bytes.length > 0) throw new Error('too long'); },
  hangs: () => { for (;;) covered[0]++; },
  waits: () => new Promise(() => {}),
  hoards: () => { for (;;) held.push(new Array(1e5).fill(0).map((_, i) => [i])); },
};
`,
);

const told: (readonly [input: string, why: string])[] = [];
function fuzzing(target: string, more: Partial<Fuzzing> = {}): Fuzzing {
  told.length = 0;
  return {
    target,
    work,
    room: work,
    code: pathToFileURL(code).href,
    counters: 2,
    milliseconds: 200,
    seed: 1,
    hangs: 200,
    memory: 256,
    signal: new AbortController().signal,
    failed: (input, why) => void told.push([Buffer.from(input).toString(), why]),
    ...more,
  };
}

test('an input that a target throws for is told once, with why', async () => {
  const { found } = await fuzzed(FRESH, fuzzing('throws'));
  assert.equal(found, 1);
  assert.ok(told[0]![0].length > 0);
  assert.match(told[0]![1], /too long/);
});

test('an input that never ends, waits for ever or takes all memory is told', async () => {
  for (const [target, why] of [
    ['hangs', /more than 0\.2 s of processor time/],
    ['waits', /waits for what never comes/],
    ['hoards', /more than 256 MB/],
  ] as const) {
    const { found } = await fuzzed(FRESH, fuzzing(target, target === 'hoards' ? { hangs: 60_000 } : {}));
    assert.equal(found, 1, target);
    assert.equal(told[0]![0], '', 'the first input is the empty one');
    assert.match(told[0]![1], why);
  }
});

test('a session that is ended early tells what it came to, and the next goes on with its inputs', async () => {
  const folder = temporaryFolder('fuzzing-kept');
  const stop = new AbortController();
  const ended = { signal: stop.signal, milliseconds: 1e9, failed: () => stop.abort() };
  const came = await fuzzed(new Kept(folder, 'throws').session, fuzzing('throws', ended));
  assert.ok(came.milliseconds < 1e9 && came.runs >= 2, `${came.runs} runs in ${came.milliseconds} ms`);
  assert.equal(came.found, 1);
  new Kept(folder, 'throws').keep({ ...came, inputs: [...came.inputs, Buffer.from('kept')] });

  const second = await fuzzed(new Kept(folder, 'throws').session, fuzzing('throws'));
  assert.ok(second.milliseconds > came.milliseconds && second.runs > came.runs, 'the time is that of both');
  assert.ok(second.inputs.some((input) => Buffer.from(input).toString() === 'kept'));
  const { seconds, runs, branches, found } = rowOf('throws', second);
  assert.deepEqual([seconds, runs, found], [Math.round(second.milliseconds / 1000), second.runs, 2]);
  assert.deepEqual(branches, [1, 1, 1]);
});
