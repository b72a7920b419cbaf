// What so many threads come to on this machine whatever they do: `ceiling.js WORKERS` prints the seconds that as many threads
// take for the same work in all, a plain loop over strings and maps that shares nothing.
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** Some seconds of one thread. */
const ROUNDS = 24;
const WORDS = 300_000;

if (isMainThread) {
  const workers = Number(process.argv[2]);
  const from = performance.now();
  await Promise.all(
    Array.from({ length: workers }, () => {
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: ROUNDS / workers });
      return new Promise((resolve, reject) => worker.once('exit', resolve).once('error', reject));
    }),
  );
  console.log((performance.now() - from) / 1000);
} else {
  let words = 0;
  for (let round = 0; round < workerData; round++) {
    const counts = new Map<string, number>();
    const text = Array.from({ length: WORDS }, (_, i) => `w${(i * 7919 + round) % 50_021}`).join(' ');
    for (const [word] of text.matchAll(/\w+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
    words += counts.size;
  }
  if (words === 0) throw new Error('nothing was counted');
}
