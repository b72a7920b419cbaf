// Kills processes while they write what is kept, at random moments: `npm run kills`, or `npm run kills -- --times=500`.
import { KEPT, killWhileWriting } from '../test/keep/kills.ts';

const times = Number(process.argv.find((word) => word.startsWith('--times='))?.slice('--times='.length) ?? 200);
let kills = 0;
let lost = 0;
for (const kind of KEPT) {
  const killed = await killWhileWriting(kind, Math.ceil(times / KEPT.length), Math.random);
  kills += killed.kills;
  lost += killed.losses.length;
  console.log(
    `${kind.padEnd(12)} ${killed.kills} kills, ${killed.written} versions written, ${killed.losses.length} losses`,
  );
  for (const loss of killed.losses) console.log(`  ${loss}`);
}
console.log(`${kills} kills, losses: ${lost}`);
process.exitCode = lost > 0 ? 1 : 0;
