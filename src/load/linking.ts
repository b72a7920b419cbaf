import type { ResourceLimits } from 'node:worker_threads';
import workerpool, { type Pool } from 'workerpool';
import type { Progress } from '../index/progress.ts';
import { encodeArticle } from '../index/stored/article.ts';
import type { Article } from '../model.ts';
import { entryOf, THREAD_LIMITS } from './entry.ts';
import type { AnnotationBytes } from './found.ts';
import type { Answered, Handed } from './linker.ts';
import { codeOfCause, OUT_OF_MEMORY } from './thread-ends.ts';

/** So many articles are handed over at a time: some milliseconds. */
const BATCH = 64;

/** What is to be linked: articles, what was found in each, and what tells each from any other of its path. */
export interface ToLink {
  readonly articles: readonly Article[];
  readonly found: readonly AnnotationBytes[];
  readonly marks: readonly string[];
  /** Whether what it works out is wanted where it took in so many articles. */
  readonly isWanted: (taken: number) => boolean;
}

/** What came of it. */
export interface Linked extends Answered {
  /** What was worked out, for the next time; `undefined` where it is not wanted, or the thread ended. */
  readonly packed: Promise<Uint8Array | undefined>;
}

/**
 * A thread of its own in which an index is made, once: keys are answered meanwhile, and the memory that it takes is
 * given back.
 */
export class Linker {
  readonly #pool: Pool;
  readonly #unpacked: Promise<unknown>;
  /** A pool that was ended would start another thread for what it is asked after. */
  #isEnded = false;

  /**
   * @param before what the last linking worked out; these bytes are used up
   * @param otherwise what the thread runs, and what it may take where that is not all that Node gives
   */
  constructor(
    before: Promise<Uint8Array | undefined>,
    { script = entryOf('linker'), memory = {} }: { readonly script?: string; readonly memory?: ResourceLimits } = {},
  ) {
    this.#pool = workerpool.pool(script, {
      maxWorkers: 1,
      workerType: 'thread',
      workerTerminateTimeout: 200,
      workerThreadOpts: { resourceLimits: { ...THREAD_LIMITS, ...memory } },
    });
    const unpacked = before.then((bytes) => bytes && this.#asked('unpack', [bytes]));
    // Where it cannot be used all is linked anew.
    this.#unpacked = unpacked.catch(() => {});
  }

  /**
   * The index of articles with what was found in each.
   *
   * @returns `undefined` where there is no thread, or it ended
   * @throws what the signal was aborted with, and where there is too little memory: here it would end the program
   */
  async link(
    { articles, found, marks, isWanted }: ToLink,
    onProgress: (progress: Progress) => void,
    broken: AbortSignal,
  ): Promise<Linked | undefined> {
    const end = () => void this.end();
    broken.addEventListener('abort', end, { once: true });
    const leave = async () => {
      broken.removeEventListener('abort', end);
      await this.end();
    };
    try {
      for (let at = 0; at < articles.length; at += BATCH) {
        // Their bytes are shared, not copied.
        const handed = articles
          .slice(at, at + BATCH)
          .map(
            (article, i): Handed => ({ article: encodeArticle(article), found: found[at + i]!, mark: marks[at + i]! }),
          );
        await this.#asked('take', [handed]);
        broken.throwIfAborted();
      }
      await this.#unpacked;
      const answered = (await this.#asked('link', [], { on: onProgress })) as Answered;
      const packed = isWanted(answered.taken) ? this.#asked('pack', []) : Promise.resolve(undefined);
      return { ...answered, packed: whole(packed, leave) };
    } catch (error) {
      await leave();
      broken.throwIfAborted();
      if (codeOfCause(error) === OUT_OF_MEMORY)
        throw new Error(
          `there is too little memory for ${articles.length} articles; open fewer, or allow more with NODE_OPTIONS=--max-old-space-size=…`,
        );
      return undefined;
    }
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    this.#isEnded = true;
    await this.#pool.terminate(true);
  }

  async #asked(...what: Parameters<Pool['exec']>): Promise<unknown> {
    if (this.#isEnded) throw new Error('the thread was ended');
    return this.#pool.exec(...what);
  }
}

/** What was packed; nothing where the thread ended before. */
async function whole(packed: PromiseLike<unknown>, leave: () => Promise<void>): Promise<Uint8Array | undefined> {
  try {
    return (await packed) as Uint8Array | undefined;
  } catch {
    return undefined;
  } finally {
    await leave();
  }
}
