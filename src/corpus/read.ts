import type { Article } from '../model.ts';
import { articleOf } from './article.ts';
import { discover, type FoundFile, type Problem } from './discover.ts';
import { readFileArticles } from './file.ts';
import { readMarkdown } from './formats/markdown.ts';
import type { FieldMap, Given } from './given.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { ManifestEntry } from './manifest.ts';
import { Manifests } from './manifests.ts';
import { markRecurring } from './recurring.ts';

/** The articles of a corpus in the order of their paths, and what could not be read. */
export interface Corpus {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
}

/** How far reading has come. */
interface Progress {
  readonly files: number;
  readonly ofFiles: number;
  readonly bytes: number;
  readonly articles: number;
  /** What is being read. */
  readonly path: string;
}

/** How a corpus is read. */
export interface ReadOptions {
  /** The user's own names of the fields of records. */
  readonly map?: FieldMap;
  /** Patterns as in `.gitignore` of what is not to be read. */
  readonly exclude?: readonly string[];
  readonly limits?: Partial<Limits>;
  /** Is told before each file, and again and again while a large one is taken apart. */
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the reading, within a file too; what was read until then is the corpus. */
  readonly signal?: AbortSignal;
}

/** Reads every article below the paths given. Never throws for what a file holds: that is a problem of the file. */
export async function readCorpus(paths: readonly string[], options: ReadOptions = {}): Promise<Corpus> {
  const limits = { ...LIMITS, ...options.limits };
  const found = await discover(paths, limits, options.exclude);
  const problems = [...found.problems];
  const manifests = new Manifests(paths, (problem) => problems.push(problem));
  const articles: Article[] = [];
  let before = 0;
  for (const [files, file] of found.files.entries()) {
    if (options.signal?.aborted) break;
    const progress = (bytes: number, path: string, records: number) =>
      options.onProgress?.({
        files,
        ofFiles: found.files.length,
        bytes: before + bytes,
        articles: articles.length + records,
        path,
      });
    progress(0, file.path, 0);
    const read = await readFileArticles(file, {
      limits,
      manifests,
      map: options.map,
      signal: options.signal,
      onRecords: (bytes, records) => progress(bytes, `${file.path}#${records}`, records),
    });
    articles.push(...read.articles);
    problems.push(...read.problems);
    before += read.bytes;
  }
  return { articles: markRecurring(articles), problems };
}

/**
 * One article from text that is at hand, plain or with front matter.
 *
 * @param file what it is called; nothing is read from the disk
 */
export function readArticle(
  file: FoundFile,
  text: string,
  entry?: ManifestEntry,
): { readonly article: Article; readonly problems: readonly string[] } {
  return articleOf(file, readMarkdown(text)[0] as Given, entry);
}
