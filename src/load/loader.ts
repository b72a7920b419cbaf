import { STANDARD_INPUT } from '../corpus/bytes.ts';
import type { FoundFile } from '../corpus/discover.ts';
import type { Corpus, ReadOptions } from '../corpus/read.ts';
import type { Index } from '../index/access.ts';
import type { Progress } from '../index/progress.ts';
import { inSlices } from '../index/slices.ts';
import { decodingIndex, encodeIndex } from '../index/stored/index.ts';
import { StoredAnnotations } from '../index/stored/opened.ts';
import { Shelf } from '../index/stored/shelf.ts';
import type { Cache } from '../keep/cache.ts';
import type { AnnotatedArticle, Article } from '../model.ts';
import { annotated } from './annotating.ts';
import { buildName } from './build-name.ts';
import { type Changes, changesBetween, type Named } from './changes.ts';
import type { Crew } from './crew.ts';
import { crewSizeFor } from './crew-size.ts';
import { type AnnotationBytes, annotatedArticle } from './found.ts';
import { hashOf, hexOf } from './hashes.ts';
import { type Known, knownIn, NOTHING_KNOWN, nameOf, type Stamp, sectionsOf, stampOf } from './kept.ts';
import { type FileRead, MarkedArticles, type ReadArticle, type ReadCorpus, read, reread } from './reading.ts';
import { type Analysed, Relinking } from './relinking.ts';
import { tidyWhenQuiet } from './tidy.ts';

/** What is opened, and how. */
export interface LoaderOptions extends Omit<ReadOptions, 'onProgress' | 'signal'> {
  /** What the corpus is opened from. */
  readonly paths: readonly string[];
  /** Where what is found is kept, if it is. */
  readonly cache?: Cache | undefined;
  /** How many threads work on it; as many as are worth it where it is not said. */
  readonly workers?: number | undefined;
  /** Whether changes are to be taken up at once: what was worked out for the index is kept in memory. */
  readonly isFollowed?: boolean | undefined;
}

/** How a corpus is read. */
interface Reading extends Pick<ReadOptions, 'onProgress' | 'signal'> {
  readonly most?: number | undefined;
  readonly changed?: readonly string[] | undefined;
  readonly isToBeBuilt?: boolean;
  readonly onLooked?: (names: number) => void;
}

/** Who is told how far building is, and how it is ended. */
export interface Building {
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the analysis of articles: the index is then of those that were analysed. */
  readonly stop?: AbortSignal;
  /** Breaks all of it off: the promise is then rejected with the signal's reason. */
  readonly broken?: AbortSignal;
}

/** A corpus as far as it was read. */
export interface Read extends Corpus {
  /** How many files are still to be read. */
  readonly unread: number;
}

/** The articles that were analysed until now. */
export interface Part {
  readonly articles: readonly AnnotatedArticle[];
  /** Whether they are all that were read. */
  readonly isAll: boolean;
}

/** A corpus of fewer files is read sooner than what is kept of it. */
export const WORTH_KEEPING = 20;
/** So many articles are analysed before the first are given on, and so many at most before the next. */
const FLOW = 16;
const MOST_OF_FLOW = 4096;
/** Reading fewer articles leaves little behind. */
const WORTH_TIDYING = 100;
const NEVER = new AbortController().signal;

/**
 * From paths to an index: files are read and articles analysed in threads, what is known from the last time is not done
 * again, and the index is the same whatever is known and however many threads there are.
 */
export class Loader {
  readonly #options: LoaderOptions;
  #known: Known | undefined;
  #corpus: ReadCorpus | undefined;
  #crew: Crew | undefined;
  readonly #shelf = new Shelf();
  readonly #stamps = new Map<string, Stamp>();
  /** The files that are read already of what is read in several calls. */
  readonly #begun = new Set<string>();
  readonly #found = new Map<string, AnnotationBytes>();
  #index: Known['index'];
  /** What the last index was made of. */
  #indexed: readonly ReadArticle[] = [];
  /** The last index, where it is not bytes yet. */
  #made: { readonly keyed: () => string; readonly index: Index } | undefined;
  readonly #marked: MarkedArticles | undefined;
  readonly #articles = new WeakMap<
    Article,
    { readonly found: AnnotationBytes; readonly annotated: AnnotatedArticle }
  >();
  readonly #linking: Relinking;
  #linked = 0;
  /** Whether there is something that is not kept yet. */
  #isNew = false;
  /** Whether what the first reading left behind was told to be given back. */
  #isTidied = false;

