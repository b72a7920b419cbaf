// What runs in a thread of its own: it makes the index of articles that were analysed, and answers in bytes.
import workerpool from 'workerpool';
import { indexing } from '../index/indexing.ts';
import { StoredArticle } from '../index/stored/article.ts';
import { encodeIndex } from '../index/stored/index.ts';
import { Shelf } from '../index/stored/shelf.ts';
import type { AnnotatedArticle } from '../model.ts';
import { type AnnotationBytes, annotatedArticle } from './found.ts';

/** An article with what was found in it, as they are handed over. */
export interface Handed {
  readonly article: Uint8Array;
  readonly found: AnnotationBytes;
}

/** How often it tells how far it is, in milliseconds. */
const PACE = 100;

const articles: AnnotatedArticle[] = [];

workerpool.worker({
  take(more: readonly Handed[]) {
    for (const { article, found } of more) articles.push(annotatedArticle(new StoredArticle(article), found));
  },

  link() {
    const work = indexing(articles);
    for (let told = performance.now(); ; ) {
      const { done, value } = work.next();
      if (done) {
        return new Shelf().put(encodeIndex(value));
      }
      if (performance.now() - told < PACE) continue;
      workerpool.workerEmit(value);
      told = performance.now();
    }
  },
});
