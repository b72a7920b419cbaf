import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { REAL, SEEDS, WORDS } from '../../test/fuzz/seeds.ts';
import { HEAD, type Told, type Work } from './worker.ts';

/** Nothing is heard for so long of a thread that does something: it hangs where it cannot even be asked. */
const SILENT = 600_000;

/** What fuzzing a target came to, in all sessions that went on with each other's inputs. */
export interface Session {
  readonly runs: number;
  /** Of processor time. */
  readonly milliseconds: number;
  /** Branches of the program that were run, and when so many had been: the first are those that the seeds run. */
  readonly reached: readonly (readonly [milliseconds: number, branches: number])[];
  /** Inputs that ran a branch that none before had run, or had run as often. */
  readonly inputs: readonly Uint8Array[];
  /** The longest that one input took, in milliseconds of processor time. */
  readonly slowest: number;
  readonly found: number;
}

export interface Fuzzing {
  readonly target: string;
  /** A folder with `worker.mjs`. */
  readonly work: string;
  /** Where a target may write. */
  readonly room: string;
  /** The address of the targets, with counters in them. */
  readonly code: string;
  readonly counters: number;
  /** How long, in processor time. */
  readonly milliseconds: number;
  readonly seed: number;
  /** An input that takes longer hangs, in milliseconds of processor time. */
  readonly hangs: number;
  /** An input that takes more memory takes all of it, in megabytes. */
  readonly memory: number;
  readonly signal: AbortSignal;
  /** Is told of an input that breaks the target, and how. */
  readonly failed: (input: Uint8Array, why: string) => void;
}

/**
 * Fuzzes a target for its time, in as many threads after each other as it takes: one that hangs is ended.
 *
 * @param before what earlier sessions came to
 * @returns what all of them came to; when the signal says to stop, until then
 */
export async function fuzzed(before: Session, fuzzing: Fuzzing): Promise<Session> {
  const inputs = [...before.inputs];
  const reached = [...before.reached];
  let [runs, spent, slowest, found] = [0, 0, before.slowest, before.found];
  for (let seed = fuzzing.seed; spent < fuzzing.milliseconds && !fuzzing.signal.aborted; seed++) {
    const trying = new SharedArrayBuffer(HEAD + (1 << 16));
    const state = new Int32Array(trying, 0, 4);
    const failed = (input: Uint8Array, why: string) => {
      found++;
      fuzzing.failed(input, why);
    };
    await oneThread(
      {
        target: fuzzing.target,
        code: fuzzing.code,
        counters: fuzzing.counters,
        seed,
        time: fuzzing.milliseconds - spent,
        seeds: [...SEEDS, ...REAL].map((each) => Buffer.from(each)),
        pieces: WORDS,
        corpus: inputs,
        trying,
      },
      fuzzing,
      (told) => {
        if ('failed' in told) failed(told.failed, told.why);
        else if ('kept' in told) inputs.push(told.kept);
        else if ('branches' in told) {
          if (told.branches > (reached.at(-1)?.[1] ?? -1))
            reached.push([before.milliseconds + spent + told.at, told.branches]);
        }
      },
      (why) => failed(new Uint8Array(trying, HEAD, state[0]).slice(), why),
    );
    runs += state[1]!;
    slowest = Math.max(slowest, state[3]!);
    // One that ends before its first run would be started for ever.
    spent += fuzzing.signal.aborted ? state[2]! : Math.max(state[2]!, 1000);
  }
  return {
    runs: before.runs + runs,
    milliseconds: before.milliseconds + spent,
    reached,
    inputs,
    slowest,
    found,
  };
}

function oneThread(
  workerData: Work,
  { work, room, hangs, memory, signal }: Fuzzing,
  hear: (told: Told) => void,
  broken: (why: string) => void,
): Promise<void> {
  const state = new Int32Array(workerData.trying, 0, 4);
  const worker = new Worker(join(work, 'worker.mjs'), {
    workerData,
    execArgv: [],
    env: { ...process.env, TMPDIR: room },
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  return new Promise((resolve, reject) => {
    let over = false;
    const end = () => {
      over = true;
      void worker.terminate();
    };
    signal.addEventListener('abort', end, { once: true });
    let last = { run: -1, cpu: 0, time: 0 };
    const look = async () => {
      const run = Atomics.load(state, 1);
      // A machine that does something else is no fault of the input's: what counts is what this thread did.
      const asked = worker.cpuUsage().then(({ user, system }) => (user + system) / 1000);
      const cpu = await Promise.race([asked.catch(() => undefined), later(1000)]);
      const time = performance.now();
      if (over || run !== Atomics.load(state, 1)) return;
      if (run !== last.run) {
        if (cpu !== undefined) last = { run, cpu, time };
      } else if (run > 0 && cpu !== undefined && cpu - last.cpu > hangs) {
        broken(`it takes more than ${hangs / 1000} s of processor time`);
        end();
      } else if (run > 0 && time - last.time > SILENT) {
        broken(`nothing has come of it for ${SILENT / 60_000} minutes`);
        end();
      }
    };
    const watch = setInterval(() => void look(), 2000);
    worker.on('message', (told: Told) => {
      if ('over' in told) over = true;
      hear(told);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      over = true;
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') broken(`it takes more than ${memory} MB`);
      else if (state[1] === 0) reject(error);
      else broken(`it ends its thread: ${error.stack ?? error.message}`);
    });
    worker.on('exit', (code) => {
      clearInterval(watch);
      signal.removeEventListener('abort', end);
      if (!over && state[1] === 0) reject(new Error(`the target ends its thread with ${code} as it is loaded`));
      if (!over) broken(`it ends its thread with ${code}, or waits for what never comes`);
      resolve();
    });
  });
}

function later(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => void setTimeout(() => resolve(undefined), milliseconds).unref());
}
