import { type Correction, CorrectionSchema } from '../index/corrections.ts';
import { listKeeper, readList } from './list.ts';

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

/** Keeps the corrections of a corpus, as {@link listKeeper} does. */
export function keeperOf(file: string, kept: readonly Correction[]): (corrections: readonly Correction[]) => void {
  const changed = 'another explorer has corrected these articles meanwhile; open them again to see it';
  return listKeeper('corrections', file, kept, changed);
}
