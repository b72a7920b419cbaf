import { withRoom } from './growing.ts';
import { type Ordered, ordered, RANKED } from './order.ts';
import { isOneWord, Scorer } from './scorer.ts';
import type { Store } from './store.ts';
import { ANY_FIELD, AS_TYPED, type Clause, highestLevel, type Matched, type Reach, TermMatcher } from './terms.ts';

/** What is found in one group of records. */
export interface Found extends Ordered {
  readonly reach: Reach;
}

/** The same for a single word in texts of one field: which records hold it, and how, the postings say already. */
const RANKED_ALIKE = 3_000;
/** Reading a record costs about as much as passing by so many postings. */
const READING = 50;
/** Postings handled, and records read, between two chances to do something else. */
const STRETCH = 1 << 18;
const READ_STRETCH = 1 << 8;
/** A part of a word that more records hold than this is not followed across words. */
const MOST_ACROSS = 30_000;

/** Finds the records of a store that fulfil clauses, group by group. */
export class Finder {
  readonly #store: Store;
  readonly #matcher: TermMatcher;
  /** Per record: how many clauses are known to hold. */
  #mark = new Uint8Array(0);
  #candidates = new Int32Array(1 << 10);

  constructor(store: Store) {
    this.#store = store;
    this.#matcher = new TermMatcher(store);
  }

  /**
   * Goes up the levels of {@link TermMatcher} until each group has enough. Where a lower level has found something
   * already, words with errors count only as a whole. Pauses at least every few milliseconds.
   *
   * @param groups the groups wanted
   * @param enough stop where so many are found
   */
  *find(
    clauses: readonly Clause[],
    groups: readonly number[],
    enough: number,
  ): Generator<void, ReadonlyMap<number, Found>> {
    yield* this.#store.seal();
    const highest = Math.max(AS_TYPED, ...clauses.flat().map(highestLevel));
    const found = new Map<number, Found>();
    let wanted = groups;
    for (let level = AS_TYPED; level <= highest && wanted.length > 0; level++) {
      // Groups that found something go on with less licence than groups that found nothing.
      const some = wanted.filter((group) => (found.get(group)?.records.length ?? 0) > 0);
      const none = wanted.filter((group) => !some.includes(group));
      if (some.length > 0) yield* this.#level(clauses, some, { level, wholeOnly: true }, found);
      if (none.length > 0) yield* this.#level(clauses, none, { level, wholeOnly: false }, found);
      wanted = wanted.filter((group) => (found.get(group)?.records.length ?? 0) < enough);
    }
    return found;
  }

