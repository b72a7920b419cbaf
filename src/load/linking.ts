import workerpool from 'workerpool';
import type { Progress } from '../index/progress.ts';
import { encodeArticle } from '../index/stored/article.ts';
import type { Article } from '../model.ts';
import { entryOf, THREAD_LIMITS } from './entry.ts';
import type { AnnotationBytes } from './found.ts';
import type { Handed } from './linker.ts';

/** So many articles are handed over at a time: some milliseconds. */
const BATCH = 64;

/**
 * The index of articles with what was found in each, made in a thread of its own: keys are answered meanwhile, and the
 * memory that it takes is given back.
 *
 * @returns what `encodeIndex` gives; `undefined` where there is no thread, or it ended
 * @throws what the signal was aborted with
 */
export async function linkedElsewhere(
  articles: readonly Article[],
  found: readonly AnnotationBytes[],
  onProgress: (progress: Progress) => void,
  broken: AbortSignal,
): Promise<Uint8Array | undefined> {
  const pool = workerpool.pool(entryOf('linker'), {
    maxWorkers: 1,
    workerType: 'thread',
    workerTerminateTimeout: 200,
    workerThreadOpts: { resourceLimits: THREAD_LIMITS },
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
  } catch {
    broken.throwIfAborted();
    return undefined;
  } finally {
    broken.removeEventListener('abort', end);
    await pool.terminate(true);
  }
}
