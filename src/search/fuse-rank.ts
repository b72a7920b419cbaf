import Fuse, { type IFuseOptions } from 'fuse.js';
import { errorsIn, LONGEST_TERM, NONE, type TextWords } from './fuse-errors.ts';

/** How Fuse is asked for `--rank=fuse`: its token search, every word to match, at the threshold it is mostly used with. */
export const FUSE_OPTIONS = {
  useTokenSearch: true,
  tokenMatch: 'all',
  threshold: 0.3,
  ignoreLocation: true,
  includeScore: true,
} as const;

/** A record that Fuse finds. */
export interface FuseHit {
  /** Which of the records. */
  readonly record: number;
  /** Fuse's score: 0 is perfect. */
  readonly score: number;
}

/** As Fuse cuts texts into words. */
const WORDS = /[\p{L}\p{M}\p{N}_]+/gu;
const HALF_OF_A_CHARACTER = /[\ud800-\udfff]/;
/** Fuse's score of a perfect match inside of a longer text. */
const PERFECT = 0.001;
/** Terms that are remembered with what they match: those before the one being typed do not change. */
const REMEMBERED = 8;

/**
 * Fuse's own token search (`useTokenSearch`): the same records, order and scores, to the last bit. What Fuse works out
 * for every record and every word anew is worked out once a distinct word here; what this does not cover (very long
 * words, characters of two code units, accents to be ignored) is left to Fuse itself.
 */
export class FuseRank<T> {
  readonly #fuse: Fuse<T>;
  readonly #fast: boolean;
  readonly #options: IFuseOptions<T>;
  readonly #texts: string[] = [];
  /** Per text: what its field weighs, as an exponent of its score. */
  readonly #weights: number[] = [];
  /** Per record that Fuse has: its number, and its first text; one more at the end. */
  readonly #numbers: number[] = [];
  readonly #first: number[] = [0];
  readonly #words: TextWords;
  /** Per word: in how many texts it is. */
  readonly #frequency = new Map<string, number>();
  #withWords = 0;
  readonly #known = new Map<string, Uint8Array>();

  /** @param options as Fuse takes them, with `useTokenSearch` */
  constructor(records: readonly T[], options: IFuseOptions<T>) {
    if (!options.useTokenSearch) throw new TypeError('FuseRank is for the token search');
    const { ignoreDiacritics, tokenize, minMatchCharLength = 1, findAllMatches, sortFn, shouldSort = true } = options;
    this.#options = options;
    this.#fast = !ignoreDiacritics && !tokenize && minMatchCharLength <= 1 && !findAllMatches && !sortFn && shouldSort;
    const { fieldNormWeight, getFn } = { ...Fuse.config, ...options };
    const index = Fuse.createIndex<T>([...(options.keys ?? [])], records, { getFn, fieldNormWeight });
    // Fuse would cut all texts once more: it is given what is counted here.
    this.#fuse = new Fuse(records, { ...options, useTokenSearch: !this.#fast }, index);
    this.#read();
    this.#words = this.#cut();
    if (!this.#fast) return;
    this.#fuse.options.useTokenSearch = true;
    this.#fuse._invertedIndex = {
      fieldCount: this.#withWords,
      df: this.#frequency,
      docFieldCount: new Map(),
      docTermFieldHits: new Map(),
    };
  }

  /** What Fuse finds, best first. */
  find(query: string, limit = Number.POSITIVE_INFINITY): readonly FuseHit[] {
    const terms = this.#cased(query).match(WORDS) ?? [];
    const odd = terms.some((term) => term.length > LONGEST_TERM || HALF_OF_A_CHARACTER.test(term));
    if (!this.#fast || odd || query.trim() === '') {
      const found = this.#fuse.search(query, limit === Number.POSITIVE_INFINITY ? undefined : { limit });
      return found.map(({ refIndex, score }) => ({ record: refIndex, score: score ?? 0 }));
    }
    return this.#best(terms, limit);
  }

