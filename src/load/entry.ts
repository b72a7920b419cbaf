import { fileURLToPath } from 'node:url';

/** So much room have a thread's young objects, in megabytes: with more it is no faster, and each thread would take it. */
export const THREAD_LIMITS = { maxYoungGenerationSizeMb: 16 };

/** What a thread runs: beside this file where it is run as it is written, beside the bundle where it is bundled. */
export function entryOf(name: 'worker' | 'linker'): string {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`${name}.${ending}`, import.meta.url));
}
