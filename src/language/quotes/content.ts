import { clauseFrom, type Extent, isDash, type Stretch } from './clause.ts';
import type { Cue } from './cue.ts';
import { SUBORDINATORS } from './lexicon.ts';
import { isPronoun, isTime, phraseAt } from './phrases.ts';
import { inMark, posOf, type Reading, touches, wordOf } from './reading.ts';

/** Where the words stand that a cue reports. */
export interface Reported {
  readonly before: Stretch | undefined;
  readonly after: Stretch | undefined;
  /** The cue's sentence ends in a colon: the content is what follows it. */
  readonly next: boolean;
}

/** Cues that may come after what they report. */
const AFTERWORDS: ReadonlySet<Cue['grammar']> = new Set(['subject', 'inverted', 'according', 'relative']);
/** How far "that" or a mark may stand from its cue. */
const LOOK_AHEAD = 14;
/** No bracket is sought further back. */
const FAR = 200;

/**
 * Finds the content of a cue in its unit, after it ("said that …"), before it ("…, she said") or on both sides.
 *
 * @param from where content before the cue may start: after the attribution before it
 * @param to where content after it must end: before the attribution after it
 */
export function reportedBy(reading: Reading, cue: Cue, from: number, to: number): Reported {
  const none = { before: undefined, after: undefined, next: false };
  const ahead = startAfter(reading, cue, to);
  if (ahead === 'colon') return { ...none, next: true };
  // "knew of an attempt by his son-in-law": what is left of a word is no content
  if (ahead !== undefined && touches(reading, ahead) && wordOf(reading, ahead) === '-') return none;
  const after = ahead === undefined ? undefined : clauseFrom(reading, ahead, to, extentOf(reading, cue));
  if (!cue.frame.includes('v') || !AFTERWORDS.has(cue.grammar)) return { ...none, after };
  const before = stretchBefore(reading, cue, from);
  if (!before) return { ...none, after };
  // the words before are content if a mark or a comma ends them and none follows without a comma
  const quoted = inMark(reading, before.to - 1);
  const marked = after && inMark(reading, after.from);
  const paused = ahead !== undefined && ahead > cue.high && wordOf(reading, ahead - 1) === ',';
  const goesOn =
    after && (marked || wordOf(reading, after.from - 1) === 'that' || (paused && !quoted)) ? after : undefined;
  if (cue.grammar === 'according') return { ...none, before };
  if (quoted) return { before, after: goesOn, next: false };
  if (cue.grammar === 'inverted') return { before, after: marked && paused ? after : undefined, next: false };
  if (!after) {
    if (!quoted && hasObject(reading, cue)) return none;
    if (hasFinite(reading, before)) return { ...none, before };
    // "The sanctions, they have said, will be harsher"
    const comma = commaAfter(reading, cue.high, to);
    const rest = comma === undefined ? undefined : clauseFrom(reading, comma + 1, to);
    return rest && hasFinite(reading, rest) ? { before, after: rest, next: false } : none;
  }
  // "In June, she said, “…”" has its content after; "Back then, she said, it was" and "If so, she said it was" on both
  if ((paused || /^(?:if|unless)$/.test(wordOf(reading, before.from))) && !marked)
    return { before, after, next: false };
  return { ...none, after };
}

/** "Despite a warning that it would, Putin has maintained the presence": a verb with an object of its own ends nothing. */
function hasObject(reading: Reading, { grammar, high, frame }: Cue): boolean {
  if (grammar === 'inverted' || frame.includes('a') || isTime(reading, high) || inMark(reading, high)) return false;
  return /^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(posOf(reading, high));
}

/** How far what a cue reports may go: "called him a “fool” in June" is shorter than "said he was". */
function extentOf(reading: Reading, { frame, low }: Cue): Extent {
  if (SUBORDINATORS.has(wordOf(reading, low - 1))) return 'subordinate';
  return frame.startsWith('n') ? 'object' : 'clause';
}

/** The stretch before a cue that its comma or a mark ends; without a conjunction at its head. */
function stretchBefore(reading: Reading, cue: Cue, low: number): Stretch | undefined {
  let to = cue.low;
  let from = low;
  while (from < to && /^(?:,|;|:|\.|—|–|-|and|but|or|yet|so)$/.test(wordOf(reading, from)) && !inMark(reading, from))
    from++;
  for (let i = Math.max(from, to - FAR); i < to; i++)
    if (wordOf(reading, i) === '(' && !inMark(reading, i) && inMark(reading, i + 1)) from = i + 1;
  if (to <= from) return undefined;
  if (wordOf(reading, to - 1) === 'as' && !inMark(reading, to - 1)) to--;
  const last = to - 1;
  if (inMark(reading, last)) return { from: startOfQuote(reading, from, last), to };
  if (!/^[,.?!—–]$/.test(wordOf(reading, last))) return undefined;
  to--;
  while (to > from && /^[,.?!]$/.test(wordOf(reading, to - 1)) && !inMark(reading, to - 1)) to--;
  return to > from ? { from, to } : undefined;
}

/** The comma that ends a parenthetical cue: ", he said in his letter," has no other verb. */
function commaAfter(reading: Reading, from: number, to: number): number | undefined {
  for (let i = from; i < Math.min(to, from + LOOK_AHEAD); i++) {
    if (inMark(reading, i)) return undefined;
    if (wordOf(reading, i) === ',') return i;
    const pos = posOf(reading, i);
    if (pos === 'VERB' || pos === 'AUX') return undefined;
  }
  return undefined;
}

