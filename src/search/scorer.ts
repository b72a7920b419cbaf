import {
  ACROSS,
  INSIDE,
  PREFIX,
  PREFIX_BUT_ONE,
  PREFIX_BUT_TWO,
  TIERS,
  WHOLE,
  WHOLE_BUT_ONE,
  WHOLE_BUT_TWO,
} from './kernel.ts';
import { FIELDS, SEGMENT } from './segment.ts';
import type { Store } from './store.ts';
import type { Matched } from './terms.ts';

/** What a match is worth by its tier; every match with errors is worth less than any without. */
const WORTH = new Float64Array(TIERS);
WORTH[WHOLE] = 1;
WORTH[PREFIX] = 0.85;
WORTH[INSIDE] = 0.65;
WORTH[ACROSS] = 0.6;
WORTH[WHOLE_BUT_ONE] = 0.5;
WORTH[PREFIX_BUT_ONE] = 0.4;
WORTH[WHOLE_BUT_TWO] = 0.35;
WORTH[PREFIX_BUT_TWO] = 0.25;
/** What is taken from a prefix for the letters that follow it. */
const UNTYPED = 0.1;
/** What words side by side and in order add, of the worth of the words themselves. */
const NEARNESS = 0.35;
/** The same words the wrong way round. */
const REVERSED = 0.6;
/** Words of two fields are this much further apart. */
const BETWEEN_FIELDS = 16;
/** Words of a phrase that are compared. */
const LONGEST_PHRASE = 30;

/**
 * Reads records word by word and says how well they match: every clause must hold, and a record is worth what its
 * words are, by the rarity of each, the field they stand in, and how near and in which order they stand.
 */
export class Scorer {
  readonly #store: Store;
  /** Per word of the lexicon: its first entry, 0 is none. Entries say which place of which term the word takes. */
  readonly #entryOf: Int32Array;
  readonly #next: number[] = [0];
  readonly #termOf: number[] = [0];
  /** Of a word: what it is worth. Of a phrase: its places, as bits. */
  readonly #worth: number[] = [0];

  readonly #clauses: readonly (readonly Matched[])[];
  readonly #terms: readonly Matched[];
  readonly #clauseOf: readonly number[];
  readonly #across: readonly number[];
  /** Per term: 1 when it is one word; the fields it may stand in; the bit of its last word. */
  readonly #oneWord: Uint8Array;
  readonly #fields: Int32Array;
  readonly #last: Int32Array;
  readonly #rarity: readonly number[];
  /** Per term: what a word of it can be worth at most; infinite where all of a record has to be read. */
  readonly #most: Float64Array;
  readonly #mostOfAll: number;
  /** Per term, of the record being read. */
  readonly #best: Float64Array;
  readonly #state: Int32Array;
  readonly #seen: Int32Array;
  readonly #atEnd: Int32Array;
  /** Per clause: where a word of it was seen last; and how near the next one stood. */
  readonly #place: Int32Array;
  readonly #near: Float64Array;

