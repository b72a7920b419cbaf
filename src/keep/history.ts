import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { locked } from './lock.ts';
import { stateFolder } from './place.ts';
import { writeWhole } from './whole.ts';

/** No more searches are kept. */
const MOST = 500;
/** A file larger than this was not written by us. */
const LARGEST = 1 << 20;

/** What was searched, the newest last; a line each. */
export interface KeptHistory {
  readonly searches: readonly string[];
  /** Undefined where there is no home to keep it in. */
  readonly file: string | undefined;
}

/** Reads what was searched in earlier sessions, in whatever corpus. What cannot be read is as if there were nothing. */
export function readHistory(env: NodeJS.ProcessEnv): KeptHistory {
  const folder = stateFolder(env);
  if (folder === undefined) return { searches: [], file: undefined };
  const file = join(folder, 'searches');
  return { searches: searchesIn(file), file };
}

function searchesIn(file: string): readonly string[] {
  try {
    if (!existsSync(file) || statSync(file).size > LARGEST) return [];
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.filter((line) => line.trim() !== '').slice(-MOST);
  } catch {
    return [];
  }
}

/**
 * Keeps what was searched, together with what other sessions have kept meanwhile. Where there is no home it is not kept:
 * it is a convenience, and nobody asked for it.
 *
 * @returns a function that throws what the file system throws; what was kept before is then still there
 */
export function historyKeeper({ file }: KeptHistory): (searches: readonly string[]) => void {
  return (searches) => {
    if (file === undefined) return;
    const mine = new Set(searches);
    locked(file, () => {
      const others = searchesIn(file).filter((search) => !mine.has(search));
      const all = [...others, ...searches].slice(-MOST);
      writeWhole(file, all.map((search) => `${search}\n`).join(''));
    });
  };
}
