import { type Correction, CorrectionSchema } from '../index/corrections.ts';
import { type Keeper, listKeeper, readList } from './list.ts';
import type { Merging } from './merge.ts';

/** The corrections of one corpus, and where they are kept. */
export interface KeptCorrections {
  readonly corrections: readonly Correction[];
  /** Undefined where nothing can be kept: there is no home, or the corpus came from standard input. */
  readonly file: string | undefined;
  /** What was wrong with the file, in words; it was then set aside and not used. */
  readonly problem?: string;
}

/** Reads the corrections kept for a corpus, as {@link readList} does. */
export function readCorrections(paths: readonly string[], env: NodeJS.ProcessEnv): KeptCorrections {
  const { items, ...rest } = readList('corrections', CorrectionSchema, paths, env);
  return { corrections: items, ...rest };
}

/** The same correction made by two explorers is one. */
const MERGING: Merging<Correction> = { keyOf: (correction) => JSON.stringify(correction), both: (theirs) => theirs };

/** Keeps the corrections of a corpus, as {@link listKeeper} does. */
export function keeperOf(file: string, kept: readonly Correction[]): Keeper<Correction> {
  return listKeeper('corrections', CorrectionSchema, file, kept, MERGING);
}