  *#level(
    clauses: readonly Clause[],
    groups: readonly number[],
    reach: Reach,
    found: Map<number, Found>,
  ): Generator<void, void> {
    const matched: (readonly Matched[])[] = [];
    for (const clause of clauses) {
      const terms: Matched[] = [];
      for (const term of clause) terms.push(yield* this.#matcher.match(term, reach));
      matched.push(terms);
    }
    const lists = matched.map((terms) => this.#postingWords(terms));
    const { count, certain } = yield* this.#collect(matched, lists, new Set(groups));
    const rarity = lists.map((list) => (list ? this.#rarityOf(list.cost) : 0));
    yield* this.#rank(new Scorer(this.#store, matched, rarity), groups, reach, count, certain, found);
  }

  /** The words in whose postings all records of a clause are; null where only reading can tell. */
  #postingWords(terms: readonly Matched[]): { readonly words: readonly number[]; readonly cost: number } | null {
    let words: readonly number[] = [];
    for (const matched of terms) {
      if (matched.term.not) return null;
      if (isOneWord(matched)) {
        words = words.concat(...(matched.places[0]?.tiers ?? []), this.#acrossWords(matched));
      } else {
        const places = matched.places.map(({ tiers }) => tiers.flat());
        const rarest = places.reduce((a, b) => (this.#cost(b) < this.#cost(a) ? b : a), places[0] ?? []);
        words = words.concat(rarest);
      }
    }
    return { words, cost: this.#cost(words) };
  }

  /** Of each way to cut a word in two the rarer side: the words whose records are read to find it. */
  #acrossWords({ across }: Matched): readonly number[] {
    if (!across) return [];
    const { endsWith, beginsWith, cuts } = across;
    let words: readonly number[] = [];
    for (let cut = 0; cut < 31; cut++) {
      if ((cuts & (1 << cut)) === 0) continue;
      const ends: number[] = [];
      const begins: number[] = [];
      for (let word = 0; word < endsWith.length; word++) {
        if (((endsWith[word] as number) & (1 << cut)) !== 0) ends.push(word);
        if (((beginsWith[word] as number) & (1 << cut)) !== 0) begins.push(word);
      }
      const rarer = this.#cost(ends) < this.#cost(begins) ? ends : begins;
      if (this.#cost(rarer) <= MOST_ACROSS) words = words.concat(rarer);
    }
    return words;
  }

  #cost(words: readonly number[]): number {
    let cost = 0;
    for (const word of words) cost += this.#store.lexicon.records[word] as number;
    return cost;
  }

  /** Inverse document frequency, as BM25 has it. */
  #rarityOf(records: number): number {
    return Math.log(1 + this.#store.size / (1 + Math.min(records, this.#store.size)));
  }

  /** Gathers the records that may match, and says whether all of them are certain to. */
  *#collect(
    matched: readonly (readonly Matched[])[],
    lists: readonly ({ readonly words: readonly number[]; readonly cost: number } | null)[],
    groups: ReadonlySet<number>,
  ): Generator<void, { count: number; certain: boolean }> {
    if (this.#mark.length < this.#store.size) this.#mark = new Uint8Array(this.#store.size);
    else this.#mark.fill(0);
    const listed = lists.filter((list) => list !== null).sort((a, b) => a.cost - b.cost);
    const [first, ...rest] = listed;
    let certain =
      listed.length === lists.length &&
      matched.flat().every((m) => isOneWord(m) && !m.across && m.term.fields === ANY_FIELD);
    if (!first) return { count: this.#everything(groups), certain: false };
    let count = yield* this.#pass(first.words, 0, 0, groups);
    let passed = 1;
    for (const { words, cost } of rest) {
      if (cost > READING * count) {
        certain &&= count === 0;
        continue;
      }
      yield* this.#pass(words, passed++, count, groups);
      let kept = 0;
      for (let i = 0; i < count; i++) {
        const record = this.#candidates[i] as number;
        if (this.#mark[record] === passed) this.#candidates[kept++] = record;
      }
      count = kept;
    }
    return { count, certain };
  }

  /** Goes through postings: counts up the records that stand at `mark`; those that stand at 0 become candidates. */
  *#pass(words: readonly number[], mark: number, count: number, groups: ReadonlySet<number>): Generator<void, number> {
    let candidates = count;
    let work = 0;
    for (const word of words) {
      for (const { base, postings, from, groups: groupOf } of this.#store.segments) {
        if (word + 1 >= from.length) continue;
        const start = from[word] as number;
        const end = from[word + 1] as number;
        if (mark === 0) this.#candidates = withRoom(this.#candidates, candidates + end - start);
        for (let i = start; i < end; i++) {
          const here = postings[i] as number;
          const record = base + here;
          if (this.#mark[record] !== mark) continue;
          if (mark === 0) {
            if (!groups.has(groupOf[here] as number)) continue;
            this.#candidates[candidates++] = record;
          }
          this.#mark[record] = mark + 1;
        }
        work += end - start;
      }
      if (work > STRETCH) {
        work = 0;
        yield;
      }
    }
    return candidates;
  }

  #everything(groups: ReadonlySet<number>): number {
    let count = 0;
    this.#candidates = withRoom(this.#candidates, this.#store.size);
    for (const { base, groups: groupOf, dead, count: records } of this.#store.segments) {
      for (let here = 0; here < records; here++)
        if (dead[here] === 0 && groups.has(groupOf[here] as number)) this.#candidates[count++] = base + here;
    }
    return count;
  }

  /** Reads the candidates, all of them unless they are certain and too many, and puts them in order. */
  *#rank(
    scorer: Scorer,
    groups: readonly number[],
    reach: Reach,
    count: number,
    certain: boolean,
    found: Map<number, Found>,
  ): Generator<void, void> {
    const candidates = this.#candidates;
    const read = certain
      ? Math.min(count, scorer.clauses === 1 && this.#store.weights.length === 1 ? RANKED_ALIKE : RANKED)
      : count;
    const scores = new Float64Array(read);
    for (let i = 0; i < read; i++) {
      if (i % READ_STRETCH === 0) yield;
      scores[i] = scorer.score(candidates[i] as number);
    }
    const scored = { candidates: candidates.subarray(0, count), scores };
    for (const group of groups) found.set(group, { ...(yield* ordered(this.#store, scored, group)), reach });
  }
}
