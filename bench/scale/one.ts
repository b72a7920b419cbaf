// What one process takes to open a corpus: `one.js FOLDER CACHE WORKERS [CHANGED]` prints a line of JSON. CACHE is a
// folder or empty; CHANGED a file that is changed when all is open.
import { appendFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Index } from '../../src/index/access.ts';
import { cacheOf } from '../../src/keep/cache.ts';
import { Loader } from '../../src/load/loader.ts';
import { inSlices } from '../../src/search/slices.ts';
import { otherThings } from '../../src/ui/searching.ts';
import { type World, worldToShowInSlices } from '../../src/ui/world.ts';
import type { Opened } from './opened.ts';

/** V8 gives back the pages of threads that ended some seconds after. */
const SETTLING = 20_000;

const [folder = '', home = '', workers = '', changed = ''] = process.argv.slice(2);
const cache = home === '' ? undefined : cacheOf([folder], { XDG_CACHE_HOME: home }, (words) => console.error(words));
const loader = new Loader({ paths: [folder], cache, workers: workers === '' ? undefined : Number(workers) });
const resident = () => process.memoryUsage.rss();

/** Node adds the time between two looks to each wait; this is it, in milliseconds. */
const LOOK = 1;
const waits = monitorEventLoopDelay({ resolution: LOOK });
waits.enable();
const longest = { read: 0, build: 0, show: 0, search: 0, keep: 0, change: 0 };
async function timed(part: keyof typeof longest, work: () => Promise<unknown>): Promise<number> {
  waits.reset();
  const from = performance.now();
  await work();
  const took = performance.now() - from;
  await new Promise((resume) => setTimeout(resume, 5 * LOOK));
  longest[part] = Math.max(0, waits.max / 1e6 - LOOK);
  return took / 1000;
}
const ofAll = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const ofMain = () => {
  // Since Node 23.9.
  const { user, system } = process.threadCpuUsage?.() ?? { user: Number.NaN, system: Number.NaN };
  return (user + system) / 1e6;
};

let articles = 0;
let analysed = 0;
let analysing = 0;
let analysis = { all: 0, main: 0 };
let index: Index | undefined;
let world: World | undefined;
const read = await timed('read', async () => {
  articles = (await loader.read({ isToBeBuilt: true })).articles.length;
});
const from = performance.now();
const before = { all: ofAll(), main: ofMain() };
const build = await timed('build', async () => {
  index = await loader.build({
    onProgress: ({ path }) => {
      if (path === undefined) return;
      analysed++;
      analysing = (performance.now() - from) / 1000;
      analysis = { all: ofAll() - before.all, main: ofMain() - before.main };
    },
  });
});
const cpu = ofAll();
const indexed = resident();
const show = await timed('show', async () => {
  world = await worldToShowInSlices(index!, folder, []);
});
const search = await timed('search', async () => {
  await inSlices(world!.search.warmUp(), otherThings);
});
const shown = resident();
const keep = await timed('keep', () => loader.keep());
const kept = resident();
await new Promise((resume) => setTimeout(resume, SETTLING));
const settled = resident();
const { heapTotal, heapUsed, arrayBuffers } = process.memoryUsage();
let change = 0;
if (changed !== '') {
  appendFileSync(changed, '\n\nMr. Orsolo said that talks would go on.\n');
  change = await timed('change', async () => {
    await loader.read({ isToBeBuilt: true });
    index = await loader.build();
  });
}
waits.disable();
const opened: Opened = {
  articles,
  analysed,
  seconds: { read, analysing, build, show, search, keep, change, cpu },
  bytes: { indexed, shown: Math.max(shown, kept), settled, most: process.resourceUsage().maxRSS * 1024 },
  parts: { heap: heapTotal, used: heapUsed, buffers: arrayBuffers },
  analysis,
  longest,
};
if (world?.index.articles.length !== articles) throw new Error('the index is not of all articles');
console.log(JSON.stringify(opened));
