import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { corpusName, dataFolder } from './place.ts';
import { writeWhole } from './whole.ts';

/** What a reader made of one corpus, one after the other: corrections, bookmarks. */
export interface KeptList<Item> {
  readonly items: readonly Item[];
  /** Undefined where nothing can be kept: there is no home, or the corpus came from standard input. */
  readonly file: string | undefined;
  /** What was wrong with the file, in words; it was then set aside and not used. */
  readonly problem?: string;
}

/**
 * Reads the list kept for a corpus. A damaged file is set aside as `.damaged`, never overwritten.
 *
 * @param name of the list: its folder, and its key in the file
 * @param paths what the corpus was opened from
 */
export function readList<Item>(
  name: string,
  schema: v.GenericSchema<unknown, Item>,
  paths: readonly string[],
  env: NodeJS.ProcessEnv,
): KeptList<Item> {
  const folder = dataFolder(env);
  const corpus = corpusName(paths);
  if (folder === undefined || corpus === undefined) return { items: [], file: undefined };
  const file = join(folder, name, `${corpus}.json`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { items: [], file };
    // What cannot be read must not be written over either.
    const problem = `${file} could not be read (${words(error)}); it is left as it is`;
    return { items: [], file: undefined, problem };
  }
  try {
    const kept = v.strictObject({ version: v.literal(1), [name]: v.array(schema) });
    const parsed = v.safeParse(kept, JSON.parse(text));
    return parsed.success
      ? { items: parsed.output[name] as readonly Item[], file }
      : setAside(file, parsed.issues[0].message);
  } catch (error) {
    return setAside(file, words(error));
  }
}

function setAside<Item>(file: string, why: string): KeptList<Item> {
  const aside = `${file}.damaged`;
  try {
    renameSync(file, aside);
  } catch (error) {
    const problem = `${file} is damaged (${why}) and could not be set aside (${words(error)}); it is left as it is`;
    return { items: [], file: undefined, problem };
  }
  return { items: [], file, problem: `${file} could not be read (${why}); it was set aside as ${aside}` };
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Keeps the list of a corpus, one version after the other.
 *
 * @param kept what was read from the file when it was opened
 * @param changed what to say when another explorer of the same corpus has kept something meanwhile, which would be lost
 * @returns a function that keeps a list; it throws what the file system throws, and `changed`; what was kept before is
 *   then still there
 */
export function listKeeper<Item>(
  name: string,
  file: string,
  kept: readonly Item[],
  changed: string,
): (items: readonly Item[]) => void {
  const textOf = (items: readonly Item[]) => `${JSON.stringify({ version: 1, [name]: items }, null, 2)}\n`;
  let known = textOf(kept);
  return (items) => {
    const now = existsSync(file) ? readFileSync(file, 'utf8') : textOf([]);
    if (now !== known && now !== textOf([])) throw new Error(changed);
    known = textOf(items);
    writeWhole(file, known);
  };
}