/** "As for the rest, “I write it off,” he said": a whole sentence in marks after a stop is the content alone. */
function startOfQuote(reading: Reading, from: number, last: number): number {
  const start = reading.markFrom[reading.markOf[last] ?? -1] ?? from;
  if (start <= from || !/^(?:[:,—–-]|--)$/.test(wordOf(reading, start - 1))) return from;
  let first = start;
  while (first < last && !/[\p{L}\p{N}]/u.test(wordOf(reading, first))) first++;
  return reading.capital[first] === 1 || wordOf(reading, start - 1) === ':' ? start : from;
}

/** Where content starts after a cue: past the one spoken to, the time and the place. */
function startAfter(reading: Reading, cue: Cue, high: number): number | 'colon' | undefined {
  const { frame } = cue;
  let i = cue.high;
  let addressed = !frame.includes('a');
  if (cue.grammar === 'according') {
    const comma = commaAfter(reading, i, high);
    return comma === undefined ? undefined : comma + 1;
  }
  if (cue.grammar === 'passive') return undefined;
  const sure = sureStart(reading, i, high, frame);
  if (sure !== undefined) return sure;
  while (i < high) {
    const word = wordOf(reading, i);
    if (inMark(reading, i)) return i;
    if (word === 'that' && frame !== 'n' && i + 1 < high) return i + 1;
    if (word === 'to' && frame.includes('i')) return i;
    if (/^[.;!?)—–]$/.test(word)) return undefined;
    if (word === '(') {
      while (i < high && wordOf(reading, i) !== ')') i++;
      i++;
      continue;
    }
    if (word === ',') return cue.grammar === 'inverted' || i > cue.high ? pastComma(reading, i) : undefined;
    if (isTime(reading, i) && !frame.startsWith('n')) {
      i++;
      continue;
    }
    if (!addressed) {
      const end = addresseeEnd(reading, i, high);
      if (end > i) {
        i = end;
        addressed = true;
        continue;
      }
    }
    const pos = posOf(reading, i);
    if (pos === 'ADP' && !/^[n]/.test(frame) && word !== 'about') {
      const phrase = phraseAt(reading, i + 1, high);
      if (phrase && !isPronoun(reading, i + 1)) {
        i = phrase.to;
        continue;
      }
      if (isTime(reading, i + 1)) {
        i++;
        continue;
      }
    }
    if (cue.grammar === 'inverted') return undefined;
    if (frame.includes('c') && opensClause(reading, i, high)) return i;
    if (frame.includes('n') && word !== 'to' && pos !== 'ADP' && pos !== 'CCONJ' && pos !== 'SCONJ') return i;
    return undefined;
  }
  return undefined;
}

/** A "that", a mark or a colon close after the cue, with no verb between. */
function sureStart(reading: Reading, from: number, high: number, frame: string): number | 'colon' | undefined {
  for (let i = from; i < Math.min(high, from + LOOK_AHEAD); i++) {
    const word = wordOf(reading, i);
    if (inMark(reading, i)) return i === from || isAside(reading, from) || frame.includes('a') ? i : undefined;
    if (word === ':') return !/[cqvt]/.test(frame) ? undefined : i + 1 < high ? i + 1 : 'colon';
    // "said, in a statement, that", but not "said, a policy that"
    if (word === ',' && !inMark(reading, i + 1) && posOf(reading, i + 1) !== 'ADP' && i === from) return undefined;
    // "threatening an invasion of a nation that is": no "that" of the verb's
    if (
      word === 'that' &&
      i > from &&
      /^(?:VERB|AUX)$/.test(posOf(reading, i + 1)) &&
      /^(?:NOUN|PROPN)$/.test(posOf(reading, i - 1))
    )
      return undefined;
    if (word === 'that' && /[ct]/.test(frame)) return i + 1 < high ? i + 1 : undefined;
    if (word === '.' || word === ';' || isDash(reading, i)) return undefined;
    const pos = posOf(reading, i);
    if ((pos === 'VERB' || pos === 'AUX' || isPronoun(reading, i)) && !isTime(reading, i)) {
      if (i > from || !frame.includes('a')) return undefined;
    }
  }
  return undefined;
}

/** Whether what follows a cue is where or when it was said, not yet what. */
function isAside(reading: Reading, i: number): boolean {
  return posOf(reading, i) === 'ADP' || isTime(reading, i) || /^[,(]$/.test(wordOf(reading, i));
}

/** "said in June, in a statement, that": past what is set between commas; a mark may follow the comma at once. */
function pastComma(reading: Reading, comma: number): number | undefined {
  if (inMark(reading, comma + 1)) return comma + 1;
  return undefined;
}

function addresseeEnd(reading: Reading, i: number, high: number): number {
  if (/^(?:him|her|me|us|them|you|it)$/.test(wordOf(reading, i))) return i + 1;
  const mention = reading.mentionOf[i] ?? -1;
  let to = i;
  if (mention >= 0) {
    while (to < high && reading.mentionOf[to] === mention) to++;
    if (wordOf(reading, to) !== "'s" && posOf(reading, to) !== 'NOUN') return to;
  }
  const phrase = phraseAt(reading, i, high);
  return phrase && phrase.kind !== 'pronoun' ? phrase.to : i;
}

/** Whether a clause with a verb of its own starts here, without "that": not "the presence of troops". */
function opensClause(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const pos = posOf(reading, i);
    if (pos !== 'VERB' && pos !== 'AUX') continue;
    const before = wordOf(reading, i - 1);
    if (i > from && (/^(?:to|that|who|which)$/.test(before) || (pos === 'VERB' && /ing$/.test(wordOf(reading, i)))))
      continue;
    return true;
  }
  return false;
}

function hasFinite(reading: Reading, { from, to }: Stretch): boolean {
  for (let i = from; i < to; i++) {
    const pos = posOf(reading, i);
    if (pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(wordOf(reading, i)))) return true;
  }
  return false;
}
