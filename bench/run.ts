// Measures speed: `npm run bench [PART...]`. Nothing here is asserted by a test: machines differ.
import { analyse } from './analyse.ts';
import { search } from './search.ts';
import { start } from './start.ts';

const PARTS: Readonly<Record<string, () => Promise<void>>> = { start, search, analyse };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}`);
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) await PARTS[name]?.();
