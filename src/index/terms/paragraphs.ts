import type { Article } from '../../model.ts';
import { termsIn } from './words.ts';

let last: { readonly article: Article; readonly terms: readonly (readonly number[])[] } | undefined;

/** The terms of an article's paragraphs. Those of the last article are remembered: one part of linking asks after another. */
export function paragraphTerms(article: Article): readonly (readonly number[])[] {
  if (last?.article !== article) {
    const { text, paragraphs } = article;
    last = { article, terms: paragraphs.map((paragraph) => termsIn(text, paragraph)) };
  }
  return last.terms;
}
