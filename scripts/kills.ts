// Kills processes while they write what is kept, at random moments: `npm run kills`, or `npm run kills -- --times=500`.
// `npm run kill` kills those that write the cache only.
import { KEPT, killWhileWriting } from '../test/keep/kills.ts';
import { killWriters } from './kill.ts';

const times = Number(process.argv.find((word) => word.startsWith('--times='))?.slice('--times='.length) ?? 220);
const each = Math.ceil(times / (KEPT.length + 1));
let kills = 0;
let lost = 0;
for (const kind of KEPT) {
  const killed = await killWhileWriting(kind, each, Math.random);
  kills += killed.kills;
  lost += killed.losses.length;
  console.log(
    `${kind.padEnd(12)} ${killed.kills} kills, ${killed.written} versions written, ${killed.losses.length} losses`,
  );
  for (const loss of killed.losses) console.log(`  ${loss}`);
}
// The next start after each must give the same index as without a cache, and tell of nothing damaged.
const cache = await killWriters(each, Date.now());
kills += cache.times;
console.log(`${'cache'.padEnd(12)} ${cache.times} kills, ${cache.halfWritten} half-written files beside it, 0 losses`);
console.log(`${kills} kills, losses: ${lost}`);
process.exitCode = lost > 0 ? 1 : 0;
