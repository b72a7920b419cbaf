// Fuzzes what reads what strangers write, guided by coverage: `npm run fuzz`, or `npm run fuzz -- TARGET... --seconds=600
// --seed=1`. Each target has so many seconds of processor time to itself. What breaks a target, hangs or takes all memory is
// kept in test/fuzz/found, where a test runs it; `--write` puts what came of it into docs/fuzzing.md.
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
import { type Row, written } from './fuzz/table.ts';
import { HEAD, type Told, type Work } from './fuzz/worker.ts';

/** An input that takes longer hangs, in milliseconds. */
const HANGS = 20_000;
/** An input that takes more memory takes all of it, in megabytes. */
const MEMORY = 1024;

const root = fileURLToPath(new URL('..', import.meta.url));
const found = join(root, 'test/fuzz/found');
const given = process.argv.slice(2);
const option = (name: string, otherwise: number) =>
  Number(given.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise);
const seconds = option('seconds', 600);
const asked = given.filter((word) => !word.startsWith('--'));
if (asked.some((name) => !(name in TARGETS)) || !(seconds > 0)) {
  console.error(
    `usage: npm run fuzz -- [TARGET...] [--seconds=600] [--write]; the targets are ${Object.keys(TARGETS).join(' ')}`,
  );
  process.exit(2);
}

// Inside of node_modules, so that what is not bundled is found.
const work = mkdtempSync(join(root, 'node_modules/.fuzz-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
const bundled = await build({
  entryPoints: [join(root, 'test/fuzz/targets.ts')],
  bundle: true,
  // What parses what strangers write counts as ours; the model is data.
  external: ['wink-nlp', 'wink-eng-lite-web-model', 'canvas', 'fast-check'],
  banner: { js: "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);" },
  platform: 'node',
  format: 'esm',
  write: false,
  logLevel: 'error',
});
const { code, counters } = instrumented(bundled.outputFiles[0]!.text);
const file = join(work, 'targets.mjs');
writeFileSync(file, code);

let failures = 0;
for (const target of asked.length > 0 ? asked : Object.keys(TARGETS)) {
  const row = await fuzzed(target);
  failures += row.found;
  console.log(
    `${target.padEnd(12)} ${row.runs} runs in ${Math.round(row.seconds)} s; branches ${row.branches.join(' → ')}; ` +
      `${row.inputs} inputs kept; the slowest took ${row.slowest} ms; ${row.found} found`,
  );
  if (given.includes('--write')) written(join(root, 'docs/fuzzing.md'), row);
}
console.log(`${failures} found`);
process.exitCode = failures > 0 ? 1 : 0;

/** Runs a target for its time, in as many threads after each other as it takes. */
async function fuzzed(target: string): Promise<Row> {
  const corpus: Uint8Array[] = [];
  const branches: [seeds: number, tenth: number, end: number] = [0, 0, 0];
  let [runs, spent, slowest, broken] = [0, 0, 0, 0];
  for (let seed = option('seed', 1); spent < seconds * 1000; seed++) {
    const trying = new SharedArrayBuffer(HEAD + (1 << 16));
    const state = new Int32Array(trying, 0, 3);
    const worker = new Worker(new URL('fuzz/worker.ts', import.meta.url), {
      workerData: {
        target,
        code: pathToFileURL(file).href,
        counters,
        seed,
        time: seconds * 1000 - spent,
        corpus,
        trying,
      },
      execArgv: ['--import', 'tsx'],
      // What a target writes goes with the rest.
      env: { ...process.env, TMPDIR: work },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    } satisfies { workerData: Work } & Record<string, unknown>);
    const failed = (input: Uint8Array, why: string) => {
      broken++;
      keep(target, input, why);
    };
    const tried = () => new Uint8Array(trying, HEAD, state[0]).slice();
    await new Promise<void>((resolve, reject) => {
      let last = -1;
      const watch = setInterval(() => {
        if (state[1] === last && last > 0) {
          failed(tried(), `hangs for more than ${HANGS / 1000} s`);
          void worker.terminate();
        }
        last = state[1]!;
      }, HANGS);
      worker.on('message', (told: Told) => {
        if ('failed' in told) failed(told.failed, told.why);
        else if ('kept' in told) corpus.push(told.kept);
        else if ('reach' in told) {
          const at = told.at === 'seeds' ? 0 : 1;
          branches[at] = Math.max(branches[at], told.reach.branches);
        } else {
          branches[2] = Math.max(branches[2], told.done.branches);
          slowest = Math.max(slowest, told.slowest);
          void worker.terminate();
        }
      });
      worker.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') failed(tried(), `takes more than ${MEMORY} MB`);
        else reject(error);
      });
      worker.on('exit', () => {
        clearInterval(watch);
        resolve();
      });
    });
    runs += state[1]!;
    // One that ends before its first run would be started for ever.
    spent += Math.max(state[2]!, 1000);
  }
  return {
    target,
    runs,
    seconds: spent / 1000,
    branches: [branches[0], Math.max(branches[0], branches[1]), Math.max(...branches)],
    inputs: corpus.length,
    slowest: Math.round(slowest),
    found: broken,
  };
}

function keep(target: string, input: Uint8Array, why: string): void {
  mkdirSync(found, { recursive: true });
  const to = join(found, `${target}.${createHash('sha256').update(input).digest('hex').slice(0, 8)}`);
  writeFileSync(to, input);
  console.log(`  ${to}\n${why}`);
}
