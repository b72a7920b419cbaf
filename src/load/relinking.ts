import type { Index } from '../index/access.ts';
import type { Linking } from '../index/linking.ts';
import type { Progress } from '../index/progress.ts';
import { inSlices } from '../index/slices.ts';
import type { CacheFile } from '../keep/cache.ts';
import type { AnnotatedArticle } from '../model.ts';
import { buildName } from './build-name.ts';
import type { AnnotationBytes } from './found.ts';
import type { Linked, Linker } from './linking.ts';
import { packedIn, packedSections } from './packed.ts';

/** Articles with what was found in each. */
export interface Analysed {
  readonly articles: readonly AnnotatedArticle[];
  readonly found: readonly AnnotationBytes[];
  /** What tells each from any other of its path. */
  readonly marks: () => readonly string[];
}

type Tell = (progress: Progress) => void;

/** Fewer articles are linked sooner than a thread is started. */
const WORTH_A_THREAD = 100;
/** What was worked out for more articles is more than is worth keeping, some 32 kB of each. */
const MOST_KEPT = 40_000;
/** While so many of the articles changed, what was kept before serves as well: it is not written again. */
const FEW = 0.005;

/**
 * Links articles, and what was linked before only as far as it changed: what was worked out for the last index is kept
 * for the next start, and where changes are followed in memory, too.
 */
export class Relinking {
  readonly #cache: CacheFile | undefined;
  readonly #isFollowed: boolean;
  readonly #workers: number | undefined;
  #linking: Linking | undefined;
  /** While what is needed to take up changes is being worked out. */
  #warming: Promise<void> | undefined;
  /** What is to be written; and while it is. */
  #packed: Promise<Uint8Array | undefined> | undefined;
  #keeping: Promise<void> | undefined;
  /** A thread that takes up already what was kept. */
  #ahead: Promise<Linker> | undefined;
  #taken = 0;
  /** What was kept led to what cannot be: it is not read again. */
  #isMistrusted = false;

  /**
   * @param cache where it is kept, if it is
   * @param isFollowed whether changes are to be taken up at once
   * @param workers none where there may be no threads
   */
  constructor(cache: CacheFile | undefined, isFollowed: boolean, workers: number | undefined) {
    this.#cache = cache;
    this.#isFollowed = isFollowed;
    this.#workers = workers;
  }

  /** How many articles were taken in or out for the last index. */
  get taken(): number {
    return this.#taken;
  }

  /** The index from what is in memory of the last one; `undefined` where that is nothing, or of articles in another order. */
  async again(
    articles: readonly AnnotatedArticle[],
    onProgress: Tell,
    broken: AbortSignal,
  ): Promise<Index | undefined> {
    await this.#warming?.catch(() => {});
    const linking = this.#linking;
    if (!linking?.mayTake(articles)) return undefined;
    // What is broken off is not gone on with.
    this.#linking = undefined;
    // It goes on in the bytes that are written.
    await this.#keeping;
    this.#packed = undefined;
    try {
      const index = await inSlices(linking.linked(articles), onProgress, broken);
      this.#linking = linking;
      this.#taken = linking.taken;
      return index;
    } catch {
      broken.throwIfAborted();
      // It goes back to what was kept, and that was not what it was said to be.
      this.#isMistrusted = true;
      return undefined;
    }
  }

