import { fileURLToPath } from 'node:url';
import { inMegabytes } from '../corpus/limits.ts';
import type { Corpus, ReadOptions } from '../corpus/read.ts';
import type { Index } from '../index/access.ts';
import { ProgressLine } from '../terminal/progress.ts';

/** A corpus, and its index where that is known without being worked out. */
export interface Opened extends Corpus {
  readonly index?: Index;
}

/** Where the program itself stands: `dist` where it is bundled, else `src`. */
const HERE = new URL(import.meta.url.endsWith('.ts') ? '../' : './', import.meta.url);
/** The articles that come with the program. */
export const SEEDS = fileURLToPath(new URL('../seeds', HERE));

/** Opens what the paths name; what comes with the program where there are none. */
export async function opened(paths: readonly string[], options: ReadOptions): Promise<Opened> {
  if (paths.length > 0) return read(paths, options);
  const { map = {}, exclude = [], limits = {} } = options;
  const asUsual = [map, exclude, limits].every((asked) => Object.keys(asked).length === 0);
  return (asUsual ? await shipped() : undefined) ?? read([SEEDS], options);
}

async function shipped(): Promise<Opened | undefined> {
  const { shippedIndex } = await import('./shipped.ts');
  const index = shippedIndex(SEEDS, fileURLToPath(new URL('seeds.bin', HERE)));
  return index && { articles: index.articles.map(({ article }) => article), problems: [], index };
}

/** Reads the corpus; a first Ctrl-C ends the reading and goes on with what there is, a second ends the program. */
async function read(paths: readonly string[], options: ReadOptions): Promise<Corpus> {
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  const line = new ProgressLine(process.stderr);
  process.once('SIGINT', onInterrupt);
  const { readCorpus } = await import('../corpus/read.ts');
  try {
    return await readCorpus(paths, {
      ...options,
      signal: stop.signal,
      onProgress: ({ files, ofFiles, bytes, path }) =>
        line.show(
          `${files} of ${ofFiles} files, ${inMegabytes(bytes)}, ${Math.round(files / line.seconds)} a second: ${path}`,
        ),
    });
  } finally {
    process.off('SIGINT', onInterrupt);
    line.clear();
  }
}
