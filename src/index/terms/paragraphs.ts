import type { Article } from '../../model.ts';
import { wholeNumbers } from '../grouping/growing.ts';
import { currentVocabulary, eachTerm, type Vocabulary } from './words.ts';

/** The words of an article's paragraphs, in order: the term of each, and where it stands. */
export interface Page {
  readonly article: Article;
  readonly terms: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Where the words of each paragraph begin, one more at the end. */
  readonly firsts: Int32Array;
}

/** What is being read: their room is used again. */
const [terms, starts, ends] = [wholeNumbers(), wholeNumbers(), wholeNumbers()];

let last: Page | undefined;
let lastBy: Vocabulary | undefined;

/** Reads an article's words. Those of the last one are remembered: one part of linking asks after another. */
export function pageOf(article: Article): Page {
  const by = currentVocabulary();
  if (last?.article === article && lastBy === by) return last;
  const { text, paragraphs } = article;
  for (const list of [terms, starts, ends]) list.clear();
  const firsts = new Int32Array(paragraphs.length + 1);
  paragraphs.forEach((paragraph, i) => {
    eachTerm(text, paragraph, (term, start, end) => {
      terms.push(term);
      starts.push(start);
      ends.push(end);
    });
    firsts[i + 1] = terms.length;
  });
  last = { article, terms: terms.finished(), starts: starts.finished(), ends: ends.finished(), firsts };
  lastBy = by;
  return last;
}
