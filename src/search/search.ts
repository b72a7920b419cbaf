import type { Index } from '../index/access.ts';
import type { Links } from '../index/links.ts';
import {
  type Answer,
  type Bookmarked,
  type Hits,
  NOTHING_ASKED,
  SEARCHED,
  type SearchedList,
  type Searches,
} from './answer.ts';
import { FuseSearch } from './by-fuse.ts';
import { Finder } from './finder.ts';
import { marksOf } from './marks.ts';
import { type Asked, type Query, readQuery } from './query.ts';
import type { Rank } from './ranks.ts';
import { emptyStore, GROUPS, recordsOf } from './records.ts';
import { Relations } from './relations.ts';
import { atOnce, type Paused } from './slices.ts';
import { ANY_FIELD, type Reach, type Term } from './terms.ts';

/** Where so many are found as typed, nothing with errors is looked for. */
const ENOUGH = 1;

/** So many small records are handled between two pauses. */
const STRETCH = 16;

/** As typed, across two words, with one error and with two; several words; a phrase. */
const WARM_UP = ['s', 'the', 'presdient', 'minister says', 'ministersaid thta', '"prime minister"'];

/** Searches an index: all lists in one pass over one store. */
export class Search implements Searches {
  #store = emptyStore();
  #finder = new Finder(this.#store);
  /** Per record: its number in its list, and what it is known by when the index changes; 0 when it was taken out. */
  #itemOf: number[] = [];
  #prints: number[] = [];
  #relations: Relations | undefined;
  #bookmarked: Bookmarked | undefined;

  get size(): number {
    return this.#store.size;
  }

  *build(index: Index, links: Links): Paused<void> {
    if (this.#dead() * 2 > this.size) this.#forget();
    const before = yield* this.#byPrint();
    let handled = 0;
    for (const { group, item, fields, standing, print } of recordsOf(index, links)) {
      const record = before.take(print) ?? this.#store.add(GROUPS.indexOf(group), fields(), standing);
      this.#itemOf[record] = item;
      this.#prints[record] = print;
      if (group === 'sources' || ++handled % STRETCH === 0) yield;
    }
    for (const record of before.left()) {
      this.#store.remove(record);
      this.#prints[record] = 0;
    }
    this.#relations = new Relations(index, links, this.#finder, this.#itemOf);
    if (this.#bookmarked) this.#relations.bookmarked = this.#bookmarked;
    yield* this.#store.seal();
  }

  *next(): Paused<Searches> {
    const next = new Search();
    next.#store = this.#store.copy();
    next.#finder = new Finder(next.#store);
    next.#itemOf = this.#itemOf.slice();
    next.#prints = this.#prints.slice();
    next.#bookmarked = this.#bookmarked;
    yield;
    return next;
  }

  /** How many records were taken out. */
  #dead(): number {
    return this.#prints.reduce((count, print) => (print === 0 ? count + 1 : count), 0);
  }

  /** The records that there are, by what they are known by. */
  *#byPrint(): Paused<Pool> {
    const pool = new Pool(this.#prints.length);
    for (let record = 0; record < this.#prints.length; record++) {
      const print = this.#prints[record] as number;
      if (print !== 0) pool.put(print, record);
      if (record % (64 * STRETCH) === 0) yield;
    }
    return pool;
  }

  /** Begins anew where most of what is kept was taken out. */
  #forget(): void {
    this.#store = emptyStore();
    this.#finder = new Finder(this.#store);
    this.#itemOf = [];
    this.#prints = [];
  }

  /** Searches for a few words of its own, so that the first that is typed is answered as fast as the others. */
  *warmUp(): Paused<void> {
    for (const query of WARM_UP) yield* this.find(query);
  }

  mark(bookmarked: Bookmarked): void {
    this.#bookmarked = bookmarked;
    if (this.#relations) this.#relations.bookmarked = bookmarked;
  }

  /** What a query finds. Nothing but white space or punctuation is nothing to filter by: `null` everywhere. */
  *find(text: string): Paused<Answer> {
    const query = readQuery(text);
    const { problem } = query;
    if (query.clauses.length === 0) return { ...NOTHING_ASKED, problem };
    const plain = query.clauses.filter((clause) => clause.every(({ field }) => field === null));
    const terms = plain.map((clause) => clause.map(termOf));
    const found = plain.length > 0 ? yield* this.#finder.find(terms, [0, 1, 2], ENOUGH) : null;
    const related = query.clauses.filter((clause) => !plain.includes(clause));
    const lets = this.#relations ? yield* this.#relations.of(related) : null;
    const shown = query.clauses.flat().map(termOf);
    const hitsOf = (list: SearchedList): Hits => {
      const hits = found?.get(SEARCHED.indexOf(list));
      const records: number[] = [];
      const scores: number[] = [];
      const let_ = lets?.[list];
      if (hits) {
        hits.records.forEach((record, i) => {
          const item = this.#itemOf[record] as number;
          if (let_ && let_[item] === 0) return;
          records.push(item);
          const score = hits.scores[i];
          if (score !== undefined) scores.push(score);
        });
      } else
        let_?.forEach((lets, item) => {
          if (lets === 1) records.push(item);
        });
      const reach = hits?.reach ?? AS_ASKED;
      return { records, scores, marks: (text) => marksOf(text, shown, reach) };
    };
    return {
      sources: hitsOf('sources'),
      entities: hitsOf('entities'),
      quotes: hitsOf('quotes'),
      problem,
      asksKind: asksKind(query),
    };
  }

  /** The same without pausing. */
  findNow(text: string): Answer {
    return atOnce(this.find(text));
  }
}

/** Records by a number that several may have; each is taken once. */
class Pool {
  readonly #last = new Map<number, number>();
  /** Of each record the one before it of the same number; -1 for none, {@link TAKEN} where it was taken. */
  readonly #before: Int32Array;

  constructor(size: number) {
    this.#before = new Int32Array(size).fill(TAKEN);
  }

  put(number: number, record: number): void {
    this.#before[record] = this.#last.get(number) ?? -1;
    this.#last.set(number, record);
  }

  take(number: number): number | undefined {
    const record = this.#last.get(number);
    if (record === undefined || record < 0) return undefined;
    this.#last.set(number, this.#before[record] as number);
    this.#before[record] = TAKEN;
    return record;
  }

  /** Those that nobody took. */
  *left(): Generator<number> {
    for (let record = 0; record < this.#before.length; record++) if (this.#before[record] !== TAKEN) yield record;
  }
}

const TAKEN = -2;

/** Of fields alone: how far they went is not known here, so nothing with errors is marked. */
const AS_ASKED: Reach = { level: 0, wholeOnly: true };

/** An empty search; `build` fills it. */
export function searchBy(rank: Rank): Searches {
  return rank === 'fuse' ? new FuseSearch() : new Search();
}

/** A search of an index, built at once. */
export function searchOf(index: Index, links: Links, rank: Rank = 'meant'): Searches {
  const search = searchBy(rank);
  atOnce(search.build(index, links));
  return search;
}

function asksKind({ clauses }: Query): boolean {
  return clauses.flat().some(({ field }) => field === 'kind');
}

function termOf({ words, how, not }: Asked): Term {
  return { words, how, not, fields: ANY_FIELD };
}
