// Fuzzes what reads what strangers write, guided by coverage: `npm run fuzz`, or `npm run fuzz -- TARGET... --seconds=600
// --seed=1 --jobs=2`. Each target has so many seconds of processor time to itself; as many run at once as there are cores.
// What breaks a target, hangs or takes all memory is told, with the input, and fails it. Nothing is written but what these
// ask for: `--keep=FOLDER` goes on with the inputs that earlier sessions kept there; `--write` puts what came of it into
// docs/fuzzing.md, and inputs that break a target into test/fuzz/found, where a test runs them.
//
// (Jazzer.js 4, which is libFuzzer, comes built for glibc 2.38 and newer only; this needs nothing but Node.)
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { TARGETS } from '../test/fuzz/targets.ts';
import { instrumented } from './fuzz/instrument.ts';
import { FRESH, Kept } from './fuzz/kept.ts';
import { fuzzed } from './fuzz/session.ts';
import { rowOf, written } from './fuzz/table.ts';

/** An input that takes longer hangs, in milliseconds of processor time. */
const HANGS = 20_000;
/** An input that takes more memory takes all of it, in megabytes. */
const MEMORY = 1024;

const root = fileURLToPath(new URL('..', import.meta.url));
const found = 'test/fuzz/found';
const given = process.argv.slice(2);
const option = (name: string) => given.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const seconds = Number(option('seconds') ?? 600);
const jobs = Number(option('jobs') ?? availableParallelism());
const asked = given.filter((word) => !word.startsWith('--'));
if (asked.some((name) => !(name in TARGETS)) || !(seconds > 0) || !(jobs > 0)) {
  console.error(
    `usage: npm run fuzz -- [TARGET...] [--seconds=600] [--seed=1] [--jobs=2] [--keep=FOLDER] [--write]; ` +
      `the targets are ${Object.keys(TARGETS).join(' ')}`,
  );
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'crisis-tui-fuzzing-'));
// What targets write is brought to the disk each time; memory, where it can be had, does not wait for one.
const room = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : work, 'crisis-tui-fuzzing-'));
process.on('exit', () => {
  for (const folder of [room, work]) rmSync(folder, { recursive: true, force: true });
});
// So that what is not bundled is found.
symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'), 'junction');
const bundled = async (file: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(root, file)],
    bundle: true,
    // What parses what strangers write counts as ours; the model is data.
    external: ['wink-nlp', 'wink-eng-lite-web-model', 'canvas', 'fast-check'],
    banner: { js: "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);" },
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
};
const { code, counters } = instrumented(await bundled('test/fuzz/targets.ts'));
writeFileSync(join(work, 'targets.mjs'), code);
writeFileSync(join(work, 'worker.mjs'), await bundled('scripts/fuzz/worker.ts'));

// Who is asked to end tells what it came to until then.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());

let failures = 0;
const waiting = asked.length > 0 ? asked : Object.keys(TARGETS);
await Promise.all(Array.from({ length: Math.min(jobs, waiting.length) }, next));
console.log(`${failures} found`);
process.exitCode = failures > 0 ? 1 : stop.signal.aborted ? 130 : 0;

async function next(): Promise<void> {
  for (;;) {
    const target = waiting.shift();
    if (target === undefined || stop.signal.aborted) return;
    const folder = option('keep');
    const kept = folder === undefined ? undefined : new Kept(folder, target);
    const before = kept?.session ?? FRESH;
    const came = await fuzzed(before, {
      target,
      work,
      room,
      code: pathToFileURL(join(work, 'targets.mjs')).href,
      counters,
      milliseconds: seconds * 1000,
      seed: Number(option('seed') ?? 1),
      hangs: HANGS,
      memory: MEMORY,
      signal: stop.signal,
      failed: (input, why) => {
        failures++;
        tell(target, input, why);
      },
    });
    kept?.keep(came);
    const row = rowOf(target, came);
    console.log(
      `${target.padEnd(12)} ${row.runs} runs in ${row.seconds} s; branches ${row.branches.join(' → ')}; ` +
        `${row.inputs} inputs kept; the slowest took ${row.slowest} ms; ${row.found} found`,
    );
    if (given.includes('--write')) written(join(root, 'docs/fuzzing.md'), row);
  }
}

/** Tells of an input that breaks a target, and how to try it again. */
function tell(target: string, input: Uint8Array, why: string): void {
  const to = `${found}/${target}.${createHash('sha256').update(input).digest('hex').slice(0, 8)}`;
  console.log(`${target} is broken by an input of ${input.length} bytes: ${why}`);
  if (given.includes('--write')) {
    mkdirSync(join(root, found), { recursive: true });
    writeFileSync(join(root, to), input);
    console.log(`  it is in ${to}`);
  } else console.log(`  echo ${Buffer.from(input).toString('base64')} | base64 -d > ${to}`);
}
