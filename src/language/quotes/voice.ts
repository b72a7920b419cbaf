import type { Speaker } from '../../model.ts';
import type { Cast } from './cast.ts';
import type { Draft } from './drafts.ts';
import type { Phrase } from './phrases.ts';
import { type Reading, spanOf } from './reading.ts';
import { standingOfHead } from './standing.ts';

/** Who speaks, by which rule, and how sure that is. */
export interface Voice {
  readonly speaker: Speaker;
  readonly how: string;
  readonly confidence: number;
}

/** A quote whose speaker is known. */
export interface Said {
  readonly draft: Draft;
  readonly voice: Voice;
}

/** What is known of an article while its speakers are found, in order of place. */
export interface Telling {
  readonly reading: Reading;
  readonly cast: Cast;
  /** The quotes so far. */
  readonly said: readonly Said[];
  /** The number of a unit by its first token. */
  readonly unitOf: ReadonlyMap<number, number>;
}

export const UNKNOWN: Voice = { speaker: { kind: 'unknown' }, how: 'none', confidence: 0 };

/** How often the subject of a cue is who speaks, by how it was found: measured on annotated news, rounded down. */
export const SURE: Readonly<Record<Draft['how'], number>> = {
  subject: 0.95,
  inverted: 0.95,
  according: 0.85,
  shared: 0.85,
  passive: 0.8,
  relative: 0.75,
  clause: 0.6,
  carried: 0.8,
  none: 0.4,
};
/** A description is a little less sure than a name: there may be two such. */
const DESCRIBED = 0.85;
/** A noun that may be for a thing is a guess. */
const UNTOLD = 0.4;

/** A named speaker by its number among the article's entities. */
export function named({ cast }: Telling, local: number, how: string, confidence: number): Voice {
  const member = cast.get(local);
  return member ? { speaker: { kind: 'named', mention: member.best }, how, confidence } : UNKNOWN;
}

/** A speaker described by a phrase and not named. */
export function described({ reading }: Telling, draft: Draft, { from, to, head, kind }: Phrase): Voice {
  const standing = kind === 'pronoun' ? 'speaks' : standingOfHead(reading, head);
  if (standing === 'mute') return UNKNOWN;
  const confidence =
    standing === 'unsure' ? UNTOLD : draft.how === 'clause' ? 0.5 : Math.min(SURE[draft.how], DESCRIBED);
  return { speaker: { kind: 'anonymous', description: spanOf(reading, from, to) }, how: howOf(draft), confidence };
}

/** The rule by which the subject of a quote was found, in words. */
export function howOf({ how }: Draft): string {
  return how === 'according' ? 'according to' : how;
}
