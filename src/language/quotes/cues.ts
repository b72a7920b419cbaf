import type { Cue, Grammar } from './cue.ts';
import { phrasesOf, verbForm } from './forms.ts';
import { mentionFrom, type Phrase, phraseAt, phraseBefore } from './phrases.ts';
import { inMark, posOf, type Reading, type Unit, wordOf } from './reading.ts';
import { standingOfHead } from './standing.ts';
import {
  besideParenthesis,
  isBetween,
  nearestSubject,
  opensSubordinate,
  subjectAfter,
  subjectAhead,
  subjectBefore,
  withApposition,
} from './subjects.ts';
import { accordingCue, labelCue, nounCue } from './verbless.ts';
import { actsAsVerb, besideMark, isBe } from './verbs.ts';

type Shape = Pick<Cue, 'from' | 'to' | 'verb' | 'lemma' | 'form' | 'frame'>;

/** No comma that parts two verbs is sought further back, in tokens. */
const REACH = 80;
/** Verbs that always name who was told after them. */
const UNINVERTED: ReadonlySet<string> = new Set(['tell', 'remind', 'assure', 'inform']);
/** Clauses are nested in no more than this. */
const NESTED = 8;
const OWN_SUBJECT: ReadonlySet<Grammar> = new Set(['subject', 'inverted', 'shared']);

/** Finds the cues of a unit outside of marks, in order of place, each with its subject where it has one. */
export function findCues(reading: Reading, unit: Unit): readonly Cue[] {
  const cues: Cue[] = [];
  for (let i = unit.from; i < unit.to; i++) {
    if (inMark(reading, i)) continue;
    const cue =
      labelCue(reading, unit, i) ??
      accordingCue(reading, unit, i) ??
      quotedCue(reading, unit, i) ??
      nounCue(reading, unit, i) ??
      verbCue(reading, unit, i, cues);
    if (!cue || isMute(reading, cue.subject)) continue;
    cues.push(cue);
    i = cue.to - 1;
  }
  return cues;
}

/** "The test …, indicating": what does not speak says nothing. */
function isMute(reading: Reading, subject: Phrase | undefined): boolean {
  return subject?.kind === 'description' && standingOfHead(reading, subject.head) === 'mute';
}

/** "was quoted as saying": the subject of the passive speaks. */
function quotedCue(reading: Reading, unit: Unit, i: number): Cue | undefined {
  if (wordOf(reading, i) !== 'quoted' || wordOf(reading, i + 1) !== 'as' || wordOf(reading, i + 2) !== 'saying')
    return undefined;
  let k = i - 1;
  while (k >= unit.from && isBetween(reading, k)) k--;
  return withSubject(reading, unit, { from: i, to: i + 3, verb: i + 2, lemma: 'say', form: 'past', frame: 'cqv' }, k);
}

function verbCue(reading: Reading, unit: Unit, i: number, cues: readonly Cue[]): Cue | undefined {
  const found = verbForm(wordOf(reading, i)) ?? besideMark(reading, unit, i);
  if (!found || !actsAsVerb(reading, i, found)) return undefined;
  const phrase = phrasesOf(found.lemma).find(({ rest }) =>
    rest.every((word, k) => wordOf(reading, i + 1 + k) === word),
  );
  const frame = phrase?.frame ?? found.frame;
  if (frame === '') return undefined;
  const to = i + 1 + (phrase?.rest.length ?? 0);
  const shape = { from: i, to, verb: i, lemma: found.lemma, form: found.form, frame };

  const participle = found.form === 'past' || found.form === 'participle';
  let k = i - 1;
  let passive = false;
  while (k >= unit.from && isBetween(reading, k)) {
    if (participle && isBe(reading, k)) passive = true;
    k--;
  }
  const by = participle && wordOf(reading, to) === 'by';
  if (!(passive || (by && !namedBefore(reading, unit, k)))) return active(reading, unit, shape, k, cues);
  if (!by) return undefined;
  const subject = withApposition(reading, phraseAt(reading, to + 1, unit.to), unit.to);
  return subject && { ...shape, to: to + 1, grammar: 'passive', subject, low: i, high: subject.to };
}

/** "Ms. Gao said by telephone" has its subject: what follows "by" is none. */
function namedBefore(reading: Reading, unit: Unit, k: number): boolean {
  const phrase = phraseBefore(reading, k + 1, unit.from);
  return phrase !== undefined && phrase.kind !== 'description';
}

