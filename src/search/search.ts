import type { Index } from '../index/build.ts';
import type { Links } from '../index/links.ts';
import type { Span } from '../model.ts';
import { Finder } from './finder.ts';
import { marksOf } from './marks.ts';
import { type Asked, type Query, readQuery } from './query.ts';
import { emptyStore, GROUPS, recordsOf } from './records.ts';
import { Relations } from './relations.ts';
import { atOnce, type Paused } from './slices.ts';
import { ANY_FIELD, type Reach, type Term } from './terms.ts';

/** The lists that are searched together. */
export const SEARCHED = ['sources', 'entities', 'quotes'] as const;
export type SearchedList = (typeof SEARCHED)[number];

/** The items of a list that a query matches, best first, and what of a shown text made them match. */
export interface Hits {
  /** Numbers of articles, entities or quotes. */
  readonly records: readonly number[];
  /** What each of the first is worth, 0 to 2; the rest follows by kind of match. */
  readonly scores: readonly number[];
  /** The parts of a text to highlight, in order, none overlapping. */
  marks(text: string): readonly Span[];
}

/** What a query finds. */
export interface Answer extends Readonly<Record<SearchedList, Hits | null>> {
  /** Why the query could not be read and was searched as plain words; `null` when it could. */
  readonly problem: string | null;
  /** Whether it asks for a kind of quote: then all kinds are to be shown. */
  readonly asksKind: boolean;
}

/** Where so many are found as typed, nothing with errors is looked for. */
const ENOUGH = 1;

/** Searches an index: all lists in one pass over one store. */
export class Search {
  readonly #store = emptyStore();
  readonly #finder = new Finder(this.#store);
  /** Per record: its number in its list. */
  readonly #itemOf: number[] = [];
  readonly #relations: Relations;

  /** An empty one; {@link build} fills it. */
  constructor(
    readonly index: Index,
    readonly links: Links,
  ) {
    this.#relations = new Relations(index, links, this.#finder, this.#itemOf);
  }

  /** How many records are searched. */
  get size(): number {
    return this.#store.size;
  }

  /** Makes all of the index searchable. */
  *build(): Paused<void> {
    for (const { group, item, fields, day } of recordsOf(this.index, this.links)) {
      this.#itemOf.push(item);
      this.#store.add(GROUPS.indexOf(group), fields, day);
      yield;
    }
    yield* this.#store.seal();
  }

  /** What a query finds. Nothing but white space or punctuation is nothing to filter by: `null` everywhere. */
  *find(text: string): Paused<Answer> {
    const query = readQuery(text);
    const { problem } = query;
    if (query.clauses.length === 0) return { ...NOTHING_ASKED, problem };
    const plain = query.clauses.filter((clause) => clause.every(({ field }) => field === null));
    const terms = plain.map((clause) => clause.map(termOf));
    const found = plain.length > 0 ? yield* this.#finder.find(terms, [0, 1, 2], ENOUGH) : null;
    const lets = yield* this.#relations.of(query.clauses.filter((clause) => !plain.includes(clause)));
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

/** Of fields alone: how far they went is not known here, so nothing with errors is marked. */
const AS_ASKED: Reach = { level: 0, wholeOnly: true };

/** What is found when nothing is asked. */
export const NOTHING_ASKED: Answer = { sources: null, entities: null, quotes: null, problem: null, asksKind: false };

/** A search of an index, at once. */
export function searchOf(index: Index, links: Links): Search {
  const search = new Search(index, links);
  atOnce(search.build());
  return search;
}

function asksKind({ clauses }: Query): boolean {
  return clauses.flat().some(({ field }) => field === 'kind');
}

function termOf({ words, how, not }: Asked): Term {
  return { words, how, not, fields: ANY_FIELD };
}
