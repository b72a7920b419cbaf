import Fuse from 'fuse.js';
import { letterSet, type Vocabulary } from './vocabulary.ts';

/** A word of the corpus that a typed word matches. */
export interface WordMatch {
  /** Index into the vocabulary. */
  readonly word: number;
  /** 0 to 1: a whole word 1, the start of a word 0.9, inside a word 0.6, with errors less. */
  readonly quality: number;
  /** The letters of the folded word that matched, end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Errors allowed in a typed word: none up to 3 letters, one up to 6, two from 7. */
export function errorsAllowed(typed: string): number {
  return typed.length <= 3 ? 0 : typed.length <= 6 ? 1 : 2;
}

/** Fuse judges pairs of words here, so neither place nor length of the field counts. */
const JUDGE = { includeMatches: true, ignoreLocation: true, threshold: 0.5 };
/** Fuse takes patterns of at most 32 characters in one piece; nobody types longer words. */
const LONGEST = 32;

/**
 * The words of the vocabulary that a typed word means, best first. Words that hold it as typed go before all
 * others: only where there is none are errors allowed, one before two. A swap of two neighbouring letters is one
 * error (Damerau 1964). Errors are counted against the start of a word, so that "natio" is not found in
 * "coordination".
 *
 * @param typed folded
 */
export function matchWord(vocabulary: Vocabulary, typed: string): readonly WordMatch[] {
  const pattern = typed.slice(0, LONGEST);
  const asTyped = holding(vocabulary, pattern);
  for (let errors = 1; asTyped.length === 0 && errors <= errorsAllowed(pattern); errors++) {
    const found = within(vocabulary, pattern, errors);
    if (found.length > 0) return found;
  }
  return asTyped;
}

function holding({ words }: Vocabulary, pattern: string): WordMatch[] {
  const matches: WordMatch[] = [];
  words.forEach((word, i) => {
    const from = word.indexOf(pattern);
    if (from < 0 || (from > 0 && pattern.length < 3)) return;
    const quality = from > 0 ? 0.6 : word.length === pattern.length ? 1 : 0.9;
    matches.push({ word: i, quality, from, to: from + pattern.length });
  });
  return matches.sort((a, b) => b.quality - a.quality);
}

function within({ words, letters }: Vocabulary, pattern: string, errors: number): WordMatch[] {
  const set = letterSet(pattern);
  const matches: WordMatch[] = [];
  words.forEach((word, i) => {
    // A word that lacks more of the typed letters than there may be errors cannot match: most end here.
    if (bits(set & ~(letters[i] ?? 0)) > errors || word.length < pattern.length - errors) return;
    const judged = Fuse.match(pattern, word, JUDGE);
    if (!judged.isMatch) return;
    const to = matchedStart(pattern, word, errors);
    if (to === undefined) return;
    const whole = to === word.length ? 0.1 : 0;
    matches.push({ word: i, quality: 0.5 * (1 - judged.score) + whole, from: 0, to });
  });
  return matches.sort((a, b) => b.quality - a.quality);
}

function bits(set: number): number {
  let n = 0;
  for (let left = set; left !== 0; left &= left - 1) n++;
  return n;
}

/**
 * The length of the start of `word` nearest to `pattern`, if within `errors` edits; undefined otherwise. Optimal
 * string alignment (Damerau 1964; Navarro 2001, §3.2.2): insert, delete, substitute, swap neighbours.
 */
function matchedStart(pattern: string, word: string, errors: number): number | undefined {
  const columns = Math.min(word.length, pattern.length + errors);
  let beforeLast: number[] = [];
  let last = Array.from({ length: columns + 1 }, (_, j) => j);
  for (let i = 1; i <= pattern.length; i++) {
    const row = [i];
    for (let j = 1; j <= columns; j++) {
      const same = pattern[i - 1] === word[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && pattern[i - 1] === word[j - 2] && pattern[i - 2] === word[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  let best = errors + 1;
  let at: number | undefined;
  for (let j = 0; j <= columns; j++) {
    const cost = last[j] ?? Number.POSITIVE_INFINITY;
    // Of equally near starts the one of the typed length is what was meant.
    const nearer =
      cost < best ||
      (cost === best && at !== undefined && Math.abs(j - pattern.length) < Math.abs(at - pattern.length));
    if (nearer) {
      best = cost;
      at = j;
    }
  }
  return at;
}
