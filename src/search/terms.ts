import {
  errorsAllowed,
  type Halves,
  halvesOf,
  holding,
  LONGEST_TYPED,
  nearing,
  TIERS,
  WHOLE_BUT_ONE,
  WHOLE_BUT_TWO,
  type WordTiers,
} from './kernel.ts';
import type { Store } from './store.ts';

/** How the words of a term are looked for. */
export type How =
  /** One word, with errors where it has to be. */
  | 'fuzzy'
  /** One word, as typed: the whole, the beginning or a part of one. */
  | 'exact'
  /** Words side by side and in order. */
  | 'phrase'
  /** The same at the beginning of a field; the last word may be the beginning of one. */
  | 'start'
  /** The same at the end of a field; the first word may be the end of one. */
  | 'end'
  /** They are a field, all of it. */
  | 'whole';

/** Something that a record holds, or with `not` does not hold. */
export interface Term {
  /** Folded; one, or several for `phrase`, `start` and `end`. */
  readonly words: readonly string[];
  readonly how: How;
  readonly not: boolean;
  /** The fields it may stand in, as bits. */
  readonly fields: number;
}

/** All fields, see {@link Term.fields}. */
export const ANY_FIELD = -1;

/** One of its terms must hold. */
export type Clause = readonly Term[];

/** Words that may stand at one place of a term. */
interface Place {
  /** Words of the lexicon by how they match. */
  readonly tiers: WordTiers;
}

/** A term against the words of a store. */
export interface Matched {
  readonly term: Term;
  /** One for each word of a term. */
  readonly places: readonly Place[];
  /** Set where a word may also run across two neighbouring ones. */
  readonly across: Halves | null;
}

/**
 * How far a search goes: what is typed, then across two words, then with an error, then with two. A higher level
 * finds what the lower ones find too.
 */
export const AS_TYPED = 0;
export const ACROSS_WORDS = 1;
const ONE_ERROR = 2;
export const TWO_ERRORS = 3;

/** How far a search went to find what it found. */
export interface Reach {
  readonly level: number;
  /** Words with errors count only as a whole, not by their beginnings: something was found without them. */
  readonly wholeOnly: boolean;
}

/** Below this a word is not looked for across others. */
const SHORTEST_ACROSS = 4;
/** Typed words that are remembered with their matches: the words before the one that is being typed do not change. */
const REMEMBERED = 16;

/** The highest level that changes anything for a term. */
export function highestLevel({ how, words, not }: Term): number {
  const typed = words[0] ?? '';
  if (how !== 'fuzzy' || not) return AS_TYPED;
  const errors = errorsAllowed(typed);
  return errors > 0 ? ONE_ERROR + errors - 1 : typed.length >= SHORTEST_ACROSS ? ACROSS_WORDS : AS_TYPED;
}

/** Matches terms against the words of a store, and remembers what it did while the store stays as it is. */
export class TermMatcher {
  readonly #store: Store;
  readonly #known = new Map<string, unknown>();
  #version = -1;

  constructor(store: Store) {
    this.#store = store;
  }

  /** What a term matches when it may go so far. Pauses between one pass over the words and the next. */
  *match(term: Term, { level, wholeOnly }: Reach): Generator<void, Matched> {
    if (this.#version !== this.#store.version) this.#known.clear();
    this.#version = this.#store.version;
    const reach = term.not ? AS_TYPED : level;
    yield;
    const last = term.words.length - 1;
    if (term.how === 'fuzzy' || term.how === 'exact') {
      const typed = term.words[0] ?? '';
      const fuzzy = term.how === 'fuzzy';
      const tiers = fuzzy ? yield* this.#tiers(typed, reach, wholeOnly) : this.#holding(typed);
      yield;
      const across = fuzzy && reach >= ACROSS_WORDS && !wholeOnly && typed.length >= SHORTEST_ACROSS;
      return { term, places: [{ tiers }], across: across ? this.#halves(typed) : null };
    }
    const places = term.words.map((word, i): Place => {
      if (term.how === 'start' && i === last) return { tiers: this.#holding(word).slice(0, 2) };
      if (term.how === 'end' && i === 0) return { tiers: [this.#endingIn(word)] };
      return { tiers: this.#holding(word).slice(0, 1) };
    });
    return { term, places, across: null };
  }

  *#tiers(typed: string, level: number, wholeOnly: boolean): Generator<void, WordTiers> {
    const errors = Math.min(errorsAllowed(typed), Math.max(0, level - ACROSS_WORDS));
    const tiers: (readonly number[])[] = Array.from({ length: TIERS }, () => []);
    this.#holding(typed).forEach((words, tier) => {
      tiers[tier] = words;
    });
    if (errors > 0) {
      yield;
      this.#nearing(typed, errors).forEach((words, tier) => {
        const kept = !wholeOnly || tier === WHOLE_BUT_ONE || tier === WHOLE_BUT_TWO;
        if (words.length > 0 && kept) tiers[tier] = words;
      });
    }
    return tiers;
  }

  #holding(typed: string): WordTiers {
    return this.#remembered(`= ${typed}`, () => holding(this.#store.lexicon, typed));
  }

  #nearing(typed: string, errors: number): WordTiers {
    return this.#remembered(`${errors} ${typed}`, () => nearing(this.#store.lexicon, typed, errors));
  }

  #halves(typed: string): Halves {
    return this.#remembered(`+ ${typed}`, () => halvesOf(this.#store.lexicon, typed));
  }

  #endingIn(typed: string): readonly number[] {
    return this.#remembered(`$ ${typed}`, () => {
      const { lexicon } = this.#store;
      const length = Math.min(typed.length, LONGEST_TYPED);
      return holding(lexicon, typed)
        .flat()
        .filter((word) => {
          const end = lexicon.at[word + 1] as number;
          for (let i = 1; i <= length; i++)
            if (lexicon.letters[end - i] !== typed.charCodeAt(typed.length - i)) return false;
          return true;
        });
    });
  }

  #remembered<T>(key: string, make: () => T): T {
    const known = this.#known.get(key) as T | undefined;
    const value = known ?? make();
    this.#known.delete(key);
    this.#known.set(key, value);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    return value;
  }
}
