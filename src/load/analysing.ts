import { annotate } from '../language/analyse.ts';
import type { Article } from '../model.ts';
import { type AnnotationBytes, bytesOf } from './found.ts';

/** What is found in an article; where the analysis fails nothing, and why. */
export function annotationsOf(article: Article): AnnotationBytes {
  return bytesOf(annotate(article));
}
