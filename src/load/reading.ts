import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { discover, type FoundFile, type Problem, speaksOfOthers } from '../corpus/discover.ts';
import { readFileArticles } from '../corpus/file.ts';
import { LIMITS, type Limits } from '../corpus/limits.ts';
import { Manifests } from '../corpus/manifests.ts';
import type { ReadOptions } from '../corpus/read.ts';
import { type Marked, MarkedBefore, markingRecurring } from '../corpus/recurring.ts';
import type { Paused } from '../index/paused.ts';
import { inSlices } from '../index/slices.ts';
import { articleWith, encodeArticle, StoredArticle } from '../index/stored/article.ts';
import type { Shelf } from '../index/stored/shelf.ts';
import type { Article } from '../model.ts';
import type { Crew } from './crew.ts';
import { hashOf, hexOf, keyOf } from './hashes.ts';
import { type ArticleBytes, articleBytes, type FileBytes, type ReadingRules } from './tasks.ts';

/** An article as it was read, with the names of all of it and of what its analysis depends on. */
export interface ReadArticle extends Pick<ArticleBytes, 'hash' | 'key'> {
  readonly article: Article;
}

/** What a file holds. */
export interface FileRead extends Pick<FileBytes, 'problems' | 'size'> {
  readonly articles: readonly ReadArticle[];
}

/** The articles in which something comes back that is in others of their source, by their number; as they are read then. */
export interface MarkedOnes {
  /** Names the articles that it was looked for in, in their order; it may be worked out only when it is asked for. */
  readonly of: string;
  readonly articles: ReadonlyMap<number, { readonly article: Article; readonly key: string }>;
}

/** A corpus as it was read. */
export interface ReadCorpus {
  readonly files: readonly { readonly found: FoundFile; readonly read: FileRead }[];
  /** In the order of their files, with what comes back in the texts of one source marked. */
  readonly articles: readonly Article[];
  /** Of each what names all that its analysis depends on. */
  readonly keys: readonly string[];
  /** The articles as they were before that. */
  readonly read: readonly ReadArticle[];
  readonly marked: MarkedOnes;
  readonly problems: readonly Problem[];
  /** Those of them that are of no file that was read. */
  readonly troubles: readonly Problem[];
  /** Names the rules by which the files were read. */
  readonly rules: string;
  /** How many files were not read: because reading was ended, or no more were asked for. */
  readonly unread: number;
}

/** What reading needs besides what is to be read. */
export interface Reader {
  /** Is told with each name in a folder how many were looked at by now. */
  readonly onLooked?: ((names: number) => void) | undefined;
  /** No more files than these are read that are not known; all where it is not said. */
  readonly most?: number | undefined;
  /** What is known from before of files that were read by these rules, of each that has not changed. */
  readonly known: (rules: string) => (file: FoundFile) => FileRead | undefined;
  /** Threads for so many files, if they are worth it. */
  readonly crew: (files: number) => Promise<Crew | undefined>;
  /** Where the bytes of articles are put. */
  readonly shelf: Shelf;
  /** What comes back in the texts of one source, as it was marked before, source by source. */
  readonly marked?: MarkedArticles | undefined;
  /** The same of all of a corpus, from the last time: taken where there is nothing that goes source by source. */
  readonly markedOnes?: MarkedOnes | undefined;
}

/** Articles as they were marked before, so that those of which nothing changed stay the same objects. */
export class MarkedArticles {
  readonly before = new MarkedBefore();
  readonly articles = new WeakMap<Article, { readonly its: Marked; readonly article: Article; readonly key: string }>();
}

/** A thread is given so many files at once. */
const BATCH = 16;

/**
 * Reads every article below the paths given, as `readCorpus` does, with what is known from before and in as many threads
 * as there are: the result is the same whatever is known and however many they are.
 */
