import type { ResourceLimits } from 'node:worker_threads';
import workerpool from 'workerpool';
import type { Progress } from '../index/progress.ts';
import { encodeArticle } from '../index/stored/article.ts';
import type { Article } from '../model.ts';
import { entryOf, THREAD_LIMITS } from './entry.ts';
import type { AnnotationBytes } from './found.ts';
import type { Handed } from './linker.ts';
import { codeOfCause, OUT_OF_MEMORY } from './thread-ends.ts';

/** So many articles are handed over at a time: some milliseconds. */
const BATCH = 64;

/**
 * The index of articles with what was found in each, made in a thread of its own: keys are answered meanwhile, and the
 * memory that it takes is given back.
 *
 * @param otherwise what the thread runs, and what it may take where that is not all that Node gives
 * @returns what `encodeIndex` gives; `undefined` where there is no thread, or it ended
 * @throws what the signal was aborted with, and where there is too little memory: here it would end the program
 */
export async function linkedElsewhere(
  articles: readonly Article[],
  found: readonly AnnotationBytes[],
  onProgress: (progress: Progress) => void,
  broken: AbortSignal,
  { script = entryOf('linker'), memory = {} }: { readonly script?: string; readonly memory?: ResourceLimits } = {},
): Promise<Uint8Array | undefined> {
  const pool = workerpool.pool(script, {
    maxWorkers: 1,
    workerType: 'thread',
    workerTerminateTimeout: 200,
    workerThreadOpts: { resourceLimits: { ...THREAD_LIMITS, ...memory } },
  });
  const end = () => void pool.terminate(true);
  broken.addEventListener('abort', end, { once: true });
  try {
    for (let at = 0; at < articles.length; at += BATCH) {
      // Their bytes are shared, not copied.
      const handed = articles
        .slice(at, at + BATCH)
        .map((article, i): Handed => ({ article: encodeArticle(article), found: found[at + i]! }));
      await pool.exec('take', [handed]);
      broken.throwIfAborted();
    }
    return (await pool.exec('link', [], { on: onProgress })) as Uint8Array;
  } catch (error) {
    broken.throwIfAborted();
    if (codeOfCause(error) === OUT_OF_MEMORY)
      throw new Error(
        `there is too little memory for ${articles.length} articles; open fewer, or allow more with NODE_OPTIONS=--max-old-space-size=…`,
      );
    return undefined;
  } finally {
    broken.removeEventListener('abort', end);
    await pool.terminate(true);
  }
}
