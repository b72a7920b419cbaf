import { statSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_FILE } from '../corpus/config-name.ts';
import { configFolder } from './place.ts';

/** A file of settings that is there. */
export interface ConfigFile {
  readonly file: string;
  /** The user's own may set everything; one that came with articles is a stranger's. */
  readonly whose: 'user' | 'corpus';
}

/**
 * The files of settings that are there, the later to go over the earlier: the user's own, then those of the folders.
 *
 * @param paths what the corpus is opened from
 */
export function configFiles(paths: readonly string[], env: NodeJS.ProcessEnv): readonly ConfigFile[] {
  const folder = configFolder(env);
  const own = folder === undefined ? [] : [{ file: join(folder, 'config.json'), whose: 'user' as const }];
  const theirs = paths.map((path) => ({ file: join(path, CONFIG_FILE), whose: 'corpus' as const }));
  return [...own, ...theirs].filter(({ file }) => isThere(file));
}

function isThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // What may not even be looked at is as if it were not there: below a file, in a folder of somebody else's.
    return false;
  }
}
