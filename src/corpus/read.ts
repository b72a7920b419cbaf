import { basename } from 'node:path';
import type { Article } from '../model.ts';
import { articleOf } from './article.ts';
import { readBytes, STANDARD_INPUT } from './bytes.ts';
import { decode } from './decode.ts';
import { discover, explainFileError, type FoundFile, type Problem } from './discover.ts';
import { readMarkdown } from './formats/markdown.ts';
import { formatOf } from './formats/table.ts';
import type { FieldMap, Given } from './given.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { ManifestEntry } from './manifest.ts';
import { Manifests } from './manifests.ts';
import { markRecurring } from './recurring.ts';
import { Unreadable } from './unreadable.ts';

/** The articles of a corpus in the order of their paths, and what could not be read. */
export interface Corpus {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
}

/** How far reading has come. */
export interface Progress {
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

/** While a file of many records is taken apart, progress is told so often, in milliseconds. */
const PACE = 50;
/** Of one file no more problems than these are told one by one. */
const MAX_TOLD = 5;

/** Reads every article below the paths given. Never throws for what a file holds: that is a problem of the file. */
export async function readCorpus(paths: readonly string[], options: ReadOptions = {}): Promise<Corpus> {
  const limits = { ...LIMITS, ...options.limits };
  const found = await discover(paths, limits, options.exclude);
  const problems = [...found.problems];
  const manifests = new Manifests(paths, (problem) => problems.push(problem));
  const articles: Article[] = [];
  let bytes = 0;

  function progress(files: number, path: string): void {
    options.onProgress?.({ files, ofFiles: found.files.length, bytes, articles: articles.length, path });
  }

  async function readFile(file: FoundFile, at: number, tell: (says: string) => void): Promise<void> {
    const content = await readBytes(file.file, limits);
    bytes += content.length;
    const { text, encoding, broken } = decode(content);
    if (broken > 0) tell(`holds ${broken} characters that are not ${encoding}; \ufffd stands for each`);
    const format = formatOf(basename(file.file), text);
    const reader = await format.load();
    let records = 0;
    let paused = performance.now();
    for await (const given of reader({ text, bytes: content, map: options.map ?? {} })) {
      if (++records > limits.articles) {
        tell(`holds more than ${limits.articles} articles; --max-articles allows more`);
        break;
      }
      if (performance.now() - paused > PACE) {
        progress(at, `${file.path}#${records}`);
        // A signal, as of Ctrl-C, comes only between turns of the event loop.
        await new Promise((resume) => setImmediate(resume));
        if (options.signal?.aborted) break;
        paused = performance.now();
      }
      if (!('text' in given)) {
        tell(given.trouble);
        continue;
      }
      const read = articleOf(file, given, await manifests.entryFor(file.file, given.part));
      for (const says of read.problems) tell(says);
      const { article } = read;
      if (article.paragraphs.some(({ kind }) => kind !== 'headline')) articles.push(article);
      else tell(given.part === undefined ? HOLDS_NOTHING : `record ${given.part} ${HOLDS_NOTHING}`);
    }
  }

  for (const [i, file] of found.files.entries()) {
    if (options.signal?.aborted) break;
    progress(i, file.path);
    const name = file.file === STANDARD_INPUT ? file.path : file.file;
    const told: string[] = [];
    await readFile(file, i, (says) => told.push(says)).catch((error: unknown) => {
      told.push(whyNot(error));
    });
    for (const says of told.slice(0, MAX_TOLD)) problems.push({ file: name, says });
    if (told.length > MAX_TOLD)
      problems.push({ file: name, says: `has ${told.length - MAX_TOLD} more troubles like these` });
  }
  return { articles: markRecurring(articles), problems };
}

const HOLDS_NOTHING = 'holds no text; it was passed over';

/** Why a file was passed over, in words. What a library throws for what a file holds is the file's trouble too. */
function whyNot(error: unknown): string {
  if (error instanceof Unreadable) return `${error.message}; it was passed over`;
  if (error instanceof Error && 'syscall' in error) return explainFileError(error);
  return `could not be read (${error instanceof Error ? error.message.slice(0, 200) : error}); it was passed over`;
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
