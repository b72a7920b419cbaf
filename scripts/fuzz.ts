// Fuzzes what reads what strangers write, guided by coverage: `npm run fuzz`, or `npm run fuzz -- TARGET... --seconds=600
// --seed=1`. What breaks a target or hangs is kept in test/fuzz/found, where a test runs it.
//
// (Jazzer.js 4, which is libFuzzer, comes built for glibc 2.38 and newer only; this needs nothing but Node.)
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { TARGETS } from '../test/fuzz/targets.ts';
import { instrumented } from './fuzz/instrument.ts';
import type { Told, Work } from './fuzz/worker.ts';

/** An input that takes longer hangs, in milliseconds. */
const HANGS = 20_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const found = join(root, 'test/fuzz/found');
const given = process.argv.slice(2);
const option = (name: string, otherwise: number) =>
  Number(given.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise);
const seconds = option('seconds', 600);
const asked = given.filter((word) => !word.startsWith('--'));
if (asked.some((name) => !(name in TARGETS)) || !(seconds > 0)) {
  console.error(
    `usage: npm run fuzz -- [TARGET...] [--seconds=600]; the targets are ${Object.keys(TARGETS).join(' ')}`,
  );
  process.exit(2);
}

// Inside of node_modules, so that what is not bundled is found.
const work = mkdtempSync(join(root, 'node_modules/.fuzz-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const bundled = await build({
  entryPoints: [join(root, 'test/fuzz/targets.ts')],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  write: false,
});
const { code, counters } = instrumented(bundled.outputFiles[0]!.text);
const file = join(work, 'targets.mjs');
writeFileSync(file, code);

let failures = 0;
for (const target of asked.length > 0 ? asked : Object.keys(TARGETS)) {
  const until = Date.now() + seconds * 1000;
  const corpus: Uint8Array[] = [];
  let [runs, reached] = [0, 0];
  for (let seed = option('seed', 1); Date.now() < until; seed++) {
    const told = await thread({ target, code: pathToFileURL(file).href, counters, seed, until, corpus });
    runs += told.runs;
    reached = Math.max(reached, told.reached);
  }
  console.log(
    `${target.padEnd(12)} ${runs} runs in ${seconds} s, ${reached} of ${counters} branches, ${corpus.length} inputs kept`,
  );
}
console.log(`${failures} found`);
process.exitCode = failures > 0 ? 1 : 0;

/** Runs a target in a thread until its time is over or an input hangs. */
function thread(asked: Omit<Work, 'trying'>): Promise<{ runs: number; reached: number }> {
  const trying = new SharedArrayBuffer(8 + (1 << 16));
  const state = new Int32Array(trying, 0, 2);
  const worker = new Worker(new URL('fuzz/worker.ts', import.meta.url), {
    workerData: { ...asked, trying } satisfies Work,
    execArgv: ['--import', 'tsx'],
    stderr: false,
  });
  return new Promise((resolve, reject) => {
    let last = -1;
    const watch = setInterval(() => {
      if (state[1] === last && last > 0) {
        keep(asked.target, new Uint8Array(trying, 8, state[0]).slice(), `hangs for more than ${HANGS / 1000} s`);
        clearInterval(watch);
        void worker.terminate().then(() => resolve({ runs: state[1]!, reached: 0 }));
      }
      last = state[1]!;
    }, HANGS);
    worker.on('message', (told: Told) => {
      if ('failed' in told) keep(asked.target, told.failed, told.why);
      else if ('kept' in told) (asked.corpus as Uint8Array[]).push(told.kept);
      else {
        clearInterval(watch);
        void worker.terminate().then(() => resolve(told));
      }
    });
    worker.on('error', reject);
  });
}

function keep(target: string, input: Uint8Array, why: string): void {
  failures++;
  mkdirSync(found, { recursive: true });
  const to = join(found, `${target}.${createHash('sha256').update(input).digest('hex').slice(0, 8)}`);
  writeFileSync(to, input);
  console.log(`  ${to}\n${why}`);
}
