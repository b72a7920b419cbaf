import { verbForm } from './forms.ts';
import { TIMES, TITLE_STOPS } from './lexicon.ts';
import { posOf, type Reading, touches, wordOf } from './reading.ts';

/** A noun phrase that may be a speaker: tokens `from` up to `to`. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly kind: 'name' | 'pronoun' | 'description';
  /** The token that says what it is: "official" in "a senior official of the State Department". */
  readonly head: number;
  /** The mention that names it; -1 when none does. */
  readonly mention: number;
}

/** Pronouns that stand for a speaker. */
const SPEAKING_PRONOUNS: ReadonlySet<string> = new Set(
  `he she they it i we you one some many others most everyone everybody someone somebody nobody all both few several
  another neither none those these this that who`.split(/\s+/),
);

/** Of the pronouns, those that may stand before a noun. */
const QUANTIFIERS: ReadonlySet<string> = new Set(
  'one some many others most all both few several another neither none those these this that'.split(' '),
);

/** Prepositions that hang a noun phrase on the one before it. */
const LINKS: ReadonlySet<string> = new Set(
  `of for from in with at on to by within near inside close among under against behind about`.split(/\s+/),
);

/** What may stand between a noun and its preposition: "a source familiar with the inquiry". */
const POSTMODIFIERS: ReadonlySet<string> = new Set(
  `familiar close briefed involved known named opposed loyal critical responsible aware privy based sympathetic allied
  affiliated working living speaking present published released issued conducted posted obtained written signed`.split(
    /\s+/,
  ),
);

/** What is set before a name: no noun of its own. */
const COURTESY =
  /^(?:mr|mrs|ms|miss|dr|sen|rep|gov|gen|president|senator|governor|representative|secretary|speaker|chairman|prime|minister|king|pope)\.?$/;

/** No noun phrase is longer: a guard, so that one sentence of a million words costs no more than its length. */
const LONGEST = 40;

/** The noun phrase that ends with the token before `end`, reaching back to `low` at most. */
export function phraseBefore(reading: Reading, before: number, low: number): Phrase | undefined {
  const end = withoutDate(reading, before, low);
  const last = end - 1;
  if (last < low) return undefined;
  if (isPronoun(reading, last)) return pronoun(reading, last);
  let from = groupBefore(reading, end, low);
  if (from === end) return undefined;
  // "the head of the union", "members who": groups hung on one another by prepositions
  const floor = Math.max(low, end - LONGEST);
  for (;;) {
    const link = from - 1;
    const joins =
      LINKS.has(wordOf(reading, link)) ||
      (wordOf(reading, link) === 'and' && bothNames(reading, from)) ||
      (wordOf(reading, link) === 'by' && isPostmodifier(reading, link - 1));
    if (link <= floor || !joins) break;
    const loose = link - 1 > floor && isPostmodifier(reading, link - 1) ? link - 1 : link;
    const next = groupBefore(reading, loose, low);
    if (next === loose || isTime(reading, link - 1)) break;
    from = next;
  }
  if (isTime(reading, last) && from === last) return undefined;
  return described(reading, from, end);
}

/** "A report in the paper on December 3,": the day that ends a phrase is no part of it. */
function withoutDate(reading: Reading, end: number, low: number): number {
  let i = end;
  if (posOf(reading, i - 1) === 'NUM' && (reading.mentionOf[i - 1] ?? -1) < 0 && isTime(reading, i - 2)) i -= 2;
  else return end;
  if (wordOf(reading, i - 1) === 'on' || wordOf(reading, i - 1) === 'in' || wordOf(reading, i - 1) === 'of') i--;
  return i > low ? i : end;
}

/** The noun phrase that starts with token `from`, up to `high` at most. */
export function phraseAt(reading: Reading, from: number, high: number): Phrase | undefined {
  if (from >= high) return undefined;
  if (isPronoun(reading, from)) return pronoun(reading, from);
  let to = groupAt(reading, from, high);
  if (to === from) return undefined;
  const ceiling = Math.min(high, from + LONGEST);
  for (;;) {
    // a stray stop may break the phrase: "a senior official. of the administration"
    if (wordOf(reading, to) === '.' && LINKS.has(wordOf(reading, to + 1)) && reading.capital[to + 1] === 0) to++;
    const joins = LINKS.has(wordOf(reading, to)) || (wordOf(reading, to) === 'and' && nameAt(reading, to + 1));
    if (to + 1 >= ceiling || !joins || isTime(reading, to + 1)) break;
    const next = groupAt(reading, to + 1, high);
    if (next === to + 1) break;
    to = next;
  }
  return described(reading, from, to);
}

