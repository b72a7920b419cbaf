import { fileURLToPath } from 'node:url';

/** What a thread runs: beside this file where it is run as it is written, beside the bundle where it is bundled. */
export function entryOf(name: 'worker' | 'linker'): string {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`${name}.${ending}`, import.meta.url));
}
