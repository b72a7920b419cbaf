import Fuse from 'fuse.js';
import type { Span } from '../model.ts';
import { foldedPlaces, type Word, wordsOf } from './fold.ts';
import { errorsAllowed, LONGEST_TYPED } from './kernel.ts';
import { ACROSS_WORDS, type Reach, type Term } from './terms.ts';

/** Fuse judges pairs of words here, so neither place nor length of the field counts. */
const JUDGE = { includeMatches: true, ignoreLocation: true };

/**
 * What of a text makes it match: the letters that Fuse matches in the words that match, in the words as displayed.
 *
 * @param terms what was asked
 * @param reach how far the search went to find what is shown
 * @returns in order, none touching another
 */
export function marksOf(text: string, terms: readonly Term[], reach: Reach): readonly Span[] {
  const words = wordsOf(text);
  const spans: Span[] = [];
  for (const term of terms) {
    if (term.not) continue;
    if (term.how === 'fuzzy' || term.how === 'exact') spans.push(...wordMarks(text, words, term, reach));
    else spans.push(...phraseMarks(words, term));
  }
  return merged(spans);
}

function wordMarks(text: string, words: readonly Word[], term: Term, reach: Reach): readonly Span[] {
  const typed = (term.words[0] ?? '').slice(0, LONGEST_TYPED);
  const fuzzy = term.how === 'fuzzy';
  const errors = fuzzy ? Math.min(errorsAllowed(typed), Math.max(0, reach.level - ACROSS_WORDS)) : 0;
  const across = fuzzy && reach.level >= ACROSS_WORDS && !reach.wholeOnly;
  return words.flatMap((word, i): readonly Span[] => {
    const before = words[i - 1];
    return [
      ...lettersOf(word.folded, typed, errors, reach.wholeOnly).map((part) => shown(text, word, part)),
      ...(across && before ? acrossMarks(text, before, word, typed) : []),
    ];
  });
}

/** The letters of a folded word that match a typed one. */
function lettersOf(word: string, typed: string, errors: number, wholeOnly: boolean): readonly Span[] {
  const from = word.indexOf(typed);
  if (from === 0 || (from > 0 && typed.length >= 3)) return judged(word, typed, 0);
  if (errors === 0) return [];
  const to = nearestStart(typed, word, errors);
  if (to === undefined || (wholeOnly && to < word.length)) return [];
  const letters = judged(word.slice(0, to), typed, errors);
  return letters.length > 0 ? letters : [{ start: 0, end: to }];
}

function judged(word: string, typed: string, errors: number): readonly Span[] {
  // Fuse counts a swap of two letters twice.
  const { isMatch, indices } = Fuse.match(typed, word, { ...JUDGE, threshold: (2 * errors) / typed.length });
  return isMatch ? (indices ?? []).map(([first, last]) => ({ start: first, end: last + 1 })) : [];
}

function acrossMarks(text: string, before: Word, word: Word, typed: string): readonly Span[] {
  for (let cut = 2; cut <= typed.length - 2; cut++) {
    if (!before.folded.endsWith(typed.slice(0, cut)) || !word.folded.startsWith(typed.slice(cut))) continue;
    const { length } = before.folded;
    return [
      shown(text, before, { start: length - cut, end: length }),
      shown(text, word, { start: 0, end: typed.length - cut }),
    ];
  }
  return [];
}

function phraseMarks(words: readonly Word[], { words: asked, how }: Term): readonly Span[] {
  const last = asked.length - 1;
  const fits = (at: number) =>
    asked.every((word, i) => {
      const here = words[at + i]?.folded ?? '';
      if (how === 'start' && i === last) return here.startsWith(word);
      if (how === 'end' && i === 0) return here.endsWith(word);
      return here === word;
    });
  return words.flatMap(({ start }, at): readonly Span[] => {
    const ends = at + asked.length === words.length;
    if (((how === 'start' || how === 'whole') && at > 0) || ((how === 'end' || how === 'whole') && !ends)) return [];
    return fits(at) ? [{ start, end: words[at + last]?.end ?? start }] : [];
  });
}

/** Letters of a folded word as they stand in the text. */
function shown(text: string, word: Word, { start, end }: Span): Span {
  const places = foldedPlaces(text.slice(word.start, word.end));
  return {
    start: word.start + (places[start] ?? 0),
    end: word.start + (places[end] ?? word.end - word.start),
  };
}

function merged(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const out: Span[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last && span.start <= last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}

/**
 * The length of the start of `word` nearest to `typed`, if within `errors` edits; undefined otherwise. Optimal
 * string alignment (Damerau 1964; Navarro 2001, §3.2.2): insert, delete, substitute, swap neighbours. The kernel
 * finds such words among all; this says how much of one is meant.
 */
export function nearestStart(typed: string, word: string, errors: number): number | undefined {
  const columns = Math.min(word.length, typed.length + errors);
  let beforeLast: number[] = [];
  let last = Array.from({ length: columns + 1 }, (_, j) => j);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= columns; j++) {
      const same = typed[i - 1] === word[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) {
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
    // Of equally near starts the whole word, then the one of the typed length, is what was meant.
    const off = j === word.length ? -1 : Math.abs(j - typed.length);
    const offAt = at === word.length ? -1 : Math.abs((at ?? 0) - typed.length);
    if (cost < best || (cost === best && at !== undefined && off < offAt)) {
      best = cost;
      at = j;
    }
  }
  return at;
}
