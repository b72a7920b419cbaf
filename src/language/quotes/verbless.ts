import type { Cue } from './cue.ts';
import { BY_PHRASES, NOUNS, NOUNS_TO } from './lexicon.ts';
import { type Phrase, phraseAt, phraseBefore } from './phrases.ts';
import { inMark, posOf, type Reading, type Unit, wordOf } from './reading.ts';
import { withApposition } from './subjects.ts';

/** "Clinton: The world is watching", in a headline. */
export function labelCue(reading: Reading, unit: Unit, i: number): Cue | undefined {
  if (i !== unit.from || unit.paragraph > 0) return undefined;
  const subject = phraseAt(reading, i, unit.to);
  if (subject?.kind !== 'name' || wordOf(reading, subject.to) !== ':' || subject.to + 2 >= unit.to) return undefined;
  const at = { from: subject.to, to: subject.to + 1, verb: subject.to, low: i, high: subject.to } as const;
  return { ...at, lemma: ':', form: 'past', frame: 'cq', grammar: 'subject', subject };
}

/** "according to the official". */
export function accordingCue(reading: Reading, unit: Unit, i: number): Cue | undefined {
  for (const phrase of BY_PHRASES) {
    const words = phrase.split(' ');
    if (!words.every((word, k) => wordOf(reading, i + k) === word)) continue;
    const to = i + words.length;
    const subject = withApposition(reading, phraseAt(reading, to, unit.to), unit.to);
    if (!subject || to >= unit.to) return undefined;
    const shape = { lemma: phrase, form: 'base', frame: 'cqv', grammar: 'according' } as const;
    return { from: i, to, verb: i, ...shape, subject, low: i, high: subject.to };
  }
  return undefined;
}

/** "his claim that", "Ms. Merkel's promise to": whose the noun is, says it. */
export function nounCue(reading: Reading, unit: Unit, i: number): Cue | undefined {
  const word = wordOf(reading, i).replace(/s$/, '');
  const next = wordOf(reading, i + 1);
  const clause = next === 'that' && NOUNS.has(word);
  if (!clause && !(next === 'to' && NOUNS_TO.has(word))) return undefined;
  let k = i - 1;
  while (k > unit.from && posOf(reading, k) === 'ADJ') k--;
  const owner = wordOf(reading, k);
  const own = /^(?:his|her|its|their)$/.test(owner);
  if (!own && owner !== "'s" && owner !== "'") return undefined;
  const subject: Phrase | undefined = own
    ? { from: k, to: k + 1, kind: 'pronoun', head: k, mention: -1 }
    : phraseBefore(reading, k, unit.from);
  if (!subject || inMark(reading, k)) return undefined;
  const shape = { lemma: word, form: 'base', frame: clause ? 'c' : 'i', grammar: 'relative' } as const;
  return { from: i, to: i + 1, verb: i, ...shape, subject, low: subject.from, high: i + 1 };
}
