// What changes of an open corpus take: `changed.js FOLDER CACHE` prints a line of JSON. CACHE is a folder in which it is kept.
import { appendFileSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheOf } from '../../src/keep/cache.ts';
import { Loader } from '../../src/load/loader.ts';
import { worldInSlices } from '../../src/ui/world.ts';
import { filesBelow } from './files.ts';
import type { Changed } from './opened.ts';

const [folder = '', home = ''] = process.argv.slice(2);
const cache = cacheOf([folder], { XDG_CACHE_HOME: home }, (words) => console.error(words));
const loader = new Loader({ paths: [folder], cache, isFollowed: true });
await loader.read();
let world = await worldInSlices(await loader.build(), folder, []);
const warming = performance.now();
await loader.warm(new AbortController().signal);
const warm = (performance.now() - warming) / 1000;

/** The longest that keys would have had to wait. */
let longest = 0;
let last = performance.now();
const watch = setInterval(() => {
  longest = Math.max(longest, performance.now() - last);
  last = performance.now();
}, 1);

const files = filesBelow(folder);
/** Files all over the corpus. */
const some = Array.from({ length: 6 }, (_, i) => files[Math.floor(((i + 0.5) * files.length) / 6)]!);
const added = join(dirname(some[0]!), '0-added.md');
const edits: readonly (readonly [kind: Changed['edits'][number]['kind'], file: string, edit: () => void])[] = [
  ...some.map(
    (file) =>
      ['a line added', file, () => appendFileSync(file, '\n\nMr. Orsolo said that talks would go on.\n')] as const,
  ),
  ...some.map((file) => ['a paragraph taken out', file, () => writeFileSync(file, shorter(file))] as const),
  ['a file added', added, () => copyFileSync(some[3]!, added)],
  ['a file removed', some[4]!, () => rmSync(some[4]!)],
];
const taken: Changed['edits'][number][] = [];
for (const [kind, file, edit] of edits) {
  edit();
  const [from, before] = [performance.now(), process.cpuUsage()];
  await loader.read({ changed: [file] });
  const read = performance.now() - from;
  const index = await loader.build();
  const seconds = (performance.now() - from) / 1000;
  const showing = performance.now();
  world = await worldInSlices(index, folder, [], 'meant', undefined, {}, world.search);
  const { user, system } = process.cpuUsage(before);
  const shown = (performance.now() - showing) / 1000;
  taken.push({ kind, read: read / 1000, seconds, world: shown, cpu: (user + system) / 1e6 });
}
clearInterval(watch);
const changed: Changed = { articles: files.length, warm, edits: taken, longest };
console.log(JSON.stringify(changed));

function shorter(file: string): string {
  const paragraphs = readFileSync(file, 'utf8').split('\n\n');
  return paragraphs.filter((_, i) => i !== paragraphs.length >> 1).join('\n\n');
}
