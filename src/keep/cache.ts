import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, type Stats, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, corpusName } from './place.ts';
import { Damaged, openSections, type Section, type SectionFile, writeSections } from './sections.ts';

/** All caches together take no more than this; the one that was not opened for longest goes first. */
export const CACHE_LIMIT = 2 * 1024 ** 3;
const ENDING = '.cache';
const LINKING = '.linking.cache';
/** A half-written file of a process that is gone is left for no longer than this, in milliseconds. */
const ABANDONED = 60 * 60_000;

/** What is kept in one file for the next time. */
export interface CacheFile {
  /**
   * Reads what is kept.
   *
   * @param read is given the file, and may throw {@link Damaged}
   * @returns undefined where there is nothing, or nothing that can be used
   */
  read<T>(read: (file: SectionFile) => Promise<T>): Promise<T | undefined>;
  /** Keeps sections for the next time, whole or not at all. A cache that cannot be written is done without. */
  write(sections: readonly Section[], signal?: AbortSignal): Promise<void>;
}

/** Where what was found in a corpus is kept for the next time. */
export interface Cache extends CacheFile {
  /** What linking it anew would work out again: large, read only where something changed, and the first to go. */
  readonly linking: CacheFile;
}

/**
 * The cache of a corpus; undefined where none can be kept: there is no home, or the corpus came from standard input.
 *
 * @param paths what the corpus was opened from
 * @param tell is given what is to be known, in words
 */
export function cacheOf(
  paths: readonly string[],
  env: NodeJS.ProcessEnv,
  tell: (words: string) => void,
): Cache | undefined {
  const folder = cacheFolder(env);
  const name = corpusName(paths);
  if (folder === undefined || name === undefined) return undefined;
  return {
    ...cacheFile(folder, `${name}${ENDING}`, 'read', tell),
    linking: cacheFile(folder, `${name}${LINKING}`, 'linked', tell),
  };
}

/** @param done what is done anew where the file cannot be used */
function cacheFile(folder: string, name: string, done: string, tell: (words: string) => void): CacheFile {
  const file = join(folder, name);
  return {
    async read(read) {
      let sections: SectionFile | undefined;
      try {
        sections = await openSections(file);
        const kept = await read(sections);
        // The one that was not opened for longest is the first to go.
        utimesSync(file, new Date(), new Date());
        return kept;
      } catch (error) {
        // What the file system says has a code; everything else is of what is in it.
        if (error instanceof Damaged || !(error instanceof Error && 'code' in error && 'syscall' in error))
          setAside(file, error instanceof Damaged ? error.message : 'it is damaged', done, tell);
        return undefined;
      } finally {
        await sections?.close();
      }
    },
    async write(sections, signal) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const fresh = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.new`;
        await writeSections(file, fresh, sections, signal);
        evict(folder, file);
      } catch {
        // A folder that cannot be written, a full disk: without a cache all is as before, only slower.
      }
    },
  };
}

function setAside(file: string, why: string, done: string, tell: (words: string) => void): void {
  try {
    renameSync(file, `${file}.damaged`);
    tell(`${file} could not be used (${why}); it was set aside as ${file}.damaged, and all is ${done} anew`);
  } catch {
    tell(`${file} could not be used (${why}); all is ${done} anew`);
  }
}

/** What is kept: each file with its size in bytes and when it was last used, the latest first. */
export function cachedFiles(env: NodeJS.ProcessEnv): readonly (Pick<Stats, 'size' | 'mtimeMs'> & { file: string })[] {
  const folder = cacheFolder(env);
  if (folder === undefined) return [];
  return filesOf(folder).filter(({ file }) => file.endsWith(ENDING));
}

/** Removes all that is kept. @returns how many bytes that were */
export function clearCache(env: NodeJS.ProcessEnv): number {
  const folder = cacheFolder(env);
  if (folder === undefined) return 0;
  const files = filesOf(folder);
  for (const { file } of files) rmSync(file, { force: true });
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** All files that a cache made, also half-written ones and those set aside. */
function filesOf(folder: string): readonly (Pick<Stats, 'size' | 'mtimeMs'> & { file: string })[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => /\.cache(?:\.damaged|\.\d+-[\da-f]+\.new)?$/.test(name))
    .flatMap((name) => {
      const file = join(folder, name);
      const info = statSync(file, { throwIfNoEntry: false });
      return info?.isFile() ? [{ file, size: info.size, mtimeMs: info.mtimeMs }] : [];
    })
    .sort((a, b) => b.mtimeMs - a.mtimeMs || (a.file < b.file ? -1 : 1));
}

/** Removes what is abandoned, and what was not used for longest, what linking left first, until the rest is within the limit. */
export function evict(folder: string, newest: string, limit = CACHE_LIMIT): void {
  let size = 0;
  const files = filesOf(folder);
  const isOfLinking = ({ file }: { readonly file: string }) => file.includes(LINKING);
  for (const it of [...files.filter((each) => !isOfLinking(each)), ...files.filter(isOfLinking)]) {
    const isAbandoned = it.file.endsWith('.new') && Date.now() - it.mtimeMs > ABANDONED;
    if (!it.file.endsWith('.new')) size += it.size;
    if (isAbandoned || (size > limit && (it.file !== newest || isOfLinking(it)) && !it.file.endsWith('.new')))
      rmSync(it.file, { force: true });
  }
}
