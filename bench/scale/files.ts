import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The articles of a made-up corpus, in order. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => join(folder, file));
}