/** A cue in the active voice; `k` is the token before the verb and its helpers. */
function active(reading: Reading, unit: Unit, shape: Shape, k: number, cues: readonly Cue[]): Cue | undefined {
  const { verb, to, form } = shape;
  const word = k >= unit.from ? wordOf(reading, k) : '';
  const inverted = invertedSubject(reading, unit, shape, k, word);
  if (inverted) return { ...shape, grammar: 'inverted', subject: inverted, low: verb, high: inverted.to };
  if (form === 'participle' && k === verb - 1) return undefined;
  if (form === 'ing') {
    for (let i = k + 1; i < verb; i++) if (isBe(reading, i)) return withSubject(reading, unit, shape, k);
    const own = nameOfParticiple(reading, unit, k);
    if (own) return { ...shape, grammar: 'subject', subject: own, low: verb, high: to };
    const subject = sharedSubject(reading, unit, k + 1, cues, false);
    return { ...shape, grammar: 'shared', subject, low: verb, high: to };
  }
  if (word === 'to' || posOf(reading, k) === 'CCONJ' || (word === ',' && wordOf(reading, verb - 1) === 'then')) {
    const subject = sharedSubject(reading, unit, k, cues, word !== 'to');
    return { ...shape, grammar: 'shared', subject, low: k + 1, high: to };
  }
  return withSubject(reading, unit, shape, k);
}

function withSubject(reading: Reading, unit: Unit, shape: Shape, k: number): Cue | undefined {
  const found = subjectBefore(reading, unit, k);
  if (!found) return undefined;
  const grammar = found.relative ? 'relative' : 'subject';
  return { ...shape, grammar, subject: found.phrase, low: found.low, high: shape.to };
}

function invertedSubject(reading: Reading, unit: Unit, shape: Shape, k: number, word: string): Phrase | undefined {
  const { form, frame, lemma, to } = shape;
  if (form === 'ing' || form === 'participle' || !frame.includes('v') || UNINVERTED.has(lemma)) return undefined;
  if (k >= unit.from && !inMark(reading, k) && !/^[,.?!—–-]$/.test(word)) return undefined;
  const subject = subjectAfter(reading, unit, to, k);
  if (!subject || word !== ',' || inMark(reading, k)) return subject;
  // "Smith, a chemist, said the plan"; but "cuts of data centers, operations, said Ann Livermore"
  const beside = besideParenthesis(reading, unit, k);
  return !beside ||
    (beside.phrase.kind === 'description' && subject.kind === 'name' && !inMark(reading, beside.low - 1))
    ? subject
    : undefined;
}

/** "footage of Trump saying", "with Attorney General Brandis saying": the person right before speaks. */
function nameOfParticiple(reading: Reading, unit: Unit, k: number): Phrase | undefined {
  const mention = reading.mentionOf[k] ?? -1;
  if (reading.mentions[mention]?.type !== 'person') return undefined;
  const phrase = phraseBefore(reading, k + 1, mentionFrom(reading, k));
  const whole = phraseBefore(reading, k + 1, unit.from);
  const hung = /^(?:of|with)$/;
  return hung.test(wordOf(reading, mentionFrom(reading, k) - 1)) || hung.test(wordOf(reading, (whole?.from ?? 0) - 1))
    ? phrase
    : undefined;
}

/**
 * The subject of the clause that a verb goes on with: the last cue's, unless the verb is joined to a nearer one with
 * a subject of its own after a comma ("When asked whom she supported, Ms. Sherry smiled and said").
 */
function sharedSubject(
  reading: Reading,
  unit: Unit,
  k: number,
  cues: readonly Cue[],
  joined: boolean,
): Phrase | undefined {
  const last = outermost(reading, cues, joined, k);
  if (last && !joined && !opensSubordinate(reading, unit)) return last.subject;
  const near = nearestSubject(reading, unit, k) ?? (last ? undefined : subjectAhead(reading, unit, k));
  if (
    !last ||
    (near && near.from > last.verb && near.kind !== 'pronoun' && commaBetween(reading, last.verb, near.from))
  )
    return near;
  return last.subject;
}

/** "They refused the guarantees that Putin wants, citing …": of a clause inside another's words, that other's. */
function outermost(reading: Reading, cues: readonly Cue[], joined: boolean, k: number): Cue | undefined {
  const own = cues.slice(-NESTED).filter(({ subject, grammar }) => subject && OWN_SUBJECT.has(grammar));
  let at = own.length - 1;
  if (joined || wordOf(reading, k - 1) !== ',') return own[at];
  while (at > 0) {
    const low = own[at]?.low ?? 0;
    // "Reed said Putin sought attention, adding …"
    const inside = own[at - 1]?.to === low && own[at - 1]?.frame.includes('c');
    if (!inside && !/^(?:that|what|which|whom|where|how|why)$/.test(wordOf(reading, low - 1))) break;
    at--;
  }
  return own[at];
}

function commaBetween(reading: Reading, from: number, to: number): boolean {
  for (let i = to - 1; i > from && i > to - REACH; i--)
    if (wordOf(reading, i) === ',' && !inMark(reading, i)) return true;
  return false;
}
