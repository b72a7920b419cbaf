import Fuse, { type IFuseOptions } from 'fuse.js';

/** How Fuse is asked for `--rank=fuse`: its token search, every word to match, at the threshold it is mostly used with. */
export const FUSE_OPTIONS = {
  useTokenSearch: true,
  tokenMatch: 'all',
  threshold: 0.3,
  ignoreLocation: true,
  includeScore: true,
} as const;

/** A record that Fuse found. */
export interface FuseHit {
  /** Which of the records. */
  readonly record: number;
  /** Fuse's score: 0 is perfect. */
  readonly score: number;
}

/** What Fuse keeps of a query: its words, cut into pieces of at most 32 letters. */
interface TokenSearcher {
  readonly termSearchers: readonly { readonly chunks: readonly { readonly pattern: string }[] }[];
}

const HALF_OF_A_CHARACTER = /[\ud800-\udfff]/;

/**
 * Fuse's own token search (`useTokenSearch`), the same ids, order and scores, asked of fewer records: those that can
 * match at all. A typed word that is found with k errors has, cut into k + 1 parts, one part without any (Wu and
 * Manber 1992); that part lies within one word of the record, so the distinct words tell which records to ask.
 */
export class FuseRank<T> {
  readonly #fuse: Fuse<T>;
  readonly #all: Fuse<T>['_myIndex']['records'];
  readonly #words: readonly string[];
  /** Word `w` occurs in the records `postings[from[w]]` up to `postings[from[w + 1]]`, places in `#all`. */
  readonly #from: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #threshold: number;
  readonly #every: boolean;

  /** @param options as Fuse takes them, with `useTokenSearch`; without a tokenizer of one's own */
  constructor(records: readonly T[], options: IFuseOptions<T>) {
    this.#fuse = new Fuse(records, options);
    const inverted = this.#fuse._invertedIndex;
    if (!inverted || options.tokenize) throw new TypeError('FuseRank is for the token search with its own tokenizer');
    this.#all = this.#fuse._myIndex.records;
    this.#words = [...inverted.df.keys()];
    this.#threshold = options.threshold ?? Fuse.config.threshold;
    this.#every = options.tokenMatch === 'all';
    const numbers = new Map(this.#words.map((word, w) => [word, w]));
    const termsOf = this.#all.map(({ i }) => [...(inverted.docTermFieldHits.get(i)?.keys() ?? [])]);
    // Only removing needs these, and they are most of Fuse's memory.
    inverted.docTermFieldHits.clear();
    inverted.docFieldCount.clear();
    this.#from = new Uint32Array(this.#words.length + 1);
    for (const terms of termsOf) for (const term of terms) this.#count((numbers.get(term) as number) + 1);
    for (let w = 0; w < this.#words.length; w++) this.#count(w + 1, this.#from[w]);
    this.#postings = new Uint32Array(this.#from[this.#words.length] as number);
    const next = this.#from.slice();
    termsOf.forEach((terms, place) => {
      for (const term of terms) {
        const w = numbers.get(term) as number;
        this.#postings[next[w] as number] = place;
        next[w] = (next[w] as number) + 1;
      }
    });
  }

  /** What Fuse finds, best first. */
  find(query: string, limit?: number): readonly FuseHit[] {
    const index = this.#fuse._myIndex;
    index.records = this.#candidates(query);
    try {
      const found = this.#fuse.search(query, limit === undefined ? undefined : { limit });
      return found.map(({ refIndex, score }) => ({ record: refIndex, score: score ?? 0 }));
    } finally {
      index.records = this.#all;
    }
  }

  #count(at: number, by = 1): void {
    this.#from[at] = (this.#from[at] as number) + by;
  }

  /** The records that can match, in their order. */
  #candidates(query: string): Fuse<T>['_myIndex']['records'] {
    if (query.trim() === '') return this.#all;
    const { termSearchers } = this.#fuse._getSearcher(query) as unknown as TokenSearcher;
    const terms = termSearchers.map(({ chunks }) => chunks.map(({ pattern }) => pattern));
    let holds: Uint8Array | null = null;
    for (const patterns of terms) {
      const of = this.#recordsOf(patterns);
      if (this.#every && !of) continue;
      if (!of) return this.#all;
      if (!holds) holds = of;
      else
        for (let i = 0; i < of.length; i++)
          holds[i] = this.#every ? (holds[i] as number) & (of[i] as number) : (holds[i] as number) | (of[i] as number);
    }
    return holds ? this.#all.filter((_, place) => holds?.[place] === 1) : this.#all;
  }

  /** Per record, 1 where one of the patterns may be found; null when nothing can be said. */
  #recordsOf(patterns: readonly string[]): Uint8Array | null {
    const parts = new Set<string>();
    for (const pattern of patterns) {
      // Half of a character may stand in signs that are no words.
      if (HALF_OF_A_CHARACTER.test(pattern)) return null;
      for (const part of this.#partsOf(pattern)) parts.add(part);
    }
    const records = new Uint8Array(this.#all.length);
    this.#words.forEach((word, w) => {
      for (const part of parts) {
        if (!word.includes(part)) continue;
        const end = this.#from[w + 1] as number;
        for (let i = this.#from[w] as number; i < end; i++) records[this.#postings[i] as number] = 1;
        return;
      }
    });
    return records;
  }

  #partsOf(pattern: string): readonly string[] {
    let errors = 0;
    while (errors + 1 < pattern.length && (errors + 1) / pattern.length <= this.#threshold) errors++;
    const cut = (part: number) => Math.floor((part * pattern.length) / (errors + 1));
    return Array.from({ length: errors + 1 }, (_, part) => pattern.slice(cut(part), cut(part + 1)));
  }
}
