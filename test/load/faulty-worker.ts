// A thread as `src/load/worker.ts`, in which some articles and files bring about what an error in the program could.
import workerpool from 'workerpool';
import type { FoundFile } from '../../src/corpus/discover.ts';
import { encodeAnnotations } from '../../src/index/stored/annotations.ts';
import { decodeArticle } from '../../src/index/stored/article.ts';
import { unanalysed } from '../../src/language/unanalysed.ts';

function suffer(words: string): void {
  if (words.includes('ends the thread')) process.exit(3);
  while (words.includes('never ends'));
  for (const all: object[] = []; words.includes('takes all memory'); )
    all.push(Array.from({ length: 1000 }, (_, i) => ({ i, said: `${i}` })));
}

workerpool.worker({
  read(files: readonly FoundFile[]) {
    workerpool.workerEmit('begun');
    for (const { path } of files) suffer(path);
    return files.map(({ path }) => ({ articles: [], problems: [], size: path.length }));
  },
  annotate(bytes: Uint8Array) {
    workerpool.workerEmit('begun');
    const article = decodeArticle(bytes);
    suffer(article.text);
    return { bytes: encodeAnnotations(unanalysed(article, '').annotations) };
  },
});
