import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf, hexOf } from './hashes.ts';

/**
 * Names the code that runs: what one build found is not what another would find. Of a bundle all of its files, which
 * lie beside each other; of the program as it is written all of `src`.
 */
export function buildName(): string {
  name ??= read();
  return name;
}

let name: string | undefined;

function read(): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  const root = import.meta.url.endsWith('.ts') ? dirname(folder) : folder;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:[jt]sx?|bin)$/.test(file),
  );
  return hexOf(hashOf(files.sort().flatMap((file) => [file, readFileSync(join(root, file))])));
}
