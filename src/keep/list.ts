import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { locked } from './lock.ts';
import { type Merging, merged } from './merge.ts';
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
    // Nothing was kept yet; where the home is no folder, nothing can be.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return { items: [], file };
    // What cannot be read must not be written over either.
    const problem = `${file} could not be read (${words(error)}); it is left as it is`;
    return { items: [], file: undefined, problem };
  }
  return parsed(name, schema, file, text);
}

function parsed<Item>(
  name: string,
  schema: v.GenericSchema<unknown, Item>,
  file: string,
  text: string,
): KeptList<Item> {
  try {
    const kept = v.strictObject({ version: v.literal(1), [name]: v.array(schema) });
    const read = v.safeParse(kept, JSON.parse(text));
    return read.success
      ? { items: read.output[name] as readonly Item[], file }
      : setAside(file, read.issues[0].message);
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

/** Keeps a list, and gives it as it is kept now: the same where no other explorer of the corpus kept something meanwhile. */
export type Keeper<Item> = (items: readonly Item[]) => readonly Item[];

/**
 * Keeps the list of a corpus, one version after the other. What another explorer has kept since the last version that
 * was given is not written over: the change is made to what is kept now.
 *
 * @param kept what was read from the file when it was opened
 * @returns what keeps a list; it throws what the file system throws, and words where the file was damaged meanwhile (it
 *   is set aside then); what was kept before is then still there
 */
export function listKeeper<Item>(
  name: string,
  schema: v.GenericSchema<unknown, Item>,
  file: string,
  kept: readonly Item[],
  merging: Merging<Item>,
): Keeper<Item> {
  const textOf = (items: readonly Item[]) => `${JSON.stringify({ version: 1, [name]: items }, null, 2)}\n`;
  let base = kept;
  let known: string | undefined;
  return (items) =>
    locked(file, () => {
      const now = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
      let list = items;
      if (now !== undefined && now !== known) {
        const theirs = parsed(name, schema, file, now);
        if (theirs.problem !== undefined) throw new Error(theirs.problem);
        list = merged(base, items, theirs.items, merging);
      }
      const text = textOf(list);
      if (text === textOf(items)) list = items;
      writeWhole(file, text);
      base = list;
      known = text;
      return list;
    });
}