/** What a noun phrase of tokens `from` to `to` is: a name, or a description with its head. */
function described(reading: Reading, from: number, to: number): Phrase {
  let end = from;
  while (end < to && !(end > from && LINKS.has(wordOf(reading, end)) && !insideMention(reading, end))) end++;
  let head = end - 1;
  while (head > from && !isHeadWord(reading, head)) head--;
  const first = isPossessive(reading, head + 1) ? -1 : (reading.mentionOf[head] ?? -1);
  const last = reading.mentionOf[to - 1] ?? -1;
  // "Secretary of State John Kerry": the name at the end, unless a preposition hangs it on
  let lastFrom = mentionFrom(reading, to - 1);
  // "advisers to Mr. Obama", "an aide to President Bush": the title goes with the name
  while (lastFrom - 1 > from && COURTESY.test(wordOf(reading, lastFrom - 1))) lastFrom--;
  const person = reading.mentions[last]?.type === 'person';
  const hung =
    LINKS.has(wordOf(reading, lastFrom - 1)) || (end < lastFrom && (!person || posOf(reading, lastFrom - 1) === 'DET'));
  if (first >= 0 && joinsNames(reading, from, to)) return { from, to, kind: 'description', head, mention: -1 };
  if (last >= 0 && last !== first && !(hung && lastFrom > from) && reading.mentions[first]?.type !== 'person')
    return { from, to, kind: 'name', head: to - 1, mention: last };
  if (first >= 0) return { from, to, kind: 'name', head, mention: first };
  return { from, to, kind: 'description', head, mention: -1 };
}

/** "The White House and the Kremlin": two names are no one speaker. */
function joinsNames(reading: Reading, from: number, to: number): boolean {
  for (let i = from + 1; i + 1 < to; i++) {
    if (wordOf(reading, i) !== 'and' || insideMention(reading, i)) continue;
    const one = reading.mentions[reading.mentionOf[i - 1] ?? -1];
    const at = /^(?:the|a|an|his|her|its|their)$/.test(wordOf(reading, i + 1)) ? i + 2 : i + 1;
    const other = reading.mentions[reading.mentionOf[at] ?? -1];
    if (one && (at > i + 1 || (other && other.local !== one.local))) return true;
  }
  return false;
}

/** Of a phrase that ends in a name, the name. */
export function lastName(reading: Reading, phrase: Phrase): Phrase {
  const from = mentionFrom(reading, phrase.to - 1);
  return { ...phrase, from, kind: 'name', head: phrase.to - 1, mention: reading.mentionOf[phrase.to - 1] ?? -1 };
}

/** The first token of the mention that covers `i`; `i` itself when none does. */
export function mentionFrom(reading: Reading, i: number): number {
  const mention = reading.mentionOf[i] ?? -1;
  let from = i;
  while (mention >= 0 && reading.mentionOf[from - 1] === mention) from--;
  return from;
}

/** Whether a token is a day, a month, or part of a time. */
export function isTime(reading: Reading, i: number): boolean {
  return TIMES.has(wordOf(reading, i));
}

/** Whether a token is a pronoun that can speak; "one" in "one official" is none. */
export function isPronoun(reading: Reading, i: number): boolean {
  const word = wordOf(reading, i);
  if (!SPEAKING_PRONOUNS.has(word) || posOf(reading, i) === 'SCONJ') return false;
  if (!QUANTIFIERS.has(word)) return posOf(reading, i) !== 'ADJ';
  const next = posOf(reading, i + 1);
  return next !== 'NOUN' && next !== 'ADJ' && next !== 'PROPN' && wordOf(reading, i + 1) !== 'of';
}

function pronoun(reading: Reading, i: number): Phrase {
  return { from: i, to: i + 1, kind: 'pronoun', head: i, mention: reading.mentionOf[i] ?? -1 };
}

/** Where the run of nouns and what qualifies them starts that ends before `end`; `end` when there is none. */
function groupBefore(reading: Reading, end: number, low: number): number {
  let from = end;
  while (from > low && from > end - LONGEST) {
    const i = from - 1;
    if (reading.markOf[i] !== -1 || !belongs(reading, i, from === end)) break;
    from = i;
    if (isDeterminer(reading, i) && !isPossessive(reading, i - 1)) break;
  }
  // a run may not start with what only joins
  while (from < end && !startsGroup(reading, from)) from++;
  return hasNoun(reading, from, end) ? from : end;
}

