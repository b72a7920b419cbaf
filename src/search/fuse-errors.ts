import { Masks, unitsOf } from './kernel.ts';

/** Nothing was found: more errors than any term may have. */
export const NONE = 255;
/** Longer terms do not fit an integer with their sums. */
export const LONGEST_TERM = 30;

/** Texts and the distinct words in them, as Fuse's token search cuts them. */
export interface TextWords {
  /** Lower case where case does not count. */
  text(entry: number): string;
  readonly entries: number;
  readonly words: readonly string[];
  /** Word `w` occurs in the texts `postings[from[w]]` up to `postings[from[w + 1]]`. */
  readonly from: Uint32Array;
  readonly postings: Uint32Array;
}

/**
 * Per text the fewest errors with which Fuse finds a term somewhere in it (Levenshtein 1966: a swap is two), or
 * {@link NONE}. Within words it is worked out once a distinct word. Across words at least one error is spent on what
 * stands between, which leaves few texts to be read for it.
 *
 * @param most the most errors that are allowed, less than the letters of the term
 */
export function errorsIn(texts: TextWords, term: string, most: number): Uint8Array {
  const errors = new Uint8Array(texts.entries).fill(NONE);
  const kernel = new Approximate(term, most);
  const across = acrossFilter(term, most);
  const maybe = new Uint8Array(most > 0 ? texts.entries : 0);
  texts.words.forEach((word, w) => {
    const found = word.includes(term) ? 0 : most > 0 ? kernel.errors(word) : NONE;
    const reads = most > 0 && across(word);
    if (found > most && !reads) return;
    const end = texts.from[w + 1] as number;
    for (let i = texts.from[w] as number; i < end; i++) {
      const entry = texts.postings[i] as number;
      if (found < (errors[entry] as number)) errors[entry] = found;
      if (reads) maybe[entry] = 1;
    }
  });
  for (let entry = 0; entry < maybe.length; entry++) {
    if (maybe[entry] === 1 && (errors[entry] as number) > 1) errors[entry] = kernel.errors(texts.text(entry));
  }
  return errors;
}

/** Whether a term may be found with errors across this word and a neighbour; only certain noes are false. */
function acrossFilter(term: string, most: number): (word: string) => boolean {
  const { length } = term;
  if (most === 1) {
    // The one error is what stands between: the word ends with the larger half of the term, or begins with it.
    const half = Math.floor(length / 2);
    const begins = Array.from({ length: half + 1 }, (_, i) => term.slice(i + 1)).filter((part) => part !== '');
    const ends = Array.from({ length: length - half }, (_, i) => term.slice(0, half + i)).filter((part) => part !== '');
    return (word) => begins.some((part) => word.startsWith(part)) || ends.some((part) => word.endsWith(part));
  }
  // Cut into one part more than errors, one part stands as it is, within a word (Wu and Manber 1992).
  const cut = (part: number) => Math.floor((part * length) / (most + 1));
  const parts = Array.from({ length: most + 1 }, (_, part) => term.slice(cut(part), cut(part + 1)));
  return (word) => parts.some((part) => word.includes(part));
}

/** Finds a term anywhere in a text with the fewest errors: Myers 1999, a column of the table an integer. */
class Approximate {
  readonly #masks: Masks;
  readonly #length: number;

  constructor(
    term: string,
    private readonly most: number,
  ) {
    this.#masks = new Masks(unitsOf(term));
    this.#length = term.length;
  }

  /** The fewest errors, or {@link NONE} where they are too many. */
  errors(text: string): number {
    const full = 2 ** this.#length - 1;
    const top = 1 << (this.#length - 1);
    const masks = this.#masks;
    let positive = full;
    let negative = 0;
    let distance = this.#length;
    let nearest = distance;
    for (let i = 0; i < text.length; i++) {
      const here = masks.of(text.charCodeAt(i));
      const diagonal = (((here & positive) + positive) ^ positive) | here | negative;
      const up = negative | (~(diagonal | positive) & full);
      const down = diagonal & positive;
      if ((up & top) !== 0) distance++;
      else if ((down & top) !== 0) {
        distance--;
        if (distance < nearest) {
          nearest = distance;
          if (nearest === 0) break;
        }
      }
      const above = (up << 1) & full;
      positive = ((down << 1) & full) | (~(diagonal | above) & full);
      negative = above & diagonal;
    }
    return nearest > this.most ? NONE : nearest;
  }
}
