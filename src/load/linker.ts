// What runs in a thread of its own: it makes the index of articles that were analysed, and answers in bytes.
import workerpool from 'workerpool';
import type { Index } from '../index/access.ts';
import { Linking } from '../index/linking.ts';
import { atOnce, type Paused } from '../index/paused.ts';
import type { Progress } from '../index/progress.ts';
import { StoredArticle } from '../index/stored/article.ts';
import { encodeIndex } from '../index/stored/index.ts';
import { Shelf } from '../index/stored/shelf.ts';
import type { AnnotatedArticle } from '../model.ts';
import { type AnnotationBytes, annotatedArticle } from './found.ts';

/** An article with what was found in it and what tells it from any other of its path, as they are handed over. */
export interface Handed {
  readonly article: Uint8Array;
  readonly found: AnnotationBytes;
  readonly mark: string;
}

/** What came of it. */
export interface Answered {
  /** What `encodeIndex` gives. */
  readonly index: Uint8Array;
  /** How many articles came, went or changed since what was known before. */
  readonly taken: number;
}

/** How often it tells how far it is, in milliseconds. */
const PACE = 100;

const articles: AnnotatedArticle[] = [];
const marks: string[] = [];
/** What was worked out before. */
let kept: Linking | undefined;
let linking = new Linking();

workerpool.worker({
  take(more: readonly Handed[]) {
    for (const { article, found, mark } of more) {
      articles.push(annotatedArticle(new StoredArticle(article), found));
      marks.push(mark);
    }
  },

  /** @param before what was packed the last time */
  unpack(before: Uint8Array) {
    try {
      kept = atOnce(Linking.unpacked(before));
    } catch {
      // It is not what it is said to be.
    }
  },

  link(): Answered {
    const work = linked();
    for (let told = performance.now(); ; ) {
      const { done, value } = work.next();
      if (done) return { index: new Shelf().put(encodeIndex(value)), taken: linking.taken };
      if (performance.now() - told < PACE) continue;
      workerpool.workerEmit(value);
      told = performance.now();
    }
  },

  pack(): Uint8Array {
    return linking.packed(marks);
  },
});

function* linked(): Paused<Index, Progress> {
  try {
    if (kept) atOnce(kept.recognise(articles, marks));
    if (kept?.mayTake(articles)) {
      linking = kept;
      const index = yield* linking.linked(articles);
      if (atOnce(linking.saysWhatIsThere(index))) return index;
    }
  } catch {
    // What was kept is not what it is said to be.
  }
  linking = new Linking();
  return yield* linking.linked(articles);
}
