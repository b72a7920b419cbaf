// One engine in a process of its own: builds its index, then answers one query after the other as it is asked to.
import { recordsFrom, sentencesIn } from './corpus.ts';
import { ENGINES } from './engines.ts';

/** What the process is started with. */
export interface Setting {
  readonly engine: string;
  readonly data: string;
  readonly count: number;
  readonly seed: number;
}

/** What it says when it is built. */
export interface Built {
  /** Milliseconds of CPU time. */
  readonly build: number;
  /** Megabytes of memory, the records themselves not counted. */
  readonly memory: number;
}

/** What it says of a query. */
export interface Answered {
  readonly milliseconds: number;
  readonly records: readonly number[];
}

const { engine, data, count, seed }: Setting = JSON.parse(process.argv[2] ?? '{}');
const records = recordsFrom(sentencesIn(data), count, seed);
const before = await settled();
const since = process.cpuUsage();
const ask = ENGINES[engine]?.(records) ?? (() => []);
const build = milliseconds(since);
const memory = ((await settled()) - before) / 2 ** 20;
process.send?.({ build, memory } satisfies Built);

process.on('message', (query: string) => {
  const since = process.cpuUsage();
  const found = ask(query);
  process.send?.({ milliseconds: milliseconds(since), records: found } satisfies Answered);
});

function milliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Memory in use once the garbage is gone. sqlite's own is not on the heap: there the process tells. */
async function settled(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return engine.startsWith('sqlite') ? rss : heapUsed + arrayBuffers;
}
