import { dirname } from 'node:path';
import { discover, type FoundFile, type Problem } from '../corpus/discover.ts';
import { LIMITS } from '../corpus/limits.ts';
import { Manifests } from '../corpus/manifests.ts';
import type { ReadOptions } from '../corpus/read.ts';
import { markRecurring } from '../corpus/recurring.ts';
import { decodeArticle } from '../index/stored/article.ts';
import type { Article } from '../model.ts';
import type { Crew } from './crew.ts';
import { type ArticleBytes, type FileBytes, hashOf, type ReadingRules, readerBy } from './tasks.ts';

/** A file as it was read, with what told then that it had not changed since. */
export interface KnownFile {
  readonly found: FoundFile;
  readonly read: FileBytes;
}

/** A corpus as it was read. */
export interface ReadCorpus {
  readonly files: readonly KnownFile[];
  /** In the order of their files, with what comes back in the texts of one source marked. */
  readonly articles: readonly Article[];
  /** The articles as they were before that, and as they are kept. */
  readonly bytes: readonly ArticleBytes[];
  readonly problems: readonly Problem[];
  /** Names the rules by which the files were read. */
  readonly rules: string;
  /** Whether there is more that was not read, because reading was ended. */
  readonly isPart: boolean;
}

/** What reading needs besides what is to be read. */
export interface Reader {
  /** What is known from before of files that were read by these rules, of each that has not changed. */
  readonly known: (rules: string) => (file: FoundFile) => FileBytes | undefined;
  /** Threads for so many files, if they are worth it. */
  readonly crew: (files: number) => Promise<Crew | undefined>;
}

/** A thread is given so many files at once. */
const BATCH = 16;

/**
 * Reads every article below the paths given, as `readCorpus` does, with what is known from before and in as many threads
 * as there are: the result is the same whatever is known and however many they are.
 */
export async function read(paths: readonly string[], options: ReadOptions, reader: Reader): Promise<ReadCorpus> {
  const limits = { ...LIMITS, ...options.limits };
  const { files, problems: troubles } = await discover(paths, limits, options.exclude);
  const problems = [...troubles];
  const rules: ReadingRules = { paths, limits, map: options.map };
  const named = await nameOf(rules, files, (problem) => problems.push(problem));
  const knownOf = reader.known(named);
  const results: (FileBytes | undefined)[] = new Array(files.length).fill(undefined);
  let done = 0;
  let bytes = 0;
  let articles = 0;
  const take = (i: number, read: FileBytes) => {
    results[i] = read;
    done++;
    bytes += read.size;
    articles += read.articles.length;
    options.onProgress?.({ files: done, ofFiles: files.length, bytes, articles, path: files[i]!.path });
  };

  const unknown: number[] = [];
  for (const [i, file] of files.entries()) {
    if (options.signal?.aborted) break;
    const known = knownOf(file);
    if (known) take(i, known);
    else unknown.push(i);
  }
  const crew = await reader.crew(unknown.length);
  if (crew) {
    await inBatches(unknown, crew.size, async (batch) => {
      if (options.signal?.aborted) return;
      const read = await crew.read(
        batch.map((i) => files[i]!),
        rules,
      );
      read.forEach((its, at) => {
        take(batch[at]!, its);
      });
    });
  } else {
    const readFile = readerBy(rules);
    for (const i of unknown) {
      if (options.signal?.aborted) break;
      take(i, await readFile(files[i]!, options.signal));
    }
  }

  const known = files.flatMap((found, i): KnownFile[] => (results[i] ? [{ found, read: results[i] }] : []));
  const all = known.flatMap(({ read }) => read.articles);
  return {
    files: known,
    articles: markRecurring(all.map((its) => decodeArticle(its.bytes))),
    bytes: all,
    problems: [...problems, ...known.flatMap(({ read }) => read.problems)],
    rules: named,
    isPart: known.length < files.length,
  };
}

/** Does batches of items, two for each worker at a time so that none waits for the next. */
async function inBatches(
  items: readonly number[],
  workers: number,
  work: (batch: readonly number[]) => Promise<void>,
): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < items.length) {
      const batch = items.slice(next, next + BATCH);
      next += BATCH;
      await work(batch);
    }
  };
  await Promise.all(Array.from({ length: 2 * workers }, one));
}

/**
 * Names all that says how files are read, besides the files: the flags, and the words of the manifests beside them.
 *
 * @param tell is given what is wrong with a manifest
 */
async function nameOf(
  { paths, limits, map }: ReadingRules,
  files: readonly FoundFile[],
  tell: (problem: Problem) => void,
): Promise<string> {
  const manifests = new Manifests(paths, tell);
  const folders = new Map(files.map(({ file }) => [dirname(file), file]));
  for (const file of folders.values()) await manifests.entryFor(file);
  return Buffer.from(hashOf([JSON.stringify([limits, map, manifests.words])])).toString('hex');
}