  /**
   * Begins to take up what was kept while articles are still analysed, for {@link elsewhere}.
   *
   * @param count how many articles there are
   */
  begin(count: number): void {
    if (this.#cache && !this.#linking && !this.#warming && this.#isWorthAThread(count))
      this.#ahead ??= linkerWith(this.#kept());
  }

  /** What was begun is not needed. */
  async end(): Promise<void> {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    await (await ahead)?.end();
  }

  /** The index as bytes, made in a thread; `undefined` where none is worth it, or it ended. */
  async elsewhere(analysed: Analysed, onProgress: Tell, broken: AbortSignal): Promise<Uint8Array | undefined> {
    if (!this.#isWorthAThread(analysed.articles.length)) return undefined;
    const ahead = this.#ahead ?? linkerWith(this.#kept());
    this.#ahead = undefined;
    const linked = await this.#inThread(analysed, await ahead, onProgress, broken);
    if (!linked) return undefined;
    this.#taken = linked.taken;
    if (this.#isFollowed) this.#warmBy(this.#unpack(linked.packed, analysed, broken));
    return linked.index;
  }

  /** The index that was made elsewhere is not of the articles: what was kept is done without, and what came of it forgotten. */
  async mistrust(): Promise<void> {
    this.#isMistrusted = true;
    await this.end();
    await this.#warming?.catch(() => {});
    await this.#packed?.catch(() => {});
    this.#linking = undefined;
    this.#packed = undefined;
  }

  /** The index, made here. */
  async here(articles: readonly AnnotatedArticle[], onProgress: Tell, broken: AbortSignal): Promise<Index> {
    const { Linking } = await import('../index/linking.ts');
    const linking = new Linking();
    const work = inSlices(linking.linked(articles), onProgress, broken);
    this.#warmBy(work.then(() => {}));
    const index = await work;
    this.#taken = linking.taken;
    if (this.#isFollowed) this.#linking = linking;
    return index;
  }

  /** Works out what is needed to take up changes at once, where it is not known: after an index that was kept. */
  async warm(analysed: Analysed, broken: AbortSignal): Promise<void> {
    await this.#warming;
    if (!this.#linking) await this.#warmBy(this.#warm(analysed, broken));
  }

  /** Keeps for the next time what was worked out, where that is worth it. Never throws. */
  keep(signal?: AbortSignal): Promise<void> | undefined {
    const [packed, cache] = [this.#packed, this.#cache];
    this.#packed = undefined;
    if (packed && cache)
      this.#keeping = packed.then((bytes) => bytes && cache.write(packedSections(bytes, buildName()), signal));
    return this.#keeping;
  }

  async #warm(analysed: Analysed, broken: AbortSignal): Promise<void> {
    const { articles } = analysed;
    const tell = () => {};
    if (!this.#isWorthAThread(articles.length)) return void (await this.here(articles, tell, broken));
    try {
      await this.#unpack(this.#kept(), analysed, broken);
      const linking = this.#linking;
      if (linking?.mayTake(articles)) {
        const index = await inSlices(linking.linked(articles), tell, broken);
        if (await inSlices(linking.saysWhatIsThere(index), tell, broken)) return;
      }
    } catch {
      // What was kept is not what it is said to be.
      broken.throwIfAborted();
    }
    this.#linking = undefined;
    const linked = await this.#inThread(analysed, await linkerWith(NOTHING), tell, broken);
    if (!linked) return void (await this.here(articles, tell, broken));
    await this.#unpack(linked.packed, analysed, broken);
    await this.keep(broken);
  }

  #isWorthAThread(articles: number): boolean {
    return this.#workers === undefined ? articles >= WORTH_A_THREAD : this.#workers > 0;
  }

  async #inThread(
    { articles, found, marks }: Analysed,
    linker: Linker,
    onProgress: Tell,
    broken: AbortSignal,
  ): Promise<Linked | undefined> {
    const { length } = articles;
    const isWanted = (taken: number) =>
      this.#isFollowed || (this.#cache !== undefined && length <= MOST_KEPT && taken > FEW * length);
    const toLink = { articles: articles.map(({ article }) => article), found, marks: marks(), isWanted };
    const linked = await linker.link(toLink, onProgress, broken);
    this.#packed = linked?.packed;
    return linked;
  }

  /** Takes up what was packed; where it is not what it is said to be, nothing is known, and all is linked anew. */
  async #unpack(packed: Promise<Uint8Array | undefined>, { articles, marks }: Analysed, broken: AbortSignal) {
    const bytes = await packed;
    if (!bytes) return;
    const { Linking } = await import('../index/linking.ts');
    try {
      const linking = await inSlices(Linking.unpacked(bytes), () => {}, broken);
      await inSlices(linking.recognise(articles, marks()), () => {}, broken);
      this.#linking = linking;
    } catch (error) {
      broken.throwIfAborted();
      if (!(error instanceof RangeError)) throw error;
    }
  }

  async #kept(): Promise<Uint8Array | undefined> {
    return this.#isMistrusted ? undefined : this.#cache?.read((file) => packedIn(file, buildName()));
  }

  #warmBy(work: Promise<void>): Promise<void> {
    const warming = work.finally(() => {
      if (this.#warming === warming) this.#warming = undefined;
    });
    this.#warming = warming;
    // Whoever waits for it is told.
    warming.catch(() => {});
    return warming;
  }
}

const NOTHING = Promise.resolve(undefined);

async function linkerWith(before: Promise<Uint8Array | undefined>): Promise<Linker> {
  const { Linker } = await import('./linking.ts');
  return new Linker(before);
}
