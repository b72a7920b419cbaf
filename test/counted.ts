import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { instrumented } from '../scripts/fuzz/instrument.ts';
import { ROOT } from './pty/terminal.ts';

/** A module that counts the branches that it runs: one of these a process. */
export interface Counted<Module> {
  readonly module: Module;
  /** How many branches were run since it was asked last. */
  readonly branches: () => number;
}

/** Loads a module, and all of `src` and `bench` that it imports, with its branches counted. @param entry from the root */
export async function counted<Module>(entry: string): Promise<Counted<Module>> {
  // Inside of node_modules, so that what is not bundled is found.
  const folder = mkdtempSync(join(ROOT, 'node_modules/.growth-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const bundled = await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const { code, counters } = instrumented(bundled.outputFiles[0]!.text);
  const covered = new Uint32Array(counters);
  Object.assign(globalThis, { covered });
  const file = join(folder, 'counted.mjs');
  writeFileSync(file, code);
  const module = (await import(pathToFileURL(file).href)) as Module;
  return {
    module,
    branches() {
      const sum = covered.reduce((all, times) => all + times, 0);
      covered.fill(0);
      return sum;
    },
  };
}
