// Runs one target over and over in a thread of its own, so that what hangs can be ended: see scripts/fuzz.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { SEEDS, WORDS } from '../../test/fuzz/seeds.ts';
import { mutated, randomBy } from './mutate.ts';

export interface Work {
  readonly target: string;
  /** The targets, with counters in them. */
  readonly code: string;
  readonly counters: number;
  readonly seed: number;
  readonly until: number;
  /** Inputs that reached something new in earlier threads. */
  readonly corpus: readonly Uint8Array[];
  /** The input that is being tried, and its length before it. */
  readonly trying: SharedArrayBuffer;
}

export type Told =
  | { readonly runs: number; readonly reached: number; readonly corpus: number }
  | { readonly kept: Uint8Array }
  | { readonly failed: Uint8Array; readonly why: string };

const { target, code, counters, seed, until, corpus: before, trying } = workerData as Work;
const covered = new Uint32Array(counters);
Object.assign(globalThis, { covered });
const { TARGETS } = (await import(code)) as typeof import('../../test/fuzz/targets.ts');
const run = TARGETS[target]!;
const random = randomBy(seed);
const words = WORDS.map((word) => Buffer.from(word));
const corpus = [Buffer.alloc(0), ...SEEDS.map((each) => Buffer.from(each)), ...before.map((each) => Buffer.from(each))];
/** Of each counter, the powers of two that it has been between. */
const reached = new Uint32Array(counters);
const failures = new Set<string>();
const [length, bytes] = [new Int32Array(trying, 0, 2), new Uint8Array(trying, 8)];
const tell = (told: Told) => parentPort?.postMessage(told);

let runs = 0;
while (Date.now() < until) {
  // Every seed once as it is; then the newer ones more often.
  const at = runs < corpus.length ? runs : Math.max(random(corpus.length), random(corpus.length));
  const input =
    runs < corpus.length ? corpus[at]! : mutated(corpus[at]!, corpus[random(corpus.length)]!, words, random);
  bytes.set(input);
  length[0] = input.length;
  Atomics.add(length, 1, 1);
  covered.fill(0);
  try {
    await run(Buffer.from(input));
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const known = why.split('\n').slice(0, 3).join('\n').replaceAll(/\d+/g, 'n').slice(0, 300);
    if (!failures.has(known)) tell({ failed: input, why: why.slice(0, 2000) });
    failures.add(known);
  }
  if (isNew() && runs >= before.length) {
    corpus.push(Buffer.from(input));
    tell({ kept: input });
  }
  if (++runs % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
}
tell({ runs, reached: reached.reduce((sum, bits) => sum + Number(bits > 0), 0), corpus: corpus.length });

function isNew(): boolean {
  let found = false;
  for (let n = 0; n < counters; n++) {
    const times = covered[n]!;
    if (times === 0) continue;
    const bit = 1 << (31 - Math.clz32(Math.min(times, 1 << 20)));
    if ((reached[n]! & bit) !== 0) continue;
    reached[n]! |= bit;
    found = true;
  }
  return found;
}
