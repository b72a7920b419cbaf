import { verbForm } from './forms.ts';
import { SUBORDINATORS } from './lexicon.ts';
import {
  isPostmodifier,
  isPronoun,
  isTime,
  lastName,
  mentionFrom,
  type Phrase,
  phraseAt,
  phraseBefore,
} from './phrases.ts';
import { before, inMark, posOf, type Reading, stopOf, type Unit, wordOf } from './reading.ts';
import { standingOfHead } from './standing.ts';
import { isBe } from './verbs.ts';

/** The subject of a verb, and the first token of it and what is set between. */
export interface Subject {
  readonly phrase: Phrase;
  /** It is the antecedent of "who", "which" or "that". */
  readonly relative: boolean;
  readonly low: number;
}

/** A subject is never further away, in tokens: keeps the search linear. */
const REACH = 80;
/** What a sentence in marks is said by starts right after it and is no longer. */
const BESIDE_QUOTE = 30;

/** The subject that ends at token `k`, before a verb: directly, before what is set between commas, or of "who". */
export function subjectBefore(reading: Reading, unit: Unit, k: number): Subject | undefined {
  let i = skipTimes(reading, unit, k);
  if (i < unit.from) return undefined;
  if (wordOf(reading, i) === ')') i = openingBracket(reading, unit, i) - 1;
  if (inMark(reading, i)) i = before(reading, i + 1);
  const word = wordOf(reading, i);
  if (/^(?:who|which|that)$/.test(word)) {
    const end = wordOf(reading, i - 1) === ',' ? i - 1 : i;
    const phrase = phraseBefore(reading, skipBracket(reading, unit, end), unit.from);
    // "a response from Skelton, who said": of what hangs on a person's name, the person
    const person = phrase && isPerson(reading, phrase.to - 1) && word === 'who' ? lastName(reading, phrase) : phrase;
    if (person && person.kind !== 'pronoun')
      return { phrase: predicated(reading, unit, person) ?? person, relative: true, low: i };
  }
  if (/^[,—–]$/.test(word)) {
    const beside = besideParenthesis(reading, unit, i);
    if (beside && beside.phrase.kind !== 'description' && isPerson(reading, beside.phrase.head)) return beside;
    // "the editor in chief, Ben Smith, tweeted", "in Berea, OH, John Kasich (R-OH), said"
    const named = phraseBefore(reading, skipBracket(reading, unit, i), unit.from);
    const example = /^(?:including|like|as|by)$/.test(wordOf(reading, (named?.from ?? 0) - 1));
    if (named?.kind === 'name' && isPerson(reading, named.head) && !(beside && example))
      return { phrase: named, relative: false, low: named.from };
    return beside;
  }
  const phrase = phraseBefore(reading, i + 1, unit.from);
  const whole = phrase?.kind === 'pronoun' ? phrase : (afterQuote(reading, unit, i, phrase) ?? phrase);
  if (!whole) return undefined;
  const subject = joinedTo(reading, unit, whole === phrase ? fuller(reading, unit, phrase) : whole);
  return { phrase: subject, relative: false, low: subject.from };
}

/** "The U.S. and its allies", "U.S. officials and military analysts": what is joined at a clause's start is whole. */
function joinedTo(reading: Reading, unit: Unit, phrase: Phrase): Phrase {
  const and = phrase.from - 1;
  if (phrase.kind === 'pronoun' || wordOf(reading, and) !== 'and' || inMark(reading, and)) return phrase;
  const earlier = phraseBefore(reading, and, unit.from);
  if (!earlier || earlier.kind === 'pronoun' || earlier.to !== and) return phrase;
  if (!startsClause(reading, unit, earlier.from)) return phrase;
  if (earlier.kind === 'description' && standingOfHead(reading, earlier.head) !== 'speaks') return phrase;
  // "Paul Manafort and his aide Rick Gates" are two; "Ned Price, spokesman and adviser" is one
  return { from: earlier.from, to: phrase.to, kind: 'description', head: phrase.head, mention: -1 };
}

