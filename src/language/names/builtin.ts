import { HASH, weightBytes } from './bytes.ts';
import { decodeModel } from './model.ts';
import { type Tagger, TrainedTagger } from './tagger.ts';

let tagger: Tagger | null = null;

/** The recogniser that comes with the program; its weights are read at the first call. */
export function builtinTagger(): Tagger {
  tagger ??= new TrainedTagger(decodeModel(weightBytes(), HASH));
  return tagger;
}
