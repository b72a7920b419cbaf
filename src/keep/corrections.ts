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
  if (!existsSync(file)) return { corrections: [], file };
  try {
    const parsed = v.safeParse(Kept, JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) return { corrections: parsed.output.corrections, file };
    return setAside(file, parsed.issues[0].message);
  } catch (error) {
    return setAside(file, error instanceof Error ? error.message : String(error));
  }
}

function setAside(file: string, why: string): KeptCorrections {
  const aside = `${file}.damaged`;
  renameSync(file, aside);
  return { corrections: [], file, problem: `${file} could not be read (${why}); it was set aside as ${aside}` };
}

/**
 * Keeps the corrections of a corpus.
 *
 * @throws what the file system throws; what was kept before is then still there
 */
export function keepCorrections(file: string, corrections: readonly Correction[]): void {
  writeWhole(file, `${JSON.stringify({ version: 1, corrections }, null, 2)}\n`);
}
