import type { Article } from '../../model.ts';
import { currentVocabulary, termsIn, type Vocabulary } from './words.ts';

interface Read {
  readonly article: Article;
  readonly by: Vocabulary;
  readonly terms: readonly (readonly number[])[];
}

let last: Read | undefined;

/** The terms of an article's paragraphs. Those of the last article are remembered: one part of linking asks after another. */
export function paragraphTerms(article: Article): readonly (readonly number[])[] {
  const by = currentVocabulary();
  if (last?.article !== article || last.by !== by) {
    const { text, paragraphs } = article;
    last = { article, by, terms: paragraphs.map((paragraph) => termsIn(text, paragraph)) };
  }
  return last.terms;
}