  /** @param rarity per clause: what its words weigh against those of others */
  constructor(store: Store, clauses: readonly (readonly Matched[])[], rarity: readonly number[]) {
    this.#store = store;
    this.#clauses = clauses;
    this.#terms = clauses.flat();
    this.#clauseOf = clauses.flatMap((terms, clause) => terms.map(() => clause));
    this.#rarity = rarity;
    this.#entryOf = new Int32Array(store.lexicon.size);
    this.#across = this.#terms.flatMap(({ across }, t) => (across ? [t] : []));
    this.#oneWord = Uint8Array.from(this.#terms, (matched) => (isOneWord(matched) ? 1 : 0));
    this.#fields = Int32Array.from(this.#terms, ({ term }) => term.fields);
    this.#last = Int32Array.from(this.#terms, ({ places }) => 1 << (Math.min(places.length, LONGEST_PHRASE) - 1));
    const count = this.#terms.length;
    this.#best = new Float64Array(count);
    this.#state = new Int32Array(count);
    this.#seen = new Int32Array(count);
    this.#atEnd = new Int32Array(count);
    this.#place = new Int32Array(clauses.length);
    this.#near = new Float64Array(clauses.length);
    this.#terms.forEach((matched, t) => {
      if (isOneWord(matched)) this.#enterWord(matched, t);
      else this.#enterPhrase(matched, t);
    });
    this.#most = Float64Array.from(this.#terms, (matched) => {
      if (!isOneWord(matched) || matched.term.not || !store.descends) return Number.POSITIVE_INFINITY;
      return matched.across ? (WORTH[ACROSS] as number) : 0;
    });
    this.#termOf.forEach((t, entry) => {
      if (entry > 0) this.#most[t] = Math.max(this.#most[t] as number, this.#worth[entry] as number);
    });
    this.#mostOfAll = Math.max(0, ...this.#most);
  }

  /** How many clauses there are. */
  get clauses(): number {
    return this.#clauses.length;
  }

  /** What a record is worth, 0 to 2; 0 when it does not match. */
  score(record: number): number {
    this.#best.fill(0);
    this.#place.fill(-1);
    this.#near.fill(0);
    this.#atEnd.fill(-1);
    this.#seen.fill(-1);
    this.#read(record);
    let sum = 0;
    let all = 0;
    let term = 0;
    for (let clause = 0; clause < this.#clauses.length; clause++) {
      let worth = -1;
      for (const { term: asked } of this.#clauses[clause] ?? []) {
        const best = this.#best[term++] as number;
        if (asked.not) worth = Math.max(worth, best > 0 ? -1 : 0);
        else if (best > 0) worth = Math.max(worth, best);
      }
      if (worth < 0) return 0;
      const rarity = this.#rarity[clause] as number;
      sum += rarity * worth;
      all += rarity;
    }
    let near = 0;
    for (const nearness of this.#near) near += nearness;
    const pairs = Math.max(1, this.#clauses.length - 1);
    return Math.max(Number.MIN_VALUE, (all > 0 ? sum / all : 1) + (NEARNESS * near) / pairs);
  }

  #read(record: number): void {
    const segment = this.#store.segments[Math.floor(record / SEGMENT)];
    if (!segment) return;
    const { stream } = segment;
    const { weights } = this.#store;
    const here = record - segment.base;
    const end = segment.at[here + 1] as number;
    const across = this.#across.length > 0;
    const entryOf = this.#entryOf;
    let weight = 0;
    let field = 0;
    let place = 0;
    let first = 0;
    let before = -1;
    for (let i = segment.at[here] as number; i < end; ) {
      let value = stream[i++] as number;
      if (value > 127) {
        value &= 127;
        for (let shift = 7; ; shift += 7) {
          const byte = stream[i++] as number;
          value |= (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      if (value < FIELDS) {
        this.#endField(place, weight);
        weight = weights[value] as number;
        if (this.#hasAll(weight)) return;
        field = 1 << value;
        first = place + BETWEEN_FIELDS + 1;
        place = first - 1;
        before = -1;
        continue;
      }
      place++;
      const word = value - FIELDS;
      let entry = entryOf[word] as number;
      if (entry > 0) {
        for (; entry > 0; entry = this.#next[entry] as number) this.#meet(entry, place, first, weight, field);
        if (this.#hasAll(weight)) return;
      }
      if (across) {
        if (before >= 0) this.#meetAcross(before, word, place, weight, field);
        before = word;
      }
    }
    this.#endField(place, weight);
  }

  /** Whether nothing of a field of this weight, or of one that weighs less, can be worth more: most texts are found by their head. */
  #hasAll(weight: number): boolean {
    for (let t = 0; t < this.#most.length; t++) {
      if (!((this.#best[t] as number) >= weight * (this.#most[t] as number))) return false;
    }
    const nearest = Math.min(1, weight * this.#mostOfAll);
    for (let pair = 0; pair + 1 < this.#clauses.length; pair++) {
      if (!((this.#near[pair] as number) >= nearest)) return false;
    }
    return true;
  }

  /** A word that an entry knows stands at a place of the record. */
  #meet(entry: number, place: number, first: number, weight: number, field: number): void {
    const t = this.#termOf[entry] as number;
    if (((this.#fields[t] as number) & field) === 0) return;
    const worth = this.#worth[entry] as number;
    if (this.#oneWord[t] === 1) {
      this.#found(t, worth * weight, place);
      return;
    }
    const follows = this.#seen[t] === place - 1;
    const { how } = (this.#terms[t] as Matched).term;
    const begins = (how !== 'start' && how !== 'whole') || place === first ? 1 : 0;
    const state = (((follows ? (this.#state[t] as number) : 0) << 1) | begins) & worth;
    this.#state[t] = state;
    this.#seen[t] = place;
    if ((state & (this.#last[t] as number)) === 0) return;
    if (how === 'end' || how === 'whole') this.#atEnd[t] = place;
    else this.#found(t, weight, place);
  }

  /** Two neighbouring words: a term may run across them. */
  #meetAcross(before: number, word: number, place: number, weight: number, field: number): void {
    for (const t of this.#across) {
      const { across, term } = this.#terms[t] as Matched;
      if (!across || (term.fields & field) === 0) continue;
      const cut = (across.endsWith[before] as number) & (across.beginsWith[word] as number);
      if (cut !== 0) this.#found(t, (WORTH[ACROSS] as number) * weight, place);
    }
  }

  #endField(place: number, weight: number): void {
    for (let t = 0; t < this.#atEnd.length; t++) {
      if (this.#atEnd[t] === place) this.#found(t, weight, place);
    }
  }

  #found(t: number, worth: number, place: number): void {
    if (worth > (this.#best[t] as number)) this.#best[t] = worth;
    const clause = this.#clauseOf[t] as number;
    this.#approach(clause - 1, place - (this.#place[clause - 1] ?? -1), this.#place[clause - 1] ?? -1, worth);
    this.#approach(clause, (place - (this.#place[clause + 1] ?? -1)) / REVERSED, this.#place[clause + 1] ?? -1, worth);
    this.#place[clause] = place;
  }

  /** How near two clauses came to each other, the first of them named; `other` is where the other one was seen. */
  #approach(pair: number, distance: number, other: number, worth: number): void {
    if (other < 0 || distance <= 0) return;
    const nearness = Math.min(1, worth / distance);
    if (nearness > (this.#near[pair] as number)) this.#near[pair] = nearness;
  }

  #enterWord({ places, term }: Matched, t: number): void {
    const { lexicon } = this.#store;
    const typed = term.words[0]?.length ?? 0;
    places[0]?.tiers.forEach((words, tier) => {
      const worth = WORTH[tier] as number;
      for (const word of words) {
        const untyped = tier === PREFIX ? UNTYPED * (1 - typed / lexicon.lengthOf(word)) : 0;
        this.#enter(word, t, worth - untyped);
      }
    });
  }

  #enterPhrase({ places }: Matched, t: number): void {
    const bits = new Map<number, number>();
    places.slice(0, LONGEST_PHRASE).forEach(({ tiers }, place) => {
      for (const word of tiers.flat()) bits.set(word, (bits.get(word) ?? 0) | (1 << place));
    });
    for (const [word, places] of bits) this.#enter(word, t, places);
  }

  #enter(word: number, t: number, worth: number): void {
    const entry = this.#next.length;
    this.#next.push(this.#entryOf[word] as number);
    this.#termOf.push(t);
    this.#worth.push(worth);
    this.#entryOf[word] = entry;
  }
}

/** Whether a term is one word, wherever it stands. */
export function isOneWord({ term }: Matched): boolean {
  return term.how === 'fuzzy' || term.how === 'exact';
}