export async function read(paths: readonly string[], options: ReadOptions, reader: Reader): Promise<ReadCorpus> {
  const limits = { ...LIMITS, ...options.limits };
  const { files, problems: troubles } = await discover(paths, limits, options.exclude, reader.onLooked);
  const problems = [...troubles];
  const rules: ReadingRules = { paths, limits, map: options.map };
  const named = await nameOf(rules, files, (problem) => problems.push(problem));
  const knownOf = reader.known(named);
  const results: (FileRead | undefined)[] = new Array(files.length).fill(undefined);
  let done = 0;
  let bytes = 0;
  let records = 0;
  const progress = (fileCount: number, moreBytes: number, moreRecords: number, path: string) =>
    options.onProgress?.({
      files: fileCount,
      ofFiles: files.length,
      bytes: bytes + moreBytes,
      articles: records + moreRecords,
      path,
    });
  const take = (i: number, read: FileRead) => {
    results[i] = read;
    done++;
    bytes += read.size;
    records += read.articles.length;
    progress(done, 0, 0, files[i]!.path);
  };

  const unknown: number[] = [];
  for (const [i, file] of files.entries()) {
    const known = knownOf(file);
    if (known) take(i, known);
    else unknown.push(i);
  }
  const crew = await reader.crew(unknown.length);
  const next = unknown.slice(0, reader.most);
  if (crew) {
    await inBatches(next, crew.size, async (batch) => {
      if (options.signal?.aborted) return;
      const read = await crew.read(
        batch.map((i) => files[i]!),
        rules,
      );
      read.forEach((its, at) => {
        take(batch[at]!, opened(its, reader.shelf));
      });
    });
  } else {
    const manifests = new Manifests(paths, () => {});
    for (const i of next) {
      if (options.signal?.aborted) break;
      const {
        articles: its,
        problems: told,
        bytes: size,
      } = await readFileArticles(files[i]!, {
        ...rules,
        manifests,
        signal: options.signal,
        onRecords: (so, many) => progress(done, so, many, `${files[i]!.path}#${many}`),
      });
      take(i, opened({ articles: its.map(articleBytes), problems: told, size }, reader.shelf));
    }
  }

  const known = files.flatMap((found, i) => (results[i] ? [{ found, read: results[i] }] : []));
  return corpusOf({ files: known, troubles: problems, rules: named, unread: files.length - known.length }, reader);
}

/**
 * Reads some files of a corpus again, and those that are new: what `read` gives where no others changed.
 *
 * @param changed as they are on this machine, also where they came or went
 * @returns nothing where more may have changed: one of them is a folder, or says something of other files
 */
export async function reread(
  corpus: ReadCorpus,
  changed: readonly string[],
  paths: readonly string[],
  options: ReadOptions,
  reader: Pick<Reader, 'shelf' | 'marked'>,
): Promise<ReadCorpus | undefined> {
  if (corpus.unread > 0) return undefined;
  const limits = { ...LIMITS, ...options.limits };
  const names = new Set(changed);
  const known = new Set(corpus.files.flatMap(({ found: { file } }) => (names.has(file) ? [file] : [])));
  const came = new Set<string>();
  let isOtherList = false;
  for (const file of names) {
    const info = statSync(file, { throwIfNoEntry: false });
    if (info && (!info.isFile() || info.size > limits.fileBytes)) return undefined;
    if (known.has(file)) {
      isOtherList ||= !info;
      continue;
    }
    const name = basename(file);
    if (speaksOfOthers(name)) return undefined;
    // What an editor keeps beside a file is not read.
    if (name.startsWith('.')) continue;
    isOtherList = true;
    if (info) came.add(file);
  }
  const before = isOtherList ? await listedAgain(corpus, paths, limits, options.exclude) : corpus.files;
  if (!before) return undefined;
  for (const { found } of before) came.delete(found.file);
  // It may be a file that is known by another path.
  if (came.size > 0) return undefined;
  const manifests = new Manifests(paths, () => {});
  const files: ReadCorpus['files'][number][] = [];
  for (const { found, read: known } of before) {
    if (known && !names.has(found.file)) {
      files.push({ found, read: known });
      continue;
    }
    const its = await readFileArticles(found, { limits, map: options.map, manifests });
    const read = { articles: its.articles.map(articleBytes), problems: its.problems, size: its.bytes };
    files.push({ found, read: opened(read, reader.shelf) });
  }
  return corpusOf({ ...corpus, files }, reader);
}

