import { encodeAnnotations } from '../index/stored/annotations.ts';
import { StoredAnnotations } from '../index/stored/opened.ts';
import type { AnnotatedArticle, Article } from '../model.ts';

/** What was found in an article, as it is sent and kept. */
export interface AnnotationBytes {
  readonly bytes: Uint8Array;
  /** Why nothing was found in it. */
  readonly problem?: string;
}

/** What was found in an article, as bytes. */
export function bytesOf({ annotations, problem }: AnnotatedArticle): AnnotationBytes {
  const bytes = encodeAnnotations(annotations);
  return problem === undefined ? { bytes } : { bytes, problem };
}

/** An article with what was found in it. */
export function annotatedArticle(article: Article, { bytes, problem }: AnnotationBytes): AnnotatedArticle {
  const annotations = new StoredAnnotations(bytes);
  return problem === undefined ? { article, annotations } : { article, annotations, problem };
}
