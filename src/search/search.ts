import type { Span } from '../model.ts';
import { wordsOf } from './fold.ts';
import { matchWord, type WordMatch } from './match.ts';
import { type Fields, vocabularyOf } from './vocabulary.ts';

/** The records that a query matches, best first, and what of a shown text made them match. */
export interface Hits {
  /** Numbers of records. */
  readonly records: readonly number[];
  /** The parts of a text to highlight, in order, none overlapping. */
  marks(text: string): readonly Span[];
}

/** Searches a fixed set of records. */
export interface Searcher {
  /**
   * Every word of the query must match, in any order, each with its own errors. Nothing but white space or
   * punctuation matches nothing to filter by: `null`.
   */
  search(query: string): Hits | null;
}

/** Makes records searchable; record `i` is the `i`th. */
export function searcherOf(records: Iterable<Fields>): Searcher {
  const vocabulary = vocabularyOf(records);
  return {
    search(query) {
      const typed = wordsOf(query).map(({ folded }) => folded);
      if (typed.length === 0) return null;
      const scores: Map<number, number>[] = [];
      const matched = new Map<string, WordMatch>();
      for (const word of typed) {
        const score = new Map<number, number>();
        for (const match of matchWord(vocabulary, word)) {
          const name = vocabulary.words[match.word] ?? '';
          const known = matched.get(name);
          if (!known || known.quality < match.quality) matched.set(name, match);
          for (const { record, weight } of vocabulary.postings[match.word] ?? []) {
            const points = weight * match.quality;
            if (points > (score.get(record) ?? 0)) score.set(record, points);
          }
        }
        scores.push(score);
      }
      return { records: rank(scores), marks: (text) => marksOf(text, matched) };
    },
  };
}

/** The records that every word matches, best sum first; equals keep their order. */
function rank(scores: readonly ReadonlyMap<number, number>[]): readonly number[] {
  const [first, ...rest] = [...scores].sort((a, b) => a.size - b.size);
  const ranked: { record: number; points: number }[] = [];
  for (const [record, points] of first ?? []) {
    let sum = points;
    const all = rest.every((score) => {
      const more = score.get(record);
      sum += more ?? 0;
      return more !== undefined;
    });
    if (all) ranked.push({ record, points: sum });
  }
  ranked.sort((a, b) => b.points - a.points || a.record - b.record);
  return ranked.map(({ record }) => record);
}

function marksOf(text: string, matched: ReadonlyMap<string, WordMatch>): readonly Span[] {
  const marks: Span[] = [];
  for (const { start, end, folded } of wordsOf(text)) {
    const match = matched.get(folded);
    if (!match) continue;
    // Where folding changed a word's length its letters no longer stand side by side: all of it is marked.
    marks.push(folded.length === end - start ? { start: start + match.from, end: start + match.to } : { start, end });
  }
  return marks;
}
