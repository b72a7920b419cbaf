import { recordsFrom, sentencesIn, typedKeys } from './bench/search/corpus.ts';
import { TextSearch } from './src/search/texts.ts';

const n = Number(process.argv[2] ?? 100000);
const records = recordsFrom(sentencesIn('/work/shared/data'), n, 7);
const s = new TextSearch();
for (const r of records) s.add(r);
for (const _ of s.seal());
const keys = typedKeys(records, 9);
for (let i = 0; i < 2; i++) for (const k of keys) s.findNow(k);
const out = keys.map((k) => {
  const t = process.cpuUsage();
  const f = s.findNow(k);
  const c = process.cpuUsage(t);
  return { k, ms: (c.user + c.system) / 1000, n: f?.records.length, level: f?.reach.level };
});
out.sort((a, b) => b.ms - a.ms);
console.table(out.slice(0, 25));
