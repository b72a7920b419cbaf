import type { Span } from '../../model.ts';
import type { Member } from './cast.ts';
import type { Draft } from './drafts.ts';
import type { Phrase } from './phrases.ts';
import { inMark, posOf, type Reading, wordOf } from './reading.ts';
import { described, named, type Said, type Telling, UNKNOWN, type Voice } from './voice.ts';

/** "his claim that": he claims. */
const OWNERS: ReadonlyMap<string, string> = new Map([
  ['his', 'he'],
  ['her', 'she'],
  ['its', 'it'],
  ['their', 'they'],
]);
/** Pronouns that describe, if barely: "Another said". */
const BARELY = /^(?:one|another|some|others|many|most|several|few|both|those|someone|somebody|everyone|everybody)$/;
/** Bodies, papers and plurals: no "he" or "she" takes them up. */
const NOBODY =
  /(?:[^s]s|men|women|people|statement|report|letter|group|company|team|government|campaign|administration)$/;

/** A pronoun's name is not sought further back, in sentences. */
const REACH = 12;
/** A pronoun means one of this many speakers before it; a name this near, in tokens. Keeps the work linear. */
const RECENT = 24;
const NEAR = 200;
const LONGEST_WORD = 30;

/** Whom a pronoun may stand for. */
interface Wanted {
  readonly fits: (member: Member) => boolean;
  /** Somebody who is only described, too: a singular "they" is for those. */
  readonly described: 'any' | 'near' | 'never';
}

/**
 * Whom a pronoun stands for: in this sentence, then back sentence by sentence, who spoke there before who is named
 * there, subjects first. By reading 60 of polnear's: right 31 times of 33 for who has just spoken, 13 of 17 for who was
 * just named. After the order of J. Hobbs, Resolving pronoun references (1978).
 */
export function speakerOfPronoun(telling: Telling, draft: Draft, phrase: Phrase): Voice {
  const written = wordOf(telling.reading, phrase.head);
  const word = OWNERS.get(written) ?? written;
  if (BARELY.test(word)) return described(telling, draft, phrase);
  const wanted = wantedBy(word);
  return wanted ? antecedent(telling, draft, phrase, wanted) : UNKNOWN;
}

function wantedBy(word: string): Wanted | undefined {
  switch (word) {
    case 'he':
    case 'she': {
      const gender = word === 'he' ? 'm' : 'f';
      const fits = (member: Member) => (member.gender ?? (member.type === 'person' ? gender : undefined)) === gender;
      return { fits, described: 'near' };
    }
    case 'they':
      return { fits: ({ type }) => type === 'organization', described: 'any' };
    case 'it':
      return { fits: ({ type }) => type === 'organization' || type === 'place', described: 'never' };
    default:
      return undefined;
  }
}

function antecedent(telling: Telling, draft: Draft, phrase: Phrase, wanted: Wanted): Voice {
  const { reading, said, unitOf } = telling;
  const here = unitOf.get(draft.unit.from) ?? 0;
  const oldest = Math.max(0, said.length - RECENT);
  let s = said.length - 1;
  let oblique: number | undefined;
  for (let u = here; u >= 0 && u > here - REACH; u--) {
    const unit = reading.units[u];
    if (!unit) break;
    const sure = u >= here - 1;
    for (; s >= oldest && (said[s]?.draft.unit.from ?? -1) >= unit.from; s--) {
      const earlier = said[s];
      if (!earlier || (earlier.draft.subject?.from ?? 0) > phrase.from) continue;
      const voice = takenUp(telling, earlier, wanted, sure);
      if (voice) return voice;
    }
    const found = nearestNamed(telling, unit.from, u === here ? phrase.from : unit.to, wanted.fits);
    if (found && !found.oblique) return named(telling, found.local, 'pronoun', sure ? 0.75 : 0.55);
    oblique ??= found?.local;
  }
  return oblique === undefined ? UNKNOWN : named(telling, oblique, 'pronoun', 0.5);
}

/** The speaker of an earlier quote, if the pronoun may mean him. */
function takenUp(telling: Telling, { draft, voice }: Said, wanted: Wanted, sure: boolean): Voice | undefined {
  const { speaker } = voice;
  if (speaker.kind === 'unknown') return undefined;
  if (speaker.kind === 'anonymous') {
    const aside = draft.how === 'relative' || draft.how === 'clause' || draft.how === 'none';
    const near = wanted.described === 'near' && sure && !aside && isSomebody(telling.reading, speaker.description);
    if (wanted.described !== 'any' && !near) return undefined;
    return { ...voice, how: 'pronoun', confidence: Math.min(voice.confidence, sure ? 0.8 : 0.6) };
  }
  const local = telling.reading.mentions[speaker.mention]?.local ?? -1;
  const member = telling.cast.get(local);
  if (!member || !wanted.fits(member)) return undefined;
  return named(telling, local, 'pronoun', Math.min(voice.confidence, sure ? 0.9 : 0.7));
}

/** The first name between two tokens that fits, outside marks; rather a subject than one hung on another word. */
export function nearestNamed(
  { reading, cast }: Telling,
  from: number,
  to: number,
  fits: (member: Member) => boolean,
): { readonly local: number; readonly oblique: boolean } | undefined {
  let any: number | undefined;
  for (let i = Math.max(from, to - NEAR); i < to; i++) {
    const mention = inMark(reading, i) ? undefined : reading.mentions[reading.mentionOf[i] ?? -1];
    const member = mention && cast.get(mention.local);
    if (!mention || !member || !fits(member)) continue;
    let end = i;
    while (reading.mentionOf[end + 1] === reading.mentionOf[i]) end++;
    const hung = posOf(reading, i - 1) === 'ADP' || /^'s?$/.test(wordOf(reading, end + 1));
    if (!hung) return { local: mention.local, oblique: false };
    any ??= mention.local;
    i = end;
  }
  return any === undefined ? undefined : { local: any, oblique: true };
}

/** Whether a description may be taken up by "he" or "she": one person, not a body or a paper. */
function isSomebody({ article: { text } }: Reading, { end }: Span): boolean {
  let start = end;
  while (start > 0 && end - start < LONGEST_WORD && /\p{L}/u.test(text[start - 1] ?? '')) start--;
  return !NOBODY.test(text.slice(start, end).toLowerCase());
}