  /** Takes the texts out of Fuse's own index. */
  #read(): void {
    const { ignoreFieldNorm = Fuse.config.ignoreFieldNorm } = this.#options;
    const add = (text: string, norm: number, weight: number) => {
      this.#texts.push(text);
      this.#weights.push((weight || 1) * (ignoreFieldNorm ? 1 : norm));
    };
    const keys = this.#fuse._normalizedKeys();
    for (const { i, v, n, $ } of this.#fuse._myIndex.records) {
      if (v !== undefined) add(v, n ?? 1, 0);
      keys.forEach(({ weight }, key) => {
        const value = $?.[key];
        for (const text of Array.isArray(value) ? value : value ? [value] : []) add(text.v, text.n, weight);
      });
      this.#numbers.push(i);
      this.#first.push(this.#texts.length);
    }
  }

  /** Cuts the texts into words, and says where each distinct one is. */
  #cut(): TextWords {
    const lists: number[][] = [];
    const numbers = new Map<string, number>();
    this.#texts.forEach((text, entry) => {
      const words = this.#cased(text).match(WORDS);
      if (!words) return;
      this.#withWords++;
      for (const word of words) {
        const number = numbers.get(word) ?? numbers.size;
        if (number === numbers.size) {
          numbers.set(word, number);
          lists.push([]);
        }
        const list = lists[number] as number[];
        if (list.at(-1) !== entry) list.push(entry);
      }
    });
    const from = new Uint32Array(lists.length + 1);
    lists.forEach((list, w) => {
      from[w + 1] = (from[w] as number) + list.length;
    });
    const postings = new Uint32Array(from[lists.length] as number);
    lists.forEach((list, w) => {
      postings.set(list, from[w]);
    });
    for (const [word, w] of numbers) this.#frequency.set(word, lists[w]?.length ?? 0);
    const text = (entry: number) => this.#cased(this.#texts[entry] as string);
    return { text, entries: this.#texts.length, words: [...numbers.keys()], from, postings };
  }

  #cased(text: string): string {
    return this.#options.isCaseSensitive ? text : text.toLowerCase();
  }

  #best(terms: readonly string[], limit: number): readonly FuseHit[] {
    const errors = terms.map((term) => this.#errorsOf(term));
    const rarity = terms.map((term) => {
      const frequency = this.#frequency.get(term) ?? 0;
      return Math.log(1 + (this.#withWords - frequency + 0.5) / (frequency + 0.5));
    });
    const every = this.#options.tokenMatch === 'all';
    const hits: FuseHit[] = [];
    for (let place = 0; place < this.#numbers.length; place++) {
      const first = this.#first[place] as number;
      const end = this.#first[place + 1] as number;
      if (terms.length === 0 || !holds(errors, first, end, every)) continue;
      const hit = { record: this.#numbers[place] as number, score: this.#score(terms, errors, rarity, first, end) };
      keep(hits, hit, limit);
    }
    return limit === Number.POSITIVE_INFINITY ? hits.sort((a, b) => a.score - b.score || a.record - b.record) : hits;
  }

  /** Fuse's score of the record whose texts are `first` up to `end`: the sums and products in Fuse's own order. */
  #score(
    terms: readonly string[],
    errors: readonly Uint8Array[],
    rarity: readonly number[],
    first: number,
    end: number,
  ): number {
    let total = 1;
    for (let entry = first; entry < end; entry++) {
      let weighted = 0;
      let possible = 0;
      let matched = false;
      for (let t = 0; t < terms.length; t++) {
        const idf = rarity[t] as number;
        const count = (errors[t] as Uint8Array)[entry] as number;
        possible += idf;
        if (count === NONE) continue;
        matched = true;
        weighted += idf * (1 - this.#termScore(terms[t] as string, count, entry));
      }
      if (!matched) continue;
      const score = Math.max(PERFECT, possible > 0 ? 1 - weighted / possible : 0);
      total *= score ** (this.#weights[entry] as number);
    }
    return total;
  }

  #termScore(term: string, errors: number, entry: number): number {
    if (errors > 0) return Math.max(PERFECT, errors / term.length);
    return (this.#texts[entry] as string).length <= term.length && this.#words.text(entry) === term ? 0 : PERFECT;
  }

  #errorsOf(term: string): Uint8Array {
    const { threshold = Fuse.config.threshold } = this.#options;
    let most = 0;
    while (most + 1 < term.length && (most + 1) / term.length <= threshold) most++;
    const errors = this.#known.get(term) ?? errorsIn(this.#words, term, most);
    this.#known.delete(term);
    this.#known.set(term, errors);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    return errors;
  }
}

/** Whether the texts of a record hold every term, each in one of them; or any. */
function holds(errors: readonly Uint8Array[], first: number, end: number, every: boolean): boolean {
  for (const of of errors) {
    let found = false;
    for (let entry = first; entry < end && !found; entry++) found = of[entry] !== NONE;
    if (found !== every) return found;
  }
  return every;
}

/** Puts a hit among the best so many, in order; without a limit at the end. */
function keep(hits: FuseHit[], hit: FuseHit, limit: number): void {
  if (limit === Number.POSITIVE_INFINITY) {
    hits.push(hit);
    return;
  }
  if (hits.length >= limit && hit.score >= (hits.at(-1)?.score ?? 0)) return;
  let at = hits.length;
  // Records come in order, so that of equals the later one goes behind.
  while (at > 0 && (hits[at - 1] as FuseHit).score > hit.score) at--;
  hits.splice(at, 0, hit);
  if (hits.length > limit) hits.pop();
}
