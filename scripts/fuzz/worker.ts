// Runs one target over and over in a thread of its own, so that what hangs can be ended: see scripts/fuzz.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { LONGEST, mutated, randomBy } from './mutate.ts';

export interface Work {
  readonly target: string;
  /** The targets, with counters in them. */
  readonly code: string;
  readonly counters: number;
  readonly seed: number;
  /** How long it runs, in milliseconds of this thread's processor time from when the target is loaded. */
  readonly time: number;
  /** What it begins with. */
  readonly seeds: readonly Uint8Array[];
  /** What is put in. */
  readonly pieces: readonly string[];
  /** Inputs that reached something new in earlier threads. */
  readonly corpus: readonly Uint8Array[];
  /**
   * The input that is being tried: its length, how many were tried, the milliseconds they took, the
   * longest that one took, the input itself.
   */
  readonly trying: SharedArrayBuffer;
}

export type Told =
  /** How many branches were run until so many milliseconds. */
  | { readonly branches: number; readonly at: number }
  | { readonly kept: Uint8Array }
  | { readonly failed: Uint8Array; readonly why: string }
  | { readonly over: true };

/** Where in `trying` the input begins. */
export const HEAD = 16;

if (workerData) await fuzz(workerData as Work);

async function fuzz({
  target,
  code,
  counters,
  seed,
  time,
  seeds: first,
  pieces,
  corpus: before,
  trying,
}: Work): Promise<void> {
  const covered = new Uint32Array(counters);
  Object.assign(globalThis, { covered });
  const { TARGETS } = (await import(code)) as typeof import('../../test/fuzz/targets.ts');
  const run = TARGETS[target]!;
  const random = randomBy(seed);
  const words = pieces.map((piece) => Buffer.from(piece));
  const seeds = [Buffer.alloc(0), ...[...first, ...before].map((each) => Buffer.from(each).subarray(0, LONGEST))];
  const corpus = [...seeds];
  /** Of each counter, the powers of two that it has been between. */
  const reached = new Uint32Array(counters);
  const failures = new Set<string>();
  const [state, bytes] = [new Int32Array(trying, 0, 4), new Uint8Array(trying, HEAD)];
  const tell = (told: Told) => parentPort?.postMessage(told);
  let branches = 0;
  const isNew = (): boolean => {
    let found = false;
    for (let n = 0; n < counters; n++) {
      const times = covered[n]!;
      if (times === 0) continue;
      const bit = 1 << (31 - Math.clz32(Math.min(times, 1 << 20)));
      if ((reached[n]! & bit) !== 0) continue;
      if (reached[n] === 0) branches++;
      reached[n]! |= bit;
      found = true;
    }
    return found;
  };

  // Loading is not fuzzing: time counts from here.
  const began = spent();
  let [now, told] = [began, 0];
  // Every seed once as it is, and what earlier sessions kept, which is theirs: the first figure is of the seeds alone.
  const theirs = 1 + first.length;
  for (let runs = 0; runs < seeds.length || now - began < time; runs++) {
    // Then the newer ones more often.
    const at = runs < seeds.length ? runs : Math.max(random(corpus.length), random(corpus.length));
    const other = corpus[random(corpus.length)]!;
    const input = runs < seeds.length ? corpus[at]! : mutated(corpus[at]!, other, words, random);
    bytes.set(input);
    state[0] = input.length;
    state[2] = now - began;
    Atomics.add(state, 1, 1);
    covered.fill(0);
    try {
      await run(Buffer.from(input));
    } catch (error) {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const known = why.split('\n').slice(0, 3).join('\n').replaceAll(/\d+/g, 'n').slice(0, 300);
      if (!failures.has(known)) tell({ failed: input, why: why.slice(0, 2000) });
      failures.add(known);
    }
    const after = spent();
    state[3] = Math.max(state[3]!, after - now);
    now = after;
    if (isNew() && runs >= seeds.length) {
      corpus.push(Buffer.from(input));
      tell({ kept: input });
    }
    if (branches > told && (runs === theirs - 1 || runs >= seeds.length - 1)) {
      told = branches;
      tell({ branches, at: now - began });
    }
    if (runs % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  state[2] = now - began;
  tell({ over: true });
  parentPort?.close();
}

/** The processor time of this thread, in milliseconds: what else runs on the machine takes nothing of it. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