/** "Trump is a liar and birther who has pledged": who is said to be the antecedent of "who". */
function predicated(reading: Reading, unit: Unit, { kind, from }: Phrase): Phrase | undefined {
  if (kind === 'name') return undefined;
  for (let i = from - 1; i > unit.from && from - i < BESIDE_QUOTE; i--) {
    if (inMark(reading, i)) return undefined;
    if (isBe(reading, i)) {
      let k = i - 1;
      while (k > unit.from && isBetween(reading, k)) k--;
      const found = phraseBefore(reading, k + 1, unit.from) ?? nearestSubject(reading, unit, i);
      return found?.kind === 'name' && isPerson(reading, found.head) ? found : undefined;
    }
    if (!/^(?:NOUN|ADJ|ADV|DET|PROPN)$/.test(posOf(reading, i)) && !/^(?:,|and|-)$/.test(wordOf(reading, i)))
      return undefined;
  }
  return undefined;
}

/** The phrase that the one right before a verb belongs to. */
function fuller(reading: Reading, unit: Unit, phrase: Phrase): Phrase {
  if (phrase.kind === 'pronoun') return phrase;
  const antecedent = beforeWho(reading, unit, phrase);
  if (antecedent) return antecedent;
  // "Castro, regional director of the disaster body told": no comma closes what explains the name
  const plural = /[^s]s$/.test(wordOf(reading, phrase.head));
  return plural ? phrase : nameItExplains(reading, unit, phrase);
}

/** "“…,” Brian Stevenson of the coalition Stop the War says": what starts right after the quote and has no comma. */
function afterQuote(reading: Reading, unit: Unit, k: number, found: Phrase | undefined): Phrase | undefined {
  for (let i = found?.from ?? k; i > unit.from && k - i < BESIDE_QUOTE; i--) {
    if (inMark(reading, i - 1)) {
      const starts = i === found?.from || !/[,?!]/.test(stopOf(reading, reading.markOf[i - 1] ?? -1));
      return starts ? undefined : phraseAt(reading, i, k + 1);
    }
    if (/^(?:,|;|:|and|but|that)$/.test(wordOf(reading, i - 1))) return undefined;
    if (i - 1 === unit.from) return i === found?.from ? undefined : nameAtStart(reading, unit, k);
  }
  return undefined;
}

/** "Alistair Darling of the Better Together group said": a name that starts the sentence, and no verb since. */
function nameAtStart(reading: Reading, unit: Unit, k: number): Phrase | undefined {
  const phrase = phraseAt(reading, unit.from, k + 1);
  if (phrase?.kind !== 'name' || !isPerson(reading, phrase.head)) return undefined;
  for (let i = phrase.to; i <= k; i++)
    if (/^(?:VERB|AUX|PRON|SCONJ)$/.test(posOf(reading, i)) && reading.capital[i] === 0) return undefined;
  return phrase;
}

/** "The official who shared details of the call said": the one before "who", not what the clause ends with. */
function beforeWho(reading: Reading, unit: Unit, phrase: Phrase): Phrase | undefined {
  // "who think Price said": the verb of a clause before the phrase makes it the subject of its own
  if (verbForm(wordOf(reading, phrase.from - 1))?.frame.includes('c')) return undefined;
  let verb = false;
  for (let i = phrase.from - 1; i > unit.from && phrase.from - i < REACH; i--) {
    const word = wordOf(reading, i);
    if (inMark(reading, i) || /^[,;:—]$/.test(word)) return undefined;
    if (posOf(reading, i) === 'VERB' || posOf(reading, i) === 'AUX') verb = true;
    if (word !== 'who' && word !== 'which') continue;
    const before = verb ? phraseBefore(reading, wordOf(reading, i - 1) === ',' ? i - 1 : i, unit.from) : undefined;
    return before && nameItExplains(reading, unit, before);
  }
  return undefined;
}

/** "Graham Smith, the director of Republic, a pressure group": the name that descriptions after it explain. */
function nameItExplains(reading: Reading, unit: Unit, phrase: Phrase): Phrase {
  let at = phrase;
  while (at.kind === 'description' && wordOf(reading, at.from - 1) === ',' && phrase.from - at.from < REACH) {
    const earlier = phraseBefore(reading, skipBracket(reading, unit, at.from - 1), unit.from);
    if (!earlier || !startsClause(reading, unit, earlier.from)) return phrase;
    at = earlier;
  }
  return at.kind === 'name' && isPerson(reading, at.head) ? at : phrase;
}

