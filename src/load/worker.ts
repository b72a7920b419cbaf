// What runs in a worker thread: it reads files and finds what is in articles, and answers in bytes that threads share.
import workerpool from 'workerpool';
import type { FoundFile } from '../corpus/discover.ts';
import { StoredArticle } from '../index/stored/article.ts';
import { Shelf } from '../index/stored/shelf.ts';
import { annotationsOf } from './analysing.ts';
import { type FileBytes, type ReadingRules, readerBy } from './tasks.ts';

/** From when on time counts. */
const BEGUN = 'begun';

/** What is answered is shared: a buffer that this thread made would stay in its memory, and keep that from being given back. */
const answers = new Shelf();

let reader: ReturnType<typeof readerBy> | undefined;

workerpool.worker({
  async read(files: readonly FoundFile[], rules: ReadingRules) {
    workerpool.workerEmit(BEGUN);
    reader ??= readerBy(rules);
    const read: FileBytes[] = [];
    for (const file of files) read.push(await reader(file));
    return read.map((its) => ({
      ...its,
      articles: its.articles.map((article) => ({ ...article, bytes: answers.put(article.bytes) })),
    }));
  },

  annotate(article: Uint8Array) {
    workerpool.workerEmit(BEGUN);
    const found = annotationsOf(new StoredArticle(article));
    return { ...found, bytes: answers.put(found.bytes) };
  },
});
