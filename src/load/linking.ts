import workerpool from 'workerpool';
import type { Progress } from '../index/progress.ts';
import { encodeArticle } from '../index/stored/article.ts';
import type { Article } from '../model.ts';
import { entryOf } from './entry.ts';
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
  const pool = workerpool.pool(entryOf('linker'), { maxWorkers: 1, workerType: 'thread', workerTerminateTimeout: 200 });
  const end = () => void pool.terminate(true);
  broken.addEventListener('abort', end, { once: true });
  try {
    for (let at = 0; at < articles.length; at += BATCH) {
      const handed = articles.slice(at, at + BATCH).map((article, i): Handed => {
        const its = found[at + i]!;
        // A part of a larger buffer would be sent with all of it.
        return { article: encodeArticle(article), found: { ...its, bytes: its.bytes.slice() } };
      });
      const transfer = handed.flatMap((its) => [its.article.buffer, its.found.bytes.buffer]) as ArrayBuffer[];
      await pool.exec('take', [handed], { transfer });
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
