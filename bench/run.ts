// Measures speed: `npm run bench [PART...] [-- --OPTION=VALUE...]`. Nothing here is asserted by a test: machines differ.
import { analyse } from './analyse.ts';
import { growth } from './growth.ts';
import { index } from './index.ts';
import { scale } from './scale/scale.ts';
import { screen } from './screen.ts';
import { search } from './search/search.ts';
import { start } from './start.ts';

const PARTS: Readonly<Record<string, (options: Readonly<Record<string, string>>) => Promise<void>>> = {
  start,
  search,
  analyse,
  index,
  scale,
  screen,
  growth,
  // These three measure as they are loaded.
  tagging: async () => void (await import('./tagging.ts')),
  quotes: async () => void (await import('./quotes.ts')),
  stories: async () => void (await import('./stories.ts')),
};

const given = process.argv.slice(2);
const asked = given.filter((word) => !word.startsWith('--'));
const options = Object.fromEntries(
  given.flatMap((word) => [...word.matchAll(/^--(\w+)=(.*)$/g)].map(([, k, v]) => [k, v])),
);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}`);
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) await PARTS[name]?.(options);
