// What runs in a worker thread: it reads files and finds what is in articles, and answers in bytes that change hands.
import workerpool from 'workerpool';
import type { FoundFile } from '../corpus/discover.ts';
import { StoredArticle } from '../index/stored/article.ts';
import { annotationsOf } from './analysing.ts';
import { type FileBytes, type ReadingRules, readerBy } from './tasks.ts';

/** From when on time counts. */
const BEGUN = 'begun';

let reader: ReturnType<typeof readerBy> | undefined;

workerpool.worker({
  async read(files: readonly FoundFile[], rules: ReadingRules) {
    workerpool.workerEmit(BEGUN);
    reader ??= readerBy(rules);
    const read: FileBytes[] = [];
    for (const file of files) read.push(await reader(file));
    const buffers = read.flatMap(({ articles }) => articles.map(({ bytes }) => bytes.buffer));
    return new workerpool.Transfer(read, buffers);
  },

  annotate(article: Uint8Array) {
    workerpool.workerEmit(BEGUN);
    const found = annotationsOf(new StoredArticle(article));
    return new workerpool.Transfer(found, [found.bytes.buffer]);
  },
});
