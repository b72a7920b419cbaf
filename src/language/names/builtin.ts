import { fromBase64 } from './base64.ts';
import { decodeModel } from './model.ts';
import { type Tagger, TrainedTagger } from './tagger.ts';
import { HASH, WEIGHTS } from './weights.js';

let tagger: Tagger | null = null;

/** The recogniser that comes with the program; its weights are read at the first call. */
export function builtinTagger(): Tagger {
  tagger ??= new TrainedTagger(decodeModel(fromBase64(WEIGHTS), HASH));
  return tagger;
}
