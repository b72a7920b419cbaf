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
import type { Article } from '../model.ts';
import { annotated } from './annotating.ts';
import { buildName } from './build-name.ts';
import type { Crew } from './crew.ts';
import { crewSizeFor } from './crew-size.ts';
import { type AnnotationBytes, annotatedArticle } from './found.ts';
import { hashOf, hexOf } from './hashes.ts';
import { type Known, knownIn, NOTHING_KNOWN, nameOf, type Stamp, sectionsOf, stampOf } from './kept.ts';
import { type FileRead, type ReadCorpus, read } from './reading.ts';
import { tidyWhenQuiet } from './tidy.ts';

/** What is opened, and how. */
export interface LoaderOptions extends Omit<ReadOptions, 'onProgress' | 'signal'> {
  /** What the corpus is opened from. */
  readonly paths: readonly string[];
  /** Where what is found is kept, if it is. */
  readonly cache?: Cache | undefined;
  /** How many threads work on it; as many as are worth it where it is not said. */
  readonly workers?: number | undefined;
}

/** Who is told how far building is, and how it is ended. */
export interface Building {
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the analysis of articles: the index is then of those that were analysed. */
  readonly stop?: AbortSignal;
  /** Breaks all of it off: the promise is then rejected with the signal's reason. */
  readonly broken?: AbortSignal;
}

/** A corpus of fewer files is read sooner than what is kept of it. */
const WORTH_KEEPING = 20;
/** Fewer articles are linked sooner than a thread is started. */
const WORTH_A_THREAD = 100;
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
  readonly #found = new Map<string, AnnotationBytes>();
  #index: Known['index'];
  /** Whether there is something that is not kept yet. */
  #isNew = false;

  constructor(options: LoaderOptions) {
    this.#options = options;
  }

  /** Reads the articles, anew each time it is called; what has not changed since is not read again. */
  async read({ onProgress, signal }: Pick<ReadOptions, 'onProgress' | 'signal'> = {}): Promise<Corpus> {
    const { paths, cache } = this.#options;
    this.#known ??= (await cache?.read((file) => knownIn(file, buildName()))) ?? NOTHING_KNOWN;
    const known = this.#known;
    this.#stamps.clear();
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
            return read;
          };
        },
        crew: (files) => this.#hired(files),
        shelf: this.#shelf,
      },
    );
    this.#corpus = corpus;
    this.#isNew ||= again > 0 || gone > 0;
    this.#known = {
      ...known,
      rules: corpus.rules,
      files: new Map(
        corpus.files.map(({ found, read }) => [nameOf(found), { stamp: this.#stamps.get(nameOf(found))!, read }]),
      ),
    };
    return corpus;
  }

  /** Analyses the articles that were read, and builds their index. */
  async build({ onProgress = () => {}, stop = NEVER, broken = NEVER }: Building = {}): Promise<Index> {
    const corpus = this.#corpus;
    if (!corpus) throw new Error('nothing was read yet');
    const { keys } = corpus;
    const ended = AbortSignal.any([stop, broken]);
    const started = performance.now();
    const found = await annotated(corpus.articles, {
      known: (i) => this.#found.get(keys[i]!) ?? fitting(corpus.articles[i]!, this.#known?.annotations.get(keys[i]!)),
      crew: (articles) => this.#hired(articles),
      shelf: this.#shelf,
      onArticle: (done, analysed, { path }) => {
        this.#isNew = true;
        const rate = (1000 * analysed) / (performance.now() - started);
        onProgress({ doing: 'Reading articles', done, of: corpus.articles.length, path, rate });
      },
      stop: ended,
    });
    await this.#crew?.dismiss();
    this.#crew = undefined;
    this.#found.clear();
    const reached = found.flatMap((its, i) => {
      if (!its) return [];
      this.#found.set(keys[i]!, its);
      return [i];
    });
    if (this.#known) this.#known = { ...this.#known, annotations: NOTHING_KNOWN.annotations };
    broken.throwIfAborted();

    const articles = reached.map((i) => annotatedArticle(corpus.articles[i]!, found[i]!));
    const key = hexOf(hashOf(reached.flatMap((i) => [corpus.read[i]!.hash, keys[i]!])));
    const kept = this.#index ?? this.#known?.index;
    if (kept?.key === key)
      try {
        const index = await inSlices(decodingIndex(kept.bytes, articles), () => {}, broken);
        this.#index = kept;
        return index;
      } catch (error) {
        // What was kept is not theirs: it is made anew.
        if (!(error instanceof RangeError)) throw error;
      }
    this.#isNew = true;
    const bytes = await this.#linked(
      articles.map(({ article }) => article),
      reached.map((i) => found[i]!),
      onProgress,
      broken,
    );
    if (bytes) {
      this.#index = { key, bytes };
      return inSlices(decodingIndex(bytes, articles), () => {}, broken);
    }
    const { indexing } = await import('../index/indexing.ts');
    const index = await inSlices(indexing(articles), onProgress, broken);
    this.#index = { key, bytes: encodeIndex(index) };
    return index;
  }

  /** Keeps for the next time what is new. Never throws. */
  async keep(signal?: AbortSignal): Promise<void> {
    if ((this.#corpus?.articles.length ?? 0) >= WORTH_A_THREAD) tidyWhenQuiet();
    const { cache } = this.#options;
    const files = this.#known?.files;
    if (!cache || !this.#isNew || !files || files.size < WORTH_KEEPING) return;
    this.#isNew = false;
    await cache.write(
      sectionsOf({ rules: this.#known!.rules, files, annotations: this.#found, index: this.#index }, buildName()),
      signal,
    );
  }

  /** Ends what works for it. */
  async close(): Promise<void> {
    await this.#crew?.dismiss();
    this.#crew = undefined;
  }

  #unchanged(found: FoundFile, before: Known['files']): FileRead | undefined {
    const name = nameOf(found);
    const stamp = found.file === STANDARD_INPUT ? [] : stampOf(found.file);
    this.#stamps.set(name, stamp);
    const known = before.get(name);
    return known && stamp.length > 0 && stamp.every((number, i) => number === known.stamp[i]) ? known.read : undefined;
  }

  /** The index as bytes, made in a thread of its own where that is worth it. */
  async #linked(
    articles: readonly Article[],
    found: readonly AnnotationBytes[],
    onProgress: (progress: Progress) => void,
    broken: AbortSignal,
  ): Promise<Uint8Array | undefined> {
    const { workers } = this.#options;
    if (workers === undefined ? articles.length < WORTH_A_THREAD : workers === 0) return undefined;
    const { linkedElsewhere } = await import('./linking.ts');
    return linkedElsewhere(articles, found, onProgress, broken);
  }

  async #hired(count: number): Promise<Crew | undefined> {
    const { workers } = this.#options;
    const size = count === 0 ? 0 : (workers ?? crewSizeFor(count));
    if (size === 0) return undefined;
    this.#crew ??= await (await import('./crew.ts')).hire(size);
    return this.#crew;
  }
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
