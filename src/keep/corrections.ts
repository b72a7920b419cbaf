import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Correction, CorrectionSchema } from '../index/corrections.ts';
import { corpusName, dataFolder } from './place.ts';
import { writeWhole } from './whole.ts';

const Kept = v.strictObject({ version: v.literal(1), corrections: v.array(CorrectionSchema) });

/** The corrections of one corpus, and where they are kept. */
export interface KeptCorrections {
  readonly corrections: readonly Correction[];
  /** Undefined where nothing can be kept: there is no home, or the corpus came from standard input. */
  readonly file: string | undefined;
  /** What was wrong with the file, in words; it was then set aside and not used. */
  readonly problem?: string;
}

/**
 * Reads the corrections kept for a corpus. A damaged file is set aside as `.damaged`, never overwritten.
 *
 * @param paths what the corpus was opened from
 */
export function readCorrections(paths: readonly string[], env: NodeJS.ProcessEnv): KeptCorrections {
  const folder = dataFolder(env);
  const name = corpusName(paths);
  if (folder === undefined || name === undefined) return { corrections: [], file: undefined };
  const file = join(folder, 'corrections', `${name}.json`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { corrections: [], file };
    // What cannot be read must not be written over either.
    return {
      corrections: [],
      file: undefined,
      problem: `${file} could not be read (${words(error)}); it is left as it is`,
    };
  }
  try {
    const parsed = v.safeParse(Kept, JSON.parse(text));
    return parsed.success ? { corrections: parsed.output.corrections, file } : setAside(file, parsed.issues[0].message);
  } catch (error) {
    return setAside(file, words(error));
  }
}

function setAside(file: string, why: string): KeptCorrections {
  const aside = `${file}.damaged`;
  try {
    renameSync(file, aside);
  } catch (error) {
    const problem = `${file} is damaged (${why}) and could not be set aside (${words(error)}); it is left as it is`;
    return { corrections: [], file: undefined, problem };
  }
  return { corrections: [], file, problem: `${file} could not be read (${why}); it was set aside as ${aside}` };
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Keeps the corrections of a corpus, one list after the other.
 *
 * @param kept what was read from the file when it was opened
 * @returns a function that keeps a list; it throws what the file system throws, and where another explorer of the same
 *   corpus has kept something meanwhile, which would be lost; what was kept before is then still there
 */
export function keeperOf(file: string, kept: readonly Correction[]): (corrections: readonly Correction[]) => void {
  let known = textOf(kept);
  return (corrections) => {
    const now = existsSync(file) ? readFileSync(file, 'utf8') : textOf([]);
    if (now !== known && now !== textOf([])) {
      throw new Error('another explorer has corrected these articles meanwhile; open them again to see it');
    }
    known = textOf(corrections);
    writeWhole(file, known);
  };
}

function textOf(corrections: readonly Correction[]): string {
  return `${JSON.stringify({ version: 1, corrections }, null, 2)}\n`;
}