/** "Sachs, director of the institute, said": the comma at `i` closes what is set beside the subject. */
export function besideParenthesis(reading: Reading, unit: Unit, i: number): Subject | undefined {
  let best: Phrase | undefined;
  let rank = 0;
  for (let j = i - 1; j > unit.from && i - j < REACH; j = before(reading, j)) {
    if (inMark(reading, j) || wordOf(reading, j) !== wordOf(reading, i)) continue;
    const phrase = phraseBefore(reading, skipBracket(reading, unit, j), unit.from);
    // "voters who have heard the speeches, on television, said"
    const whole = phrase && (startsClause(reading, unit, phrase.from) ? phrase : beforeWho(reading, unit, phrase));
    if (!whole) continue;
    const found = withApposition(reading, whole, i + 1) ?? whole;
    // "Slinker, whose start-up, Paradata, uses data, said"; "Lapp, director of the House Majority PAC, a super PAC, said"
    const whose = /^(?:who|whose)$/.test(wordOf(reading, j + 1));
    const name = reading.mentions[found.mention]?.type;
    const type =
      found.kind === 'pronoun' ? 'person' : name === 'person' && !isPerson(reading, found.head) ? 'place' : name;
    // "Donna Rawlings, of Ashton, Md., who watched the ceremony, said": a place is no "who"
    const worth =
      whose && found.kind === 'name' && type !== 'place'
        ? 4
        : found.kind === 'description' && standingOfHead(reading, found.head) === 'mute'
          ? 0
          : type === 'person'
            ? 3
            : type && type !== 'place'
              ? 2
              : 1;
    if (worth > rank) {
      best = found;
      rank = worth;
    }
  }
  if (!best) return undefined;
  const phrase = nameItExplains(reading, unit, best);
  return { phrase, relative: false, low: phrase.from };
}

/**
 * The subject after its verb: "said Guido Schmidt-Traub, managing director of a group".
 *
 * @param to the token after the verb
 * @param k the token before it
 */
export function subjectAfter(reading: Reading, unit: Unit, to: number, k: number): Phrase | undefined {
  let i = to;
  while (i < unit.to && (posOf(reading, i) === 'ADV' || isTime(reading, i)) && !isPronoun(reading, i)) i++;
  const phrase = phraseAt(reading, i, unit.to);
  if (!phrase) return undefined;
  if (k < unit.from || !inMark(reading, k)) {
    // with no quote before, the words after the verb may be what was said: "said people were", "said Price “was”"
    const next = posOf(reading, phrase.to);
    const clause =
      phrase.to < unit.to && (next === 'VERB' || next === 'AUX') && !/ing$/.test(wordOf(reading, phrase.to));
    if (clause || inMark(reading, phrase.to)) return undefined;
  }
  return withApposition(reading, phrase, unit.to);
}

/** A description that a name explains: "a spokesman, Ned Price," is Ned Price. */
export function withApposition(reading: Reading, phrase: Phrase | undefined, high: number): Phrase | undefined {
  if (phrase?.kind !== 'description') return phrase;
  let comma = phrase.to;
  // a stray stop may break the phrase: "the spokesman. , Ned Price"
  if (wordOf(reading, comma) === '.') comma++;
  if (wordOf(reading, comma) !== ',' || comma + 1 >= high) return phrase;
  const beside = phraseAt(reading, comma + 1, high);
  if (beside?.kind !== 'name' || !isPerson(reading, beside.head) || beside.head !== beside.to - 1) return phrase;
  const ends = beside.to >= high || /^[,.;)]$/.test(wordOf(reading, beside.to));
  return ends ? { ...beside, from: phrase.from } : phrase;
}

