import { fileURLToPath } from 'node:url';
import type { Problem } from '../corpus/discover.ts';
import { inMegabytes } from '../corpus/limits.ts';
import type { Corpus, ReadOptions } from '../corpus/read.ts';
import type { Index } from '../index/access.ts';
import { inWords } from '../index/progress.ts';
import type { Building, Loader } from '../load/loader.ts';
import { ProgressLine } from '../terminal/progress.ts';

/** A problem as it is told. */
export function problemWords({ file, says }: Problem): string {
  return `${file} ${says}`;
}

/** A corpus, its index where that is known without being worked out, else what builds it. */
export interface Opened extends Corpus {
  readonly index?: Index;
  readonly loader?: Loader;
}

/** What is asked of opening, besides how files are read. */
export interface Asked {
  /** Whether what is found is kept for the next time, and what was kept is used. */
  readonly cache: boolean;
  /** How many threads work on it; as many as are worth it where it is not said. */
  readonly workers: number | undefined;
  /** Whether changes are taken up while it is open. */
  readonly watch?: boolean | undefined;
  /** Is given what is to be known, in words. */
  readonly tell: (words: string) => void;
}

/** Where the program itself stands: `dist` where it is bundled, else `src`. */
const HERE = new URL(import.meta.url.endsWith('.ts') ? '../' : './', import.meta.url);
/** The articles that come with the program. */
const SEEDS = fileURLToPath(new URL('../seeds', HERE));

/** Opens what the paths name; what comes with the program where there are none. */
export async function opened(paths: readonly string[], options: ReadOptions, asked: Asked): Promise<Opened> {
  return (await openedAtOnce(paths, options)) ?? read(pathsOr(paths), options, asked);
}

/** What is named, or what comes with the program. */
export function pathsOr(paths: readonly string[]): readonly string[] {
  return paths.length > 0 ? paths : [SEEDS];
}

/** What comes with the program, where it is asked for as it comes: its index is known. */
export async function openedAtOnce(paths: readonly string[], options: ReadOptions): Promise<Opened | undefined> {
  const { map = {}, exclude = [], limits = {} } = options;
  const asUsual = [map, exclude, limits].every((its) => Object.keys(its).length === 0);
  return paths.length === 0 && asUsual ? shipped() : undefined;
}

async function shipped(): Promise<Opened | undefined> {
  const { shippedIndex } = await import('./shipped.ts');
  const index = shippedIndex(SEEDS, fileURLToPath(new URL('seeds.bin', HERE)));
  return index && { articles: index.articles.map(({ article }) => article), problems: [], index };
}

/** Reads the corpus; a first Ctrl-C ends the reading and goes on with what there is, a second ends the program. */
async function read(paths: readonly string[], options: ReadOptions, asked: Asked): Promise<Opened> {
  const loader = await loaderOf(paths, options, asked);
  const corpus = await interruptibly((signal, line) =>
    loader.read({
      signal,
      onProgress: ({ files, ofFiles, bytes, path }) =>
        line.show(
          `${files} of ${ofFiles} files, ${inMegabytes(bytes)}, ${Math.round(files / line.seconds)} a second: ${path}`,
        ),
    }),
  );
  return { ...corpus, loader };
}

/** What reads the paths, with what is kept of them. */
export async function loaderOf(
  paths: readonly string[],
  options: ReadOptions,
  { cache, workers, watch, tell }: Asked,
): Promise<Loader> {
  const [{ Loader }, { cacheOf }] = await Promise.all([import('../load/loader.ts'), import('../keep/cache.ts')]);
  const kept = cache ? cacheOf(paths, process.env, tell) : undefined;
  return new Loader({ ...options, paths, workers, cache: kept, isFollowed: watch });
}

/** The index of what was opened, worked out where it is not known; Ctrl-C goes on with the articles analysed until then. */
export async function indexOf({ index, loader }: Opened): Promise<Index> {
  if (index) return index;
  if (!loader) throw new Error('there is nothing to make an index of');
  return interruptibly((stop, line) => {
    const onProgress: Building['onProgress'] = (progress) => line.show(inWords(progress));
    return loader.build({ stop, onProgress });
  });
}

/** Does work that tells how far it is; a first Ctrl-C ends it with what there is, a second ends the program. */
async function interruptibly<T>(work: (stop: AbortSignal, line: ProgressLine) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  const line = new ProgressLine(process.stderr);
  process.once('SIGINT', onInterrupt);
  try {
    return await work(stop.signal, line);
  } finally {
    process.off('SIGINT', onInterrupt);
    line.clear();
  }
}