  constructor(options: LoaderOptions) {
    this.#options = options;
    this.#linking = new Relinking(options.cache?.linking, options.isFollowed === true, options.workers);
    this.#marked = options.isFollowed ? new MarkedArticles() : undefined;
  }

  /**
   * Reads the articles, anew each time it is called; what has not changed since is not read again.
   *
   * @param most no more files than these that are not known; the next call goes on from there
   * @param changed the files that may have changed since the last call, where it is known: no other is looked at
   * @param isToBeBuilt whether an index will be built: what was kept of linking is taken up as soon as anything changed
   * @param onLooked is told how many names were looked at for files by now
   */
  async read({ onProgress, signal, most, changed, isToBeBuilt, onLooked }: Reading = {}): Promise<Read> {
    const { paths, cache, workers } = this.#options;
    // So many that threads are worth it are read by threads.
    const isFew = changed && (workers === 0 || crewSizeFor(changed.length) === 0);
    const reread = isFew && this.#corpus && (await this.#reread(this.#corpus, changed));
    if (reread) return reread;
    this.#known ??=
      (await cache?.read((file) => {
        // How many is not known yet, only that they were worth keeping.
        onLooked?.(WORTH_KEEPING);
        return knownIn(file, buildName());
      })) ?? NOTHING_KNOWN;
    const known = this.#known;
    this.#stamps.clear();
    if (most === undefined) this.#begun.clear();
    let again = 0;
    let gone = 0;
    const corpus = await read(
      paths,
      { ...this.#options, ...(onProgress && { onProgress }), ...(signal && { signal }) },
      {
        known: (rules) => {
          const before = known.rules === rules ? known.files : NOTHING_KNOWN.files;
          gone = before.size;
          return (found) => {
            const read = this.#unchanged(found, before);
            if (read) gone--;
            else again++;
            if (!read && isToBeBuilt) this.#linkAhead(before.size);
            return read;
          };
        },
        crew: (files) => this.#hired(files),
        shelf: this.#shelf,
        marked: this.#marked,
        markedOnes: known.marked,
        most,
        onLooked,
      },
    ).catch(async (error) => {
      await this.#linking.end();
      throw error;
    });
    if (corpus.articles.length === 0) await this.#linking.end();
    this.#corpus = corpus;
    if (most !== undefined) for (const { found } of corpus.files) this.#begun.add(nameOf(found));
    this.#isNew ||= again > 0 || gone > 0;
    this.#known = {
      ...known,
      rules: corpus.rules,
      marked: corpus.marked,
      files: new Map(
        corpus.files.map(({ found, read }) => [nameOf(found), { stamp: this.#stamps.get(nameOf(found))!, read }]),
      ),
    };
    return corpus;
  }

  /** Reads only files that changed, where that is all there is to do. */
  async #reread(corpus: ReadCorpus, changed: readonly string[]): Promise<Read | undefined> {
    const { paths } = this.#options;
    const again = await reread(corpus, changed, paths, this.#options, { shelf: this.#shelf, marked: this.#marked });
    if (!again || !this.#known) return undefined;
    const before = this.#known.files;
    const known = new Set(corpus.files.map(({ read }) => read));
    const isSameList = again.files.length === corpus.files.length && again.files.every(isIn(corpus.files));
    const files = new Map(isSameList ? before : []);
    for (const { found, read } of again.files) {
      const isKnown = known.has(read);
      if (isSameList && isKnown) continue;
      const name = nameOf(found);
      const stamp = isKnown ? (before.get(name)?.stamp ?? []) : stampOf(found.file);
      this.#stamps.set(name, stamp);
      files.set(name, { stamp, read });
    }
    this.#isNew ||= !isSameList || again.files.some(({ read }) => !known.has(read));
    this.#corpus = again;
    this.#known = { ...this.#known, files, marked: again.marked };
    return again;
  }

  /** What is different in what was read last from what the last index was made of. */
  changes(): Changes {
    const [before, after] = [this.#indexed, this.#corpus?.read ?? []];
    const [was, is] = [new Set(before), new Set(after)];
    const named = ({ article: { path }, hash, key }: ReadArticle): Named => ({ path, hash, key });
    // What is the same object did not change, and its path need not be read.
    return changesBetween(
      before.filter((its) => !is.has(its)).map(named),
      after.filter((its) => !was.has(its)).map(named),
    );
  }

  /**
   * Analyses articles that were read, and links nothing: for what is shown before there is an index.
   *
   * @param most no more articles than these that are not known; the next call goes on from there
   */
  async part(building: Building, most: number): Promise<Part> {
    const { articles, isAll } = await this.#toLink(building, most);
    return { articles, isAll };
  }

  /** Analyses the articles that were read, and links nothing: gives them in their order, some as soon as they are known. */
  async *analysed(building: Building = {}): AsyncGenerator<readonly AnnotatedArticle[], void> {
    const all = this.#corpus?.articles ?? [];
    let given = 0;
    // More each time: to go on costs as much as there are articles.
    for (let most = FLOW; given < all.length; most = Math.min(2 * most, MOST_OF_FLOW)) {
      const { articles, isAll } = await this.part(building, most);
      const from = given;
      while (given < articles.length && articles[given]!.article === all[given]) given++;
      yield articles.slice(from, given);
      if (isAll) return;
    }
  }

  /** Analyses the articles that were read, and builds their index. */
  async build(building: Building = {}): Promise<Index> {
    const { onProgress = () => {}, broken = NEVER } = building;
    const analysed = await this.#toLink(building);
    const { articles, keyed } = analysed;
    this.#indexed = this.#corpus?.read ?? [];
    const linking = this.#linking;
    const again = await linking.again(articles, onProgress, broken);
    if (again) {
      await linking.end();
      this.#linked = linking.taken;
      this.#made = { keyed, index: again };
      this.#isNew = true;
      return again;
    }
    const key = keyed();
    const kept = this.#index ?? this.#known?.index;
    if (kept?.key === key)
      try {
        const index = await inSlices(decodingIndex(kept.bytes, articles), () => {}, broken);
        await linking.end();
        this.#index = kept;
        this.#linked = 0;
        return index;
      } catch (error) {
        // What was kept is not theirs: it is made anew.
        if (!(error instanceof RangeError)) throw error;
      }
    this.#isNew = true;
    for (let isSecond = false; ; isSecond = true) {
      const bytes = await linking.elsewhere(analysed, onProgress, broken);
      if (!bytes) break;
      try {
        const index = await inSlices(decodingIndex(bytes, articles), () => {}, broken);
        this.#linked = linking.taken;
        this.#index = { key, bytes };
        return index;
      } catch (error) {
        // What was kept of linking led to it: all is linked anew.
        if (isSecond || !(error instanceof RangeError)) throw error;
        await linking.mistrust();
      }
    }
    const index = await linking.here(articles, onProgress, broken);
    this.#linked = linking.taken;
    this.#made = { keyed, index };
    return index;
  }

  /**
   * Works out what is needed to take up changes at once, where it is not known: after an index that was kept.
   *
   * @param broken breaks it off
   */
  async warm(broken: AbortSignal): Promise<void> {
    if (this.#options.isFollowed) await this.#linking.warm(await this.#analysed({ broken }), broken);
  }

  /** How many articles were linked for the last index: none where it was kept. */
  get linked(): number {
    return this.#linked;
  }

  /** Keeps for the next time what is new. Never throws. */
  async keep(signal?: AbortSignal): Promise<void> {
    if (!this.#isTidied && (this.#corpus?.articles.length ?? 0) >= WORTH_TIDYING) tidyWhenQuiet();
    this.#isTidied = true;
    if (this.#made) this.#index = { key: this.#made.keyed(), bytes: encodeIndex(this.#made.index) };
    this.#made = undefined;
    const { cache } = this.#options;
    const files = this.#known?.files;
    if (!cache || !files || files.size < WORTH_KEEPING) return;
    if (this.#isNew) await this.#write(cache, files, signal);
    await this.#linking.keep(signal);
  }

  async #write(cache: Cache, files: Known['files'], signal?: AbortSignal): Promise<void> {
    this.#isNew = false;
    await cache.write(
      sectionsOf(
        {
          rules: this.#known!.rules,
          files,
          marked: this.#known!.marked,
          annotations: new Map([...this.#known!.annotations, ...this.#found]),
          // Where nothing was linked, what was linked before is of use all the same.
          index: this.#index ?? this.#known!.index,
        },
        buildName(),
      ),
      signal,
    );
  }

  /** Ends what works for it. */
  async close(): Promise<void> {
    await this.#linking.end();
    await this.#crew?.dismiss();
    this.#crew = undefined;
  }

  #linkAhead(articles: number): void {
    if (this.#index ?? this.#known?.index) this.#linking.begin(articles);
  }

  /** The same, while what was kept of linking is taken up already where some of it will have to be done again. */
  async #toLink(building: Building, most?: number) {
    if (this.#isNew) this.#linkAhead(this.#corpus?.articles.length ?? 0);
    try {
      return await this.#analysed(building, most);
    } catch (error) {
      await this.#linking.end();
      throw error;
    }
  }

  /** What was found in articles, known from before or now, and the name of what an index of them is of. */
  async #analysed(
    { onProgress = () => {}, stop = NEVER, broken = NEVER }: Building,
    most?: number,
  ): Promise<Part & Analysed & { readonly keyed: () => string }> {
    const corpus = this.#corpus;
    if (!corpus) throw new Error('nothing was read yet');
    const { keys } = corpus;
    const ended = AbortSignal.any([stop, broken]);
    const started = performance.now();
    const all = await annotated(corpus.articles, {
      most,
      known: (i) => this.#found.get(keys[i]!) ?? fitting(corpus.articles[i]!, this.#known?.annotations.get(keys[i]!)),
      crew: (articles, characters) => this.#hired(articles, characters),
      shelf: this.#shelf,
      onArticle: (done, analysed, { path }) => {
        this.#isNew = true;
        const rate = (1000 * analysed) / (performance.now() - started);
        onProgress({ doing: 'Reading articles', done, of: corpus.articles.length, path, rate });
      },
      stop: ended,
    });
    const isAll = all.every((its) => its !== undefined);
    const isPart = most !== undefined && !ended.aborted && (corpus.unread > 0 || !isAll);
    if (!isPart) {
      await this.#crew?.dismiss();
      this.#crew = undefined;
    }
    this.#found.clear();
    const reached = all.flatMap((its, i) => {
      if (!its) return [];
      this.#found.set(keys[i]!, its);
      return [i];
    });
    if (this.#known && !isPart) this.#known = { ...this.#known, annotations: NOTHING_KNOWN.annotations };
    broken.throwIfAborted();

    const articles = reached.map((i) => this.#annotatedArticle(corpus.articles[i]!, all[i]!));
    const keyed = () => hexOf(hashOf(reached.flatMap((i) => [corpus.read[i]!.hash, keys[i]!])));
    const marks = () => reached.map((i) => corpus.read[i]!.hash + keys[i]! + (all[i]!.problem ?? ''));
    return { articles, found: reached.map((i) => all[i]!), keyed, marks, isAll };
  }

  /** The same object as before where nothing of it changed. */
  #annotatedArticle(article: Article, found: AnnotationBytes): AnnotatedArticle {
    const known = this.#articles.get(article);
    if (known?.found === found) return known.annotated;
    const annotated = annotatedArticle(article, found);
    this.#articles.set(article, { found, annotated });
    return annotated;
  }

  #unchanged(found: FoundFile, before: Known['files']): FileRead | undefined {
    const name = nameOf(found);
    const begun = this.#begun.has(name) ? before.get(name) : undefined;
    if (begun) {
      this.#stamps.set(name, begun.stamp);
      return begun.read;
    }
    const stamp = found.file === STANDARD_INPUT ? [] : stampOf(found.file);
    this.#stamps.set(name, stamp);
    const known = before.get(name);
    return known && stamp.length > 0 && stamp.every((number, i) => number === known.stamp[i]) ? known.read : undefined;
  }

  async #hired(count: number, characters?: () => number): Promise<Crew | undefined> {
    const { workers } = this.#options;
    const size = count === 0 ? 0 : (workers ?? crewSizeFor(count, characters));
    if (size === 0) return undefined;
    this.#crew ??= await (await import('./crew.ts')).hire(size);
    return this.#crew;
  }
}

/** Whether a file stands at its place among others. */
function isIn(files: ReadCorpus['files']) {
  return ({ found }: ReadCorpus['files'][number], i: number) => found === files[i]!.found;
}

/** What was kept of an article, where it can be of it. */
function fitting(article: Article, kept: AnnotationBytes | undefined): AnnotationBytes | undefined {
  try {
    return kept && new StoredAnnotations(kept.bytes).fit(article) ? kept : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