/** The nearest verb before `k` that has a subject of its own. */
export function nearestSubject(reading: Reading, unit: Unit, k: number): Phrase | undefined {
  for (let i = k - 1; i > unit.from && k - i < REACH; i = before(reading, i)) {
    const pos = posOf(reading, i);
    if (inMark(reading, i) || (pos !== 'VERB' && pos !== 'AUX')) continue;
    if (/ing$/.test(wordOf(reading, i))) continue;
    let at = i - 1;
    while (at >= unit.from && isBetween(reading, at)) at--;
    if (wordOf(reading, at) === 'to' || posOf(reading, at) === 'CCONJ') continue;
    const found = subjectBefore(reading, unit, at);
    if (found && !found.relative) return found.phrase;
  }
  return undefined;
}

/** "Hoping to deter him, the White House moved": the subject after the comma of what opens the sentence. */
export function subjectAhead(reading: Reading, unit: Unit, k: number): Phrase | undefined {
  if (k > unit.from + 1) return undefined;
  for (let i = k; i < unit.to && i - k < REACH; i++)
    if (inMark(reading, i) ? endsClause(reading, i) : wordOf(reading, i) === ',')
      return phraseAt(reading, i + 1, unit.to);
  return undefined;
}

/** Whether marks close at a token, with a comma inside them. */
function endsClause(reading: Reading, i: number): boolean {
  const mark = reading.markOf[i] ?? -1;
  return i + 1 === reading.markTo[mark] && stopOf(reading, mark) === ',';
}

/** Whether a sentence starts with a clause whose main clause follows its first comma. */
export function opensSubordinate(reading: Reading, unit: Unit): boolean {
  return SUBORDINATORS.has(wordOf(reading, unit.from));
}

/** What may stand between a subject and its verb without ending the search for it. */
export function isBetween(reading: Reading, i: number): boolean {
  if (inMark(reading, i)) return false;
  const pos = posOf(reading, i);
  if (pos === 'AUX' || (pos === 'ADV' && !isPronoun(reading, i))) return true;
  return /^(?:n't|not|first|himself|herself|itself|themselves|'d|'ve)$/.test(wordOf(reading, i));
}

function startsClause(reading: Reading, unit: Unit, from: number): boolean {
  if (from <= unit.from || inMark(reading, from - 1) || isTime(reading, from - 1)) return true;
  const word = wordOf(reading, from - 1);
  const pos = posOf(reading, from - 1);
  if (pos === 'CCONJ' || pos === 'SCONJ' || pos === 'ADV' || /^[,;:—–(-]$/.test(word)) return true;
  return SUBORDINATORS.has(word) || /^(?:that|where|what|how)$/.test(word);
}

/** "Ashton, Md.": a state, whatever the recogniser took it for. */
const STATES =
  /^(?:ala|ariz|ark|calif|colo|conn|del|fla|ga|ill|ind|kan|ky|la|mass|md|mich|minn|miss|mo|mont|neb|nev|okla|ore|pa|tenn|tex|va|vt|wash|wis|wyo|d\.c|n\.[chjmyd]|s\.[cd]|r\.i|w\.va)\.?$/;

function isPerson(reading: Reading, i: number): boolean {
  if (STATES.test(wordOf(reading, i)) && wordOf(reading, mentionFrom(reading, i) - 1) === ',') return false;
  return reading.mentions[reading.mentionOf[i] ?? -1]?.type === 'person';
}

function skipTimes(reading: Reading, unit: Unit, k: number): number {
  let i = k;
  while (i > unit.from && isTime(reading, i) && (reading.mentionOf[i] ?? -1) < 0) i--;
  if (i < k && /^(?:the|a|this)$/.test(wordOf(reading, i))) i--;
  if (i < k && /^(?:on|in|at|late|early|of|during)$/.test(wordOf(reading, i))) i--;
  // "a poll released Tuesday showed"
  return isPostmodifier(reading, i) ? i - 1 : i;
}

function skipBracket(reading: Reading, unit: Unit, end: number): number {
  return wordOf(reading, end - 1) === ')' ? openingBracket(reading, unit, end - 1) : end;
}

function openingBracket(reading: Reading, unit: Unit, i: number): number {
  for (let j = i - 1; j >= unit.from && i - j < 20; j--) if (wordOf(reading, j) === '(') return j;
  return i;
}
