import type { Span, Speaker } from '../../model.ts';
import type { Cast, Member } from './cast.ts';
import type { Draft } from './drafts.ts';
import { PERSON_ROLES } from './lexicon.ts';
import type { Phrase } from './phrases.ts';
import { posOf, type Reading, spanOf, wordOf } from './reading.ts';

/** Who speaks, by which rule, and how sure that is. */
export interface Voice {
  readonly speaker: Speaker;
  readonly how: string;
  readonly confidence: number;
}

const UNKNOWN: Voice = { speaker: { kind: 'unknown' }, how: 'none', confidence: 0 };
/** A pronoun's name is not sought further back, in sentences. */
const PRONOUN_REACH = 12;

/** A pronoun means one of this many speakers before it; a name this near, in tokens. Keeps the work linear. */
const RECENT = 24;
const NEAR = 200;
/** A description is taken up again from among this many. */
const KNOWN = 100;

/** Somebody the article describes but does not name. */
interface Described {
  readonly head: string;
  readonly qualifiers: ReadonlySet<string>;
  description: Span;
  fullness: number;
}

/**
 * Finds whose the quotes are, in order of place: names at once, pronouns by the subjects and speakers before them
 * (after the order of J. Hobbs, Resolving pronoun references, 1978: this sentence, then back sentence by sentence,
 * subjects first), descriptions by what was called so before.
 *
 * @returns one voice per draft
 */