function groupAt(reading: Reading, from: number, high: number): number {
  let to = from;
  while (to < high && to < from + LONGEST) {
    if (reading.markOf[to] !== -1) break;
    if (isDeterminer(reading, to) && to > from && !['the', 'a', 'an'].includes(wordOf(reading, from))) break;
    if (isDeterminer(reading, to) && to > from + 1) break;
    if (isTime(reading, to) && (reading.mentionOf[to] ?? -1) < 0 && to > from) break;
    if (!belongs(reading, to, false)) break;
    to++;
  }
  while (to > from && !isHeadWord(reading, to - 1)) to--;
  return hasNoun(reading, from, to) ? to : from;
}

function belongs(reading: Reading, i: number, last: boolean): boolean {
  if ((reading.mentionOf[i] ?? -1) >= 0) return true;
  const word = wordOf(reading, i);
  if (isTime(reading, i) && (last || reading.capital[i] === 1)) return false;
  switch (posOf(reading, i)) {
    case 'NOUN':
    case 'PROPN':
      return true;
    case 'NUM':
      return true;
    case 'ADJ':
    case 'DET':
      return !last || isHeadWord(reading, i);
    case 'PRON':
      return ['his', 'her', 'its', 'their', 'our', 'my', 'your', "'s", 'another'].includes(word) && !last;
    case 'PART':
      return isPossessive(reading, i);
    case 'PUNCT':
      if (word === '.') return TITLE_STOPS.has(wordOf(reading, i - 1));
      return !last && (word === '-' || word === '/' || word === '–') && touches(reading, i) && touches(reading, i + 1);
    case 'ADV':
    case 'VERB':
      if (isHeadWord(reading, i)) return true;
      // "the leading candidate", "a Republican-led panel"
      return !last && (touches(reading, i) || (i > 0 && /(?:ing|ed)$/.test(word) && isDeterminer(reading, i - 1)));
    default:
      return word === '&' || (word === '/' && touches(reading, i));
  }
}

function startsGroup(reading: Reading, i: number): boolean {
  const word = wordOf(reading, i);
  return /[\p{L}\p{N}]/u.test(word) && !(isPossessive(reading, i) && word.startsWith("'"));
}

function isHeadWord(reading: Reading, i: number): boolean {
  const pos = posOf(reading, i);
  if (pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM' || (reading.mentionOf[i] ?? -1) >= 0) return true;
  if (pos === 'ADJ' && isNominal(reading, i)) return true;
  if (reading.capital[i] === 0 || (pos !== 'ADJ' && pos !== 'VERB')) return false;
  return !verbForm(wordOf(reading, i)) && isNameLike(reading, i);
}

/** An adjective that stands for a noun: "the military said", "the attorney general". */
function isNominal(reading: Reading, i: number): boolean {
  const before = posOf(reading, i - 1);
  const after = posOf(reading, i + 1);
  if (after === 'NOUN' || after === 'PROPN' || after === 'ADJ' || after === 'PUNCT') return false;
  return before === 'DET' || before === 'NOUN' || before === 'PROPN' || isPossessive(reading, i - 1);
}

/** The tagger takes some names for verbs: "Mr. Welch said", "said Concord resident", "Cross called". */
function isNameLike(reading: Reading, i: number): boolean {
  if (posOf(reading, i) === 'ADJ' || (i > 0 && !/^[.!?:”"]$/.test(wordOf(reading, i - 1)))) return true;
  const next = posOf(reading, i + 1);
  return next === 'VERB' || next === 'AUX' || reading.capital[i + 1] === 1;
}

function hasNoun(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isHeadWord(reading, i)) return true;
  return false;
}

/** Whether a word may hang on the noun before it: "a poll released Tuesday". */
export function isPostmodifier(reading: Reading, i: number): boolean {
  return POSTMODIFIERS.has(wordOf(reading, i)) && (reading.mentionOf[i - 1] ?? -1) < 0;
}

function isDeterminer(reading: Reading, i: number): boolean {
  return posOf(reading, i) === 'DET' || /^(?:his|her|its|their|our|my|your|another)$/.test(wordOf(reading, i));
}

function isPossessive(reading: Reading, i: number): boolean {
  const word = wordOf(reading, i);
  return word === "'s" || (word === "'" && touches(reading, i));
}

function insideMention(reading: Reading, i: number): boolean {
  const mention = reading.mentionOf[i] ?? -1;
  return mention >= 0 && reading.mentionOf[i - 1] === mention;
}

function nameAt(reading: Reading, i: number): boolean {
  return (reading.mentionOf[i] ?? -1) >= 0;
}

function bothNames(reading: Reading, from: number): boolean {
  return nameAt(reading, from) && nameAt(reading, from - 2);
}
