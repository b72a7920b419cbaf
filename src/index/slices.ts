import { annotate } from '../language/analyse.ts';
import type { AnnotatedArticle, Article } from '../model.ts';
import type { Index } from './access.ts';
import { indexing } from './build.ts';
import type { Paused } from './paused.ts';
import type { Progress } from './progress.ts';

/** Longer than this nothing else may wait, keys above all. */
const SLICE = 20;

/**
 * Builds the index in slices of some 20 ms, so that keys are answered and progress is drawn meanwhile.
 *
 * @param broken breaks it off at the next pause: the promise is then rejected with the signal's reason
 */
export async function buildInSlices(
  articles: readonly Article[],
  onProgress: (progress: Progress) => void,
  broken?: AbortSignal,
): Promise<Index> {
  const work = building(articles);
  let since = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < SLICE) continue;
    onProgress(value);
    await new Promise((resolve) => setImmediate(resolve));
    broken?.throwIfAborted();
    since = performance.now();
  }
}

function* building(articles: readonly Article[]): Paused<Index, Progress> {
  const annotated: AnnotatedArticle[] = [];
  for (const article of articles) {
    annotated.push(annotate(article));
    yield { doing: 'Reading articles', done: annotated.length, of: articles.length, path: article.path };
  }
  return yield* indexing(annotated);
}