/**
 * The files that there are now, with what those hold that were there before.
 *
 * @returns nothing where something is wrong with them, or where there are other folders: these may say something of them
 */
async function listedAgain(
  { files, troubles }: ReadCorpus,
  paths: readonly string[],
  limits: Limits,
  exclude: ReadOptions['exclude'],
): Promise<readonly { readonly found: FoundFile; readonly read?: FileRead }[] | undefined> {
  const { files: now, problems } = await discover(paths, limits, exclude);
  if (problems.length > 0 || troubles.length > 0) return undefined;
  const was = new Set(files.map(({ found: { file } }) => dirname(file)));
  const folders = new Set(now.map(({ file }) => dirname(file)));
  if (folders.size !== was.size || [...folders].some((folder) => !was.has(folder))) return undefined;
  const before = new Map(files.map((its) => [its.found.file, its]));
  return now.map((found) => {
    const known = before.get(found.file);
    return known?.found.path === found.path ? known : { found };
  });
}

/** A corpus of files that were read. */
async function corpusOf(
  { files, troubles, rules, unread }: Pick<ReadCorpus, 'files' | 'troubles' | 'rules' | 'unread'>,
  { shelf, marked, markedOnes }: Pick<Reader, 'shelf' | 'marked' | 'markedOnes'>,
): Promise<ReadCorpus> {
  const all = files.flatMap(({ read }) => read.articles);
  const articles = all.map(({ article }) => article);
  const keys = all.map(({ key }) => key);
  const name = () => hexOf(hashOf(all.map(({ hash }) => hash)));
  const ones =
    !marked && markedOnes?.of === name()
      ? markedOnes
      : new NewlyMarked(name, await inSlices(marking(articles, shelf, marked), () => {}));
  for (const [i, { article, key }] of ones.articles) {
    articles[i] = article;
    keys[i] = key;
  }
  const problems = [...troubles, ...files.flatMap(({ read }) => read.problems)];
  return { files, articles, keys, read: all, marked: ones, troubles, problems, rules, unread };
}

/** What was marked just now: its name is worked out when it is kept, and not at each change. */
class NewlyMarked implements MarkedOnes {
  readonly articles: MarkedOnes['articles'];
  readonly #name: () => string;

  constructor(name: () => string, articles: MarkedOnes['articles']) {
    this.#name = name;
    this.articles = articles;
  }

  get of(): string {
    return this.#name();
  }
}

function opened({ articles, problems, size }: FileBytes, shelf: Shelf): FileRead {
  const read = articles.map(({ bytes, hash, key }) => ({ article: new StoredArticle(shelf.put(bytes)), hash, key }));
  return { articles: read, problems, size };
}

/** The articles in which something comes back that is in others of their source. */
function* marking(articles: readonly Article[], shelf: Shelf, before?: MarkedArticles): Paused<MarkedOnes['articles']> {
  const ones = new Map<number, { readonly article: Article; readonly key: string }>();
  for (const [i, its] of yield* markingRecurring(articles, before?.before)) {
    const article = articles[i]!;
    let made = before?.articles.get(article);
    if (!made || (made.its !== its && !isDeepStrictEqual(made.its, its))) {
      const marked = articleWith(article, its);
      made = { its, article: new StoredArticle(shelf.put(encodeArticle(marked))), key: keyOf(marked) };
      before?.articles.set(article, made);
    }
    ones.set(i, { article: made.article, key: made.key });
    yield;
  }
  return ones;
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
  return hexOf(hashOf([JSON.stringify([limits, map, manifests.words])]));
}
