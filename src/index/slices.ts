import { analyse } from '../language/analyse.ts';
import type { AnnotatedArticle, Article } from '../model.ts';
import type { Index } from './access.ts';
import { indexOf } from './build.ts';

/** How far the building of an index has come. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  /** The article that is being read. */
  readonly path: string;
}

/** Longer than this nothing else may wait, keys above all. */
const SLICE = 30;

/**
 * Builds the index in slices of some 30 ms, so that keys are answered and progress is drawn meanwhile.
 *
 * @param broken breaks it off between two articles: the promise is then rejected with the signal's reason
 */
export async function buildInSlices(
  articles: readonly Article[],
  onProgress: (progress: Progress) => void,
  broken?: AbortSignal,
): Promise<Index> {
  const annotated: AnnotatedArticle[] = [];
  let since = performance.now();
  for (const article of articles) {
    annotated.push({ article, annotations: analyse(article) });
    if (performance.now() - since < SLICE) continue;
    onProgress({ done: annotated.length, of: articles.length, path: article.path });
    await new Promise((resolve) => setImmediate(resolve));
    broken?.throwIfAborted();
    since = performance.now();
  }
  return indexOf(annotated);
}
