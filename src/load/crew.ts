import type { ResourceLimits } from 'node:worker_threads';
import workerpool from 'workerpool';
import type { FoundFile } from '../corpus/discover.ts';
import { encodeArticle } from '../index/stored/article.ts';
import { unanalysed } from '../language/unanalysed.ts';
import type { Article } from '../model.ts';
import { entryOf, THREAD_LIMITS } from './entry.ts';
import { type AnnotationBytes, bytesOf } from './found.ts';
import type { FileBytes, ReadingRules } from './tasks.ts';
import { codeOfCause, OUT_OF_MEMORY } from './thread-ends.ts';

/** Some threads that read files and find what is in articles. */
export interface Crew {
  readonly size: number;
  /** Reads files, in their order; a file that ends the thread or takes too long is told of as unreadable. */
  read(files: readonly FoundFile[], rules: ReadingRules): Promise<readonly FileBytes[]>;
  /** What is found in an article; nothing, and why, where that ends the thread or takes too long. */
  annotate(article: Article): Promise<AnnotationBytes>;
  /** Ends the threads, whatever they are doing. */
  dismiss(): Promise<void>;
}

/** What may be otherwise than usual. */
export interface CrewOptions {
  /** Milliseconds after which an article is given up, and a file. */
  readonly article?: number;
  readonly file?: number;
  /** Megabytes of a thread's own memory, after which what it is doing is given up. */
  readonly memory?: ResourceLimits;
  /** What a thread runs. */
  readonly script?: string;
}

/** An article of a few hundred words takes 10 ms, the longest some seconds: what takes longer than this never ends. */
const LONGEST_ARTICLE = 60_000;
/** A file may hold a hundred thousand records. */
const LONGEST_FILE = 15 * 60_000;
/** The largest file that is read, of 64 MB, takes no more; what does, would take all there is. */
const MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 2048 };
/** What could not begin because no thread could be started is tried again so often, in those that could. */
const TRIES = 3;

/** Starts threads; `undefined` where none can be started here. */
export async function hire(
  size: number,
  {
    article: longestArticle = LONGEST_ARTICLE,
    file: longestFile = LONGEST_FILE,
    memory = MEMORY,
    script = entryOf('worker'),
  }: CrewOptions = {},
): Promise<Crew | undefined> {
  const pool = workerpool.pool(script, {
    maxWorkers: size,
    workerType: 'thread',
    workerTerminateTimeout: 200,
    workerThreadOpts: { resourceLimits: { ...THREAD_LIMITS, ...memory } },
  }) as Pool;
  try {
    await pool.exec('methods');
  } catch {
    await pool.terminate(true);
    return undefined;
  }
  const read: Crew['read'] = async (files, rules) => {
    try {
      return await limited<readonly FileBytes[]>(pool, 'read', [files, rules], longestFile);
    } catch (error) {
      const [only] = files;
      if (files.length === 1 && only) {
        const says = `could not be read (${why(error)}); it was passed over`;
        return [{ articles: [], problems: [{ file: only.file, says }], size: 0 }];
      }
      // One of them it was: each by itself tells which.
      const each: FileBytes[] = [];
      for (const file of files) each.push(...(await read([file], rules)));
      return each;
    }
  };
  return {
    size,
    read,
    async annotate(article) {
      try {
        return await limited<AnnotationBytes>(pool, 'annotate', [encodeArticle(article)], longestArticle);
      } catch (error) {
        return bytesOf(unanalysed(article, why(error)));
      }
    },
    dismiss: async () => void (await pool.terminate(true)),
  };
}

/** Has a thread do something, and ends the thread where that takes too long from when it began. */
async function limited<T>(pool: Pool, task: string, what: readonly unknown[], longest: number): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      const promise = pool.exec(task, [...what], { on: () => void promise.timeout(longest) });
      return (await promise) as T;
    } catch (error) {
      // What waits is handed out when something is asked of the pool: the end of a thread by itself hands out nothing.
      if (pool.stats().pendingTasks > 0) pool.exec('methods').catch(() => {});
      if (tries === TRIES || !isOfNoThread(error)) throw error;
      // Too few open files or too little memory for one more: those there are do it.
      pool.maxWorkers = Math.max(1, pool.stats().totalWorkers);
    }
}

/** Workerpool looks at `maxWorkers` each time that it could start one more. */
type Pool = workerpool.Pool & { maxWorkers: number };

/** Whether nothing was begun: Node could not start the thread. */
function isOfNoThread(error: unknown): boolean {
  return codeOfCause(error) === 'ERR_WORKER_INIT_FAILED';
}

function why(error: unknown): string {
  if (error instanceof workerpool.Promise.TimeoutError) return 'it took too long';
  if (codeOfCause(error) === OUT_OF_MEMORY) return 'it took too much memory';
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return first.replace(/^Workerpool /, '');
}
