import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Mechanical, mechanicalQueries, recordsFrom, sentencesIn, typedKeys } from './corpus.ts';
import type { Answered, Built, Setting } from './engine.ts';
import { ENGINES } from './engines.ts';

/** The seed of the records, the keys and the queries. */
const SEED = 7;
const QUERIES = 540;
/** An engine that needs longer for one key at one size gets fewer of them, spread evenly. */
const SLOW = 50;
const KEYS_IF_SLOW = 12;
const QUERIES_IF_SLOW = 27;

export interface SearchOptions {
  /** A folder of `.jsonl` files whose lines have a `text`. */
  readonly data?: string;
  /** How many records, several with commas between. */
  readonly sizes?: string;
  /** Engines, with commas between; all without it. */
  readonly engines?: string;
  readonly seed?: string;
}

/**
 * How long a key takes, and whether what was meant is among the first ten: every engine in a process of its own, all
 * asked the same in turn, CPU time of the process.
 */
export async function search(options: SearchOptions): Promise<void> {
  const { data } = options;
  if (data === undefined) {
    console.log('\nsearch: give sentences with --data=FOLDER (.jsonl files whose lines have a "text")');
    return;
  }
  const seed = Number(options.seed ?? SEED);
  const sizes = (options.sizes ?? '1000,10000,100000').split(',').map(Number);
  const engines = options.engines?.split(',') ?? Object.keys(ENGINES);
  const sentences = sentencesIn(data);
  for (const count of sizes) {
    const real = Math.min(count, sentences.length);
    console.log(`\nsearch, ${count} records (${real} sentences, ${count - real} resampled of them)`);
    const records = recordsFrom(sentences, count, seed);
    const queries = mechanicalQueries(records.slice(0, real), QUERIES, seed + 1);
    await compare({ data, count, seed }, engines, typedKeys(records, seed + 2), queries);
  }
}

async function compare(
  setting: Omit<Setting, 'engine'>,
  names: readonly string[],
  keys: readonly string[],
  queries: readonly Mechanical[],
): Promise<void> {
  const engines: Running[] = [];
  // One after the other, so that none builds beside another.
  for (const name of names) engines.push(await Running.start({ ...setting, engine: name }));
  for (const engine of engines) await engine.warmUp(keys);
  for (const [i, key] of keys.entries()) for (const engine of engines) await engine.key(key, i, keys.length);
  for (const [i, query] of queries.entries()) for (const engine of engines) await engine.query(query, i);
  console.log(row('', 'p50 ms', 'p95', 'max', 'build ms', 'MB', 'recall@10', 'MRR', 'keys', 'queries'));
  for (const engine of engines) {
    console.log(engine.row());
    engine.stop();
  }
}

/** An engine's process and what was measured of it. */
class Running {
  readonly times: number[] = [];
  readonly ranks: number[] = [];
  readonly kinds = new Map<string, number[]>();
  slow = false;

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
    private readonly built: Built,
  ) {}

  static async start(setting: Setting): Promise<Running> {
    const child = fork(fileURLToPath(new URL('engine.ts', import.meta.url)), [JSON.stringify(setting)], {
      execArgv: ['--import', 'tsx', '--expose-gc', '--max-old-space-size=8192', '--no-warnings'],
    });
    const [built] = await once(child, 'message');
    return new Running(setting.engine, child, built);
  }

  async warmUp(keys: readonly string[]): Promise<void> {
    const times: number[] = [];
    for (const key of keys.slice(0, 12)) {
      times.push((await this.#ask(key)).milliseconds);
      if ((times.at(-1) ?? 0) > 20 * SLOW) break;
    }
    this.slow = Math.max(...times.slice(-4)) > SLOW;
    if (!this.slow) for (const key of keys) await this.#ask(key);
  }

  async key(key: string, i: number, of: number): Promise<void> {
    if (this.slow && i % Math.ceil(of / KEYS_IF_SLOW) !== 0) return;
    this.times.push((await this.#ask(key)).milliseconds);
  }

  async query({ query, record, kind }: Mechanical, i: number): Promise<void> {
    if (this.slow && i % Math.ceil(QUERIES / QUERIES_IF_SLOW) !== 0) return;
    const rank = 1 + (await this.#ask(query)).records.slice(0, 10).indexOf(record);
    this.ranks.push(rank);
    this.kinds.set(kind, [...(this.kinds.get(kind) ?? []), rank]);
    if (process.env['BENCH_MISSES'] && rank === 0) console.log(`  ${this.name} misses (${kind}): ${query}`);
  }

  row(): string {
    const sorted = [...this.times].sort((a, b) => a - b);
    const at = (q: number) => (sorted[Math.floor((sorted.length - 1) * q)] ?? Number.NaN).toFixed(2);
    const mean = (value: (rank: number) => number) =>
      (this.ranks.reduce((sum, rank) => sum + value(rank), 0) / this.ranks.length).toFixed(3);
    const { build, memory } = this.built;
    return row(
      this.name,
      at(0.5),
      at(0.95),
      at(1),
      build.toFixed(0),
      memory.toFixed(1),
      mean((rank) => (rank > 0 ? 1 : 0)),
      mean((rank) => (rank > 0 ? 1 / rank : 0)),
      `${this.times.length}`,
      `${this.ranks.length}`,
    );
  }

  stop(): void {
    this.child.kill();
  }

  async #ask(query: string): Promise<Answered> {
    this.child.send(query);
    const [answer] = await once(this.child, 'message');
    return answer;
  }
}

function row(name: string, ...cells: readonly string[]): string {
  return `  ${name.padEnd(16)}${cells.map((cell) => cell.padStart(10)).join('')}`;
}
