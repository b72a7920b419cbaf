// A thread as `src/load/worker.ts`, in which some articles and files bring about what an error in the program could.
import workerpool from 'workerpool';
import type { FoundFile } from '../../src/corpus/discover.ts';
import { encodeAnnotations } from '../../src/index/stored/annotations.ts';
import { unanalysed } from '../../src/language/unanalysed.ts';
import type { Article } from '../../src/model.ts';

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
  annotate(article: Article) {
    workerpool.workerEmit('begun');
    suffer(article.text);
    return { bytes: encodeAnnotations(unanalysed(article, '').annotations) };
  },
});