export function resolveSpeakers(reading: Reading, cast: Cast, drafts: readonly Draft[]): readonly Voice[] {
  const said: { readonly draft: Draft; readonly voice: Voice }[] = [];
  const described: Described[] = [];
  /** Who bore a role last, among the mentions that were passed. */
  const bearers = new Map<string, number>();
  let passed = 0;
  const unitOf = new Map(reading.units.map((unit, i) => [unit.from, i]));

  const nameOf = (local: number, how: string, confidence: number): Voice => {
    const member = cast.get(local);
    return member ? { speaker: { kind: 'named', mention: member.best }, how, confidence } : UNKNOWN;
  };

  function voiceOf(draft: Draft): Voice {
    const { subject } = draft;
    if (!subject) return goesOn(draft) ? carried(draft) : UNKNOWN;
    if (subject.kind === 'pronoun') return ofPronoun(draft, subject);
    const local = reading.mentions[subject.mention]?.local;
    if (local !== undefined)
      return nameOf(local, howOf(draft), draft.how === 'shared' || draft.how === 'clause' ? 0.75 : 0.95);
    return ofDescription(draft, subject);
  }

  /** No words of its own: the speaker before goes on. */
  function carried(draft: Draft): Voice {
    const last = said.at(-1);
    const apart = last ? draft.unit.paragraph - last.draft.unit.paragraph : Number.POSITIVE_INFINITY;
    const previous = reading.units[(unitOf.get(draft.unit.from) ?? 0) - 1];
    // a sentence between that quotes nobody brings its own subject: "Mr. Brown spoke. “I want the best …”"
    if (previous && apart > 0 && draft.how === 'carried' && previous.from > (last?.draft.unit.from ?? -1)) {
      const subject = nearestNamed(previous.from, previous.to, ({ type }) => type === 'person');
      if (subject && !subject.oblique) return nameOf(subject.local, 'sentence before', 0.5);
    }
    if (!last || apart > (draft.how === 'none' ? 0 : 2)) return UNKNOWN;
    const sure = draft.how === 'none' ? 0.4 : apart === 0 ? 0.8 : 0.6;
    return { ...last.voice, how: 'carried on', confidence: Math.min(last.voice.confidence, sure) };
  }

  function ofPronoun(draft: Draft, phrase: Phrase): Voice {
    const word = wordOf(reading, phrase.head);
    if (word === 'he' || word === 'she') {
      const gender = word === 'he' ? 'm' : 'f';
      return antecedent(
        draft,
        phrase,
        (member) => (member.type === 'person' ? (member.gender ?? gender) === gender : member.gender === gender),
        false,
      );
    }
    if (word === 'they') return antecedent(draft, phrase, (member) => member.type === 'organization', true);
    if (word === 'it')
      return antecedent(draft, phrase, (member) => member.type === 'organization' || member.type === 'place', false);
    // "Another said", "Some said": described, if barely
    if (/^(?:one|another|some|others|many|most|several|few|both|those|someone|somebody|everyone|everybody)$/.test(word))
      return {
        speaker: { kind: 'anonymous', description: spanOf(reading, phrase.from, phrase.to) },
        how: howOf(draft),
        confidence: 0.7,
      };
    return UNKNOWN;
  }

  /** The nearest subject or speaker before a pronoun that it fits. */
  function antecedent(draft: Draft, phrase: Phrase, fits: (member: Member) => boolean, orDescribed: boolean): Voice {
    const here = unitOf.get(draft.unit.from) ?? 0;
    let s = said.length - 1;
    const oldest = Math.max(0, said.length - RECENT);
    let oblique: number | undefined;
    for (let u = here; u >= 0 && u > here - PRONOUN_REACH; u--) {
      const unit = reading.units[u];
      if (!unit) break;
      const limit = u === here ? phrase.from : unit.to;
      const sure = u === here || u === here - 1;
      for (; s >= oldest && (said[s]?.draft.unit.from ?? -1) >= unit.from; s--) {
        const earlier = said[s];
        if (!earlier || (earlier.draft.subject?.from ?? 0) > phrase.from) continue;
        const { voice, draft: by } = earlier;
        const { speaker } = voice;
        const aside = by.how === 'relative' || by.how === 'clause' || by.how === 'none';
        const somebody = speaker.kind === 'anonymous' && !aside && sure && isSomebody(reading, speaker.description);
        if (speaker.kind === 'anonymous' && (orDescribed || somebody))
          return { ...voice, how: 'pronoun', confidence: sure ? 0.8 : 0.6 };
        if (speaker.kind !== 'named') continue;
        const local = reading.mentions[speaker.mention]?.local ?? -1;
        const member = cast.get(local);
        if (member && fits(member)) return nameOf(local, 'pronoun', Math.min(voice.confidence, sure ? 0.85 : 0.65));
      }
      const found = nearestNamed(unit.from, limit, fits);
      if (found && !found.oblique) return nameOf(found.local, 'pronoun', sure ? 0.75 : 0.55);
      oblique ??= found?.local;
    }
    return oblique === undefined ? UNKNOWN : nameOf(oblique, 'pronoun', 0.5);
  }

  /** The first name between two tokens that fits, outside marks; rather a subject than one hung on another word. */
  function nearestNamed(
    from: number,
    to: number,
    fits: (member: Member) => boolean,
  ): { readonly local: number; readonly oblique: boolean } | undefined {
    let any: number | undefined;
    for (let i = Math.max(from, to - NEAR); i < to; i++) {
      const mention = reading.mentions[(reading.markOf[i] ?? -1) >= 0 ? -1 : (reading.mentionOf[i] ?? -1)];
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

  function ofDescription(draft: Draft, phrase: Phrase): Voice {
    const head = wordOf(reading, phrase.head);
    const qualifiers = qualifiersOf(reading, phrase);
    const definite = /^(?:the|that|this|these|those)$/.test(wordOf(reading, phrase.from));
    const span = spanOf(reading, phrase.from, phrase.to);
    const fullness = phrase.to - phrase.from;
    if (definite) {
      for (let d = described.length - 1; d >= Math.max(0, described.length - KNOWN); d--) {
        const other = described[d];
        if (!other || other.head !== head || ![...qualifiers].every((word) => other.qualifiers.has(word))) continue;
        return { speaker: { kind: 'anonymous', description: other.description }, how: 'description', confidence: 0.85 };
      }
      const bearer = isPersonRole(head) ? bearerOf(head, phrase.from) : undefined;
      if (bearer !== undefined) return nameOf(bearer, 'description', 0.7);
      const last = said.at(-1);
      if (last?.voice.speaker.kind === 'named' && isPersonRole(head) && near(last.draft, draft))
        return { ...last.voice, how: 'description', confidence: 0.6 };
    }
    described.push({ head, qualifiers, description: span, fullness });
    return {
      speaker: { kind: 'anonymous', description: span },
      how: howOf(draft),
      confidence: draft.how === 'clause' ? 0.5 : 0.85,
    };
  }

  /** The entity called by a role that was named last before a token. */
  function bearerOf(role: string, before: number): number | undefined {
    const limit = reading.tokens.start[before] ?? 0;
    for (; passed < reading.mentions.length; passed++) {
      const mention = reading.mentions[passed];
      if (!mention || mention.start >= limit) break;
      for (const name of cast.get(mention.local)?.roles ?? []) bearers.set(name, mention.local);
    }
    return bearers.get(role);
  }

  return drafts.map((draft) => {
    const voice = voiceOf(draft);
    said.push({ draft, voice });
    return voice;
  });
}

/** Whether a description may be taken up by "he" or "she": one person, not a body or a paper. */
function isSomebody(reading: Reading, { end }: Span): boolean {
  const { text } = reading.article;
  let start = end;
  while (start > 0 && /[\p{L}]/u.test(text[start - 1] ?? '')) start--;
  const last = text.slice(start, end).toLowerCase();
  return !/(?:[^s]s|men|women|people|statement|report|letter|group|company|team|government|campaign|administration)$/.test(
    last,
  );
}

/** Whether a word is for somebody the text names elsewhere: "the governor", "the spokeswoman". */
function isPersonRole(head: string): boolean {
  return PERSON_ROLES.has(head) || /[a-z](?:sman|swoman|sperson)$/.test(head);
}

/** Whether a quote without a subject may be the last speaker's: words in marks alone, "Adding, “…”". */
function goesOn({ how, cue, unit }: Draft): boolean {
  return how === 'carried' || how === 'none' || cue?.from === unit.from;
}

/** Whether a quote stands in the paragraph of another or the next. */
function near(earlier: Draft, later: Draft): boolean {
  return later.unit.paragraph - earlier.unit.paragraph <= 1;
}

function howOf(draft: Draft): string {
  return draft.how === 'according' ? 'according to' : draft.how;
}

/** The words that tell one official from another: "senior", "administration". */
function qualifiersOf(reading: Reading, { from, to, head }: Phrase): ReadonlySet<string> {
  const words = new Set<string>();
  for (let i = from; i < to; i++) {
    if (i === head) continue;
    const pos = posOf(reading, i);
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ') words.add(wordOf(reading, i));
  }
  return words;
}
