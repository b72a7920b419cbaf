// What one process takes to open a corpus: `one.js FOLDER CACHE WORKERS [CHANGED]` prints a line of JSON. CACHE is a
// folder or empty; CHANGED a file that is changed when all is open.
import { appendFileSync } from 'node:fs';
import type { Index } from '../../src/index/access.ts';
import { cacheOf } from '../../src/keep/cache.ts';
import { Loader } from '../../src/load/loader.ts';
import { worldInSlices } from '../../src/ui/world.ts';
import type { Opened } from './opened.ts';

const [folder = '', home = '', workers = '', changed = ''] = process.argv.slice(2);
const cache = home === '' ? undefined : cacheOf([folder], { XDG_CACHE_HOME: home }, (words) => console.error(words));
const loader = new Loader({ paths: [folder], cache, workers: workers === '' ? undefined : Number(workers) });
const resident = () => process.memoryUsage.rss();
const seconds = async (work: () => Promise<unknown>) => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
};

/** The longest that keys would have had to wait. */
let longest = 0;
let last = performance.now();
const watch = setInterval(() => {
  longest = Math.max(longest, performance.now() - last);
  last = performance.now();
}, 1);

let articles = 0;
let analysed = 0;
let analysing = 0;
let index: Index | undefined;
const read = await seconds(async () => {
  articles = (await loader.read()).articles.length;
});
const from = performance.now();
const build = await seconds(async () => {
  index = await loader.build({
    onProgress: ({ path }) => {
      if (path === undefined) return;
      analysed++;
      analysing = (performance.now() - from) / 1000;
    },
  });
});
const cpu = process.cpuUsage();
const indexed = resident();
const show = await seconds(() => worldInSlices(index!, folder, []));
const shown = resident();
const keep = await seconds(() => loader.keep());
const kept = resident();
let change = 0;
if (changed !== '') {
  appendFileSync(changed, '\n\nMr. Orsolo said that talks would go on.\n');
  change = await seconds(async () => {
    await loader.read();
    index = await loader.build();
  });
}
clearInterval(watch);
const opened: Opened = {
  articles,
  analysed,
  seconds: { read, analysing, build, show, keep, change, cpu: (cpu.user + cpu.system) / 1e6 },
  bytes: { indexed, shown: Math.max(shown, kept), most: process.resourceUsage().maxRSS * 1024 },
  longest,
};
console.log(JSON.stringify(opened));
