// Ends a linker before what it is to begin with is there: a process of its own, for it ends only where no thread is left.
import { Linker } from '../../src/load/linking.ts';

const [script = ''] = process.argv.slice(2);
let give = (_: Uint8Array) => {};
const before = new Promise<Uint8Array>((resolve) => {
  give = resolve;
});
const linker = new Linker(before, { script });
await linker.end();
give(new Uint8Array(8));
