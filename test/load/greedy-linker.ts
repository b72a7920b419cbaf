// A thread as `src/load/linker.ts` that takes all memory.
import workerpool from 'workerpool';

workerpool.worker({
  take() {},
  link() {
    for (const all: object[] = []; ; ) all.push(Array.from({ length: 1000 }, (_, i) => ({ i, said: `${i}` })));
  },
});
