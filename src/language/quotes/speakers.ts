import type { Cast } from './cast.ts';
import { Descriptions } from './descriptions.ts';
import type { Draft } from './drafts.ts';
import { nearestNamed, speakerOfPronoun } from './pronouns.ts';
import type { Reading } from './reading.ts';
import { howOf, named, type Said, sureOf, type Telling, UNKNOWN, type Voice } from './voice.ts';

/** A quote without words of attribution is the last speaker's for this many paragraphs. */
const CARRIES = 2;
/** How sure it is that he goes on, in his paragraph and after it. */
const SAME_PARAGRAPH = 0.8;
const APART = 0.6;

/**
 * Finds whose the quotes are, in order of place: names at once, pronouns by the subjects and speakers before them,
 * descriptions by what was called so before, and those without an attribution by who spoke last.
 *
 * @returns one voice per draft
 */
export function resolveSpeakers(reading: Reading, cast: Cast, drafts: readonly Draft[]): readonly Voice[] {
  const said: Said[] = [];
  const unitOf = new Map(reading.units.map((unit, i) => [unit.from, i]));
  const telling: Telling = { reading, cast, said, unitOf };
  const descriptions = new Descriptions(telling);
  return drafts.map((draft) => {
    const voice = voiceOf(telling, descriptions, draft);
    said.push({ draft, voice });
    return voice;
  });
}

function voiceOf(telling: Telling, descriptions: Descriptions, draft: Draft): Voice {
  const { subject } = draft;
  if (!subject) return goesOn(draft) ? carriedOn(telling, draft) : UNKNOWN;
  if (subject.kind === 'pronoun') return speakerOfPronoun(telling, draft, subject);
  const local = telling.reading.mentions[subject.mention]?.local;
  if (local !== undefined) return named(telling, local, howOf(draft), sureOf(telling, draft, 'named'));
  return descriptions.speakerOf(draft, subject);
}

/** Whether a quote without a subject may be the last speaker's: words in marks alone, "Adding, “…”". */
function goesOn({ how, cue, unit }: Draft): boolean {
  return how === 'carried' || how === 'none' || cue?.from === unit.from;
}

/** No words of its own: the speaker before goes on. */
function carriedOn(telling: Telling, draft: Draft): Voice {
  const { reading, said, unitOf } = telling;
  const last = said.at(-1);
  const apart = last ? draft.unit.paragraph - last.draft.unit.paragraph : Number.POSITIVE_INFINITY;
  const previous = reading.units[(unitOf.get(draft.unit.from) ?? 0) - 1];
  // a sentence between that quotes nobody brings its own subject: "Mr. Brown spoke. “I want the best …”"
  if (previous && apart > 0 && draft.how === 'carried' && previous.from > (last?.draft.unit.from ?? -1)) {
    const subject = nearestNamed(telling, previous.from, previous.to, ({ type }) => type === 'person');
    if (subject && !subject.oblique) return named(telling, subject.local, 'sentence before', 0.5);
  }
  if (!last || apart > (draft.how === 'none' ? 0 : CARRIES)) return UNKNOWN;
  const as = last.voice.speaker.kind === 'named' ? 'named' : 'described';
  const sure = draft.how !== 'none' && apart > 0 ? APART : Math.min(sureOf(telling, draft, as), SAME_PARAGRAPH);
  return { ...last.voice, how: 'carried on', confidence: Math.min(last.voice.confidence, sure) };
}
