import { wordsOf } from './fold.ts';

/** Where a word occurs: in which record, and how much the field it stands in weighs. */
export interface Posting {
  readonly record: number;
  readonly weight: number;
}

/**
 * The distinct words of all records, each with where it occurs. Typed words are matched against these, not against
 * the records: a corpus has far fewer distinct words than sentences.
 */
export interface Vocabulary {
  readonly words: readonly string[];
  /** Per word, in order of record; a record stands once, with the weight of its best field. */
  readonly postings: readonly (readonly Posting[])[];
  /** Per word: which letters it has, as a bit set (see {@link letterSet}). */
  readonly letters: Int32Array;
}

/** A record to search: its fields with their weights, 0 to 1. */
export type Fields = readonly { readonly text: string; readonly weight: number }[];

/** Collects the vocabulary of records; record `i` is the `i`th. */
export function vocabularyOf(records: Iterable<Fields>): Vocabulary {
  const postings = new Map<string, { record: number; weight: number }[]>();
  let record = 0;
  for (const fields of records) {
    for (const { text, weight } of fields) {
      for (const { folded } of wordsOf(text)) {
        const list = postings.get(folded);
        const last = list?.at(-1);
        if (!list) postings.set(folded, [{ record, weight }]);
        else if (last?.record !== record) list.push({ record, weight });
        else if (weight > last.weight) last.weight = weight;
      }
    }
    record++;
  }
  const words = [...postings.keys()];
  return { words, postings: [...postings.values()], letters: Int32Array.from(words, letterSet) };
}

/** The letters and digits of a folded word as a set of 32 bits; other scripts share the bits by code. */
export function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}
