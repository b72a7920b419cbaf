import type { Problem } from '../corpus/discover.ts';
import type { Ends, Listener } from '../index/coming.ts';
import { indexingPart } from '../index/indexing.ts';
import type { Progress } from '../index/progress.ts';
import { inSlices } from '../index/slices.ts';
import { changeWords, isNothing } from './changes.ts';
import type { Loader, Read } from './loader.ts';
import type { Watching } from './watching.ts';

/** So many articles are shown first; then five times as many each time, so that showing them costs little. */
export const FIRST = 100;
const GROWTH = 5;

/** Where less is missing than this share of what there is, the whole is waited for. */
const NEARLY = 0.5;

/** There is no article in what was to be read. */
export class NothingToRead extends Error {
  override readonly name = 'NothingToRead';
}

/**
 * Reads a corpus and gives the index of what is read, of more and more articles, the whole last.
 *
 * @param first the first reading, of {@link FIRST} files, where it was begun already
 * @param told problems that are known already
 * @throws {NothingToRead} when there is no article
 */
export async function fill(
  loader: Loader,
  listener: Listener,
  { enough, left }: Ends,
  first: Promise<Read>,
  told: Set<string>,
): Promise<void> {
  const signal = AbortSignal.any([enough, left]);
  const pace = pacing(listener.reading);
  let corpus = await first;
  let shown: Promise<void> = Promise.resolve();
  let isFirst = true;
  for (let most = FIRST; !signal.aborted; ) {
    const { unread } = corpus;
    const { articles, isAll } = await loader.part({ onProgress: pace(unread), stop: enough, broken: left }, most);
    if ((unread === 0 && isAll) || signal.aborted) break;
    // The one before is shown by now, as a rule: it is of a fifth as many.
    await shown;
    const missing = unread + corpus.articles.length - articles.length;
    const isNearly = missing < NEARLY * articles.length;
    if (articles.length > 0 && !isNearly) {
      const says = `${articles.length} articles are here; ${STILL_WITHOUT}`;
      isFirst = false;
      const problems = news(corpus.problems, told);
      shown = inSlices(indexingPart(articles), () => {}, left).then((index) =>
        listener.take({ index, isPart: true, says, problems }),
      );
      // Whoever waits for it is told; nobody waits while more is read.
      shown.catch(() => {});
    }
    most = (GROWTH - 1) * Math.max(FIRST, articles.length);
    if (unread > 0) corpus = await loader.read({ most, signal });
  }
  left.throwIfAborted();
  if (corpus.articles.length === 0) throw new NothingToRead();
  const index = await loader.build({ onProgress: pace(0), stop: enough, broken: left });
  await shown;
  const more = corpus.unread > 0 || index.articles.length < corpus.articles.length;
  const says = isFirst ? null : more ? `Reading was ended: these are ${index.articles.length} articles` : ALL_READ;
  await listener.take({ index, isPart: false, says, problems: news(corpus.problems, told) });
  listener.reading(null);
}

const STILL_WITHOUT = 'stories, and who said the same, when all are read';
const ALL_READ = 'All articles are read; stories, and who said the same, are known now';

/**
 * Follows what a corpus was read from: what changes is read again, and its index given. A change that comes while one is
 * taken up is taken up after it.
 *
 * @param told problems that are known already
 */
export async function follow(
  loader: Loader,
  watching: Watching,
  listener: Listener,
  left: AbortSignal,
  told: Set<string>,
): Promise<void> {
  // Whoever waits for a change waits for it, too.
  loader.warm(left).catch(() => {});
  while (!left.aborted) {
    const paths = await watching.next(left);
    if (paths.length === 0) continue;
    try {
      await takeUp(loader, watching, paths, listener, left, told);
    } catch (error) {
      left.throwIfAborted();
      listener.tell(`What changed could not be taken up: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

async function takeUp(
  loader: Loader,
  watching: Watching,
  paths: readonly string[],
  listener: Listener,
  left: AbortSignal,
  told: Set<string>,
): Promise<void> {
  const [gone] = watching.gone();
  if (gone !== undefined) return listener.tell(`${gone} is gone; what is shown is as it was last`);
  const corpus = await loader.read({ signal: left, changed: paths });
  left.throwIfAborted();
  const problems = news(corpus.problems, told);
  const changes = loader.changes();
  if (isNothing(changes)) return problems.length > 0 ? listener.tell(problems.join('; ')) : undefined;
  if (corpus.articles.length === 0) return listener.tell('No article is left there; what is shown is as it was last');
  const says = changeWords(changes);
  const pace = pacing(listener.reading);
  const index = await loader.build({ onProgress: pace(0), broken: left });
  await listener.take({ index, isPart: false, says, problems });
  listener.reading(null);
}

/** What could not be read and is not known yet; what can be read again is forgotten, so that it is told if it comes back. */
function news(problems: readonly Problem[], told: Set<string>): readonly string[] {
  const words = problems.map(({ file, says }) => `${file} ${says}`);
  const fresh = words.filter((it) => !told.has(it));
  told.clear();
  for (const it of words) told.add(it);
  return fresh;
}

/** Progress is told so often, in milliseconds: whoever reads it is to have time for keys. */
const PACE = 250;

/** Tells of progress now and then, over all of the reading. @returns who is told, where so many files are still to be read */
function pacing(tell: (progress: Progress) => void): (unread: number) => (progress: Progress) => void {
  const began = performance.now();
  let before: number | undefined;
  let last = began;
  return (unread) => (progress) => {
    const now = performance.now();
    before ??= (progress.done ?? 0) - 1;
    if (now - last < PACE) return;
    last = now;
    if (progress.path === undefined || progress.done === undefined) return tell(progress);
    const rate = (1000 * (progress.done - before)) / (now - began);
    tell({ ...progress, of: (progress.of ?? 0) + unread, rate });
  };
}
