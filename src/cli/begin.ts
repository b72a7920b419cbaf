import { STANDARD_INPUT } from '../corpus/bytes.ts';
import type { Index } from '../index/access.ts';
import type { Ends, Follow, Listener } from '../index/coming.ts';
import type { Progress } from '../index/progress.ts';
import { FIRST, fill, follow } from '../load/live.ts';
import { type Loader, type Read, WORTH_KEEPING } from '../load/loader.ts';
import type { Watching } from '../load/watching.ts';
import { problemWords } from './open.ts';

/** A corpus that is shown while it is read. */
export interface Begun {
  /** What was read before the screen opens, where that is all of it or enough to begin with. */
  readonly read: Read | undefined;
  /** Gives what is read as it comes. @throws {NothingToRead} when there is no article */
  readonly follow: Follow;
  /** What could not be read, and was told on the screen only. */
  readonly problems: () => readonly string[];
  /** Ends what is still done, and keeps what was read and analysed for the next time. */
  readonly end: () => Promise<void>;
}

/** From so many names in a folder, or bytes, on reading may take long: then it is done while it is shown. */
const MANY = WORTH_KEEPING;
const MUCH = 4 * 1024 * 1024;
/** What does not take longer than this, in milliseconds, is awaited all the same. */
const AT_ONCE = 250;

/**
 * Begins to read a corpus, to be shown as it comes, and followed from then on.
 *
 * @param adapt an index before it is shown
 * @param watch whether the paths are followed
 */
export async function begun(
  loader: Loader,
  paths: readonly string[],
  { adapt, watch }: { readonly adapt: (index: Index) => Index; readonly watch: boolean },
): Promise<Begun> {
  const over = new AbortController();
  // It is read once, and from the terminal that keys come from.
  const whole = paths.includes(STANDARD_INPUT);
  let tellOf = (_: Progress) => {};
  let manyFound = () => {};
  const many = new Promise<void>((resolve) => {
    manyFound = resolve;
  });
  const reading = loader.read({
    most: whole ? undefined : FIRST,
    isToBeBuilt: true,
    signal: over.signal,
    onLooked: (names) => names >= MANY && manyFound(),
    onProgress: ({ files, ofFiles, bytes, path }) => {
      if (bytes > MUCH) manyFound();
      tellOf({ doing: 'Reading files', done: files, of: ofFiles, path });
    },
  });
  // Whoever waits for it is told.
  reading.catch(() => {});
  const read = await (whole ? reading : Promise.race([reading, many.then(patience)]));
  const told = new Set(read?.problems.map(problemWords));
  const problems: string[] = [];
  let work: Promise<void> = Promise.resolve();

  async function run(listener: Listener, ends: Ends): Promise<void> {
    tellOf = (progress) => listener.reading(progress);
    for (const end of [ends.enough, ends.left]) end.addEventListener('abort', () => over.abort(), { once: true });
    const mine: Listener = {
      take(coming) {
        problems.push(...coming.problems);
        return listener.take({ ...coming, index: adapt(coming.index) });
      },
      reading: (progress) => listener.reading(progress),
      watched: (is) => listener.watched(is),
      tell: (words) => listener.tell(words),
    };
    const watching = watch ? await watchingOf(paths, mine) : undefined;
    try {
      await fill(loader, mine, ends, reading, told);
      void loader.keep();
      if (watching) await follow(loader, watching, mine, ends.left, told);
    } finally {
      await watching?.close();
    }
  }
  return {
    read,
    follow(listener, ends) {
      work = run(listener, ends);
      return work;
    },
    problems: () => problems,
    async end() {
      over.abort();
      // What it ended with was told where it was waited for.
      await work.catch(() => {});
      await loader.close();
      await loader.keep();
    },
  };
}

function patience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), AT_ONCE));
}

async function watchingOf(paths: readonly string[], listener: Listener): Promise<Watching> {
  const { watching } = await import('../load/watching.ts');
  listener.watched(true);
  return watching(paths, (words) => {
    listener.watched(false);
    listener.tell(words);
  });
}
