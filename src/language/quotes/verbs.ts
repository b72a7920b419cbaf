import type { VerbForm } from './forms.ts';
import { phraseBefore } from './phrases.ts';
import { inMark, posOf, type Reading, stopOf, type Unit, wordOf } from './reading.ts';

const BE: ReadonlySet<string> = new Set("be is are was were been being am 's 're 'm".split(' '));
/** Before one of these, what the tagger takes for a verb is a noun: "her support", "the claims". */
const NOMINAL = /^(?:his|her|its|their|our|my|your|the|a|an|this|that|'s)$/;

/** Whether a token is a form of "be". */
export function isBe(reading: Reading, i: number): boolean {
  return BE.has(wordOf(reading, i));
}

/** Whether a word that may be a verb of reporting is used as one, where the tagger is known to be wrong too. */
export function actsAsVerb(reading: Reading, i: number, { form, lemma }: VerbForm): boolean {
  const pos = posOf(reading, i);
  const before = wordOf(reading, i - 1);
  const after = wordOf(reading, i + 1);
  if ((form === 'base' || form === 's') && (NOMINAL.test(before) || /'s?$/.test(before))) return false;
  // "has reason to": no base form follows "has"
  if (form === 'base' && /^(?:has|have|had|having)$/.test(before) && lemma !== 'read' && lemma !== 'put') return false;
  if (isIdiom(reading, i, lemma)) return false;
  if (pos === 'VERB' || pos === 'AUX') return true;
  const named = (reading.mentionOf[i - 1] ?? -1) >= 0;
  switch (form) {
    case 'ing':
      // "is promising to"
      return BE.has(before) && /^(?:to|that)$/.test(after);
    case 's': {
      // "Mr. Blair praises", "The Times reports:", "the report states,"
      const next = posOf(reading, i + 1);
      const person = reading.mentions[reading.mentionOf[i - 1] ?? -1]?.type === 'person';
      return (
        (after === ':' && (named || inMark(reading, i + 2))) ||
        (person && next !== 'VERB' && next !== 'AUX') ||
        besideQuote(reading, i)
      );
    }
    case 'past':
      // "“…,” Mr. Burton fumed", "alleged that"
      return named || inMark(reading, i - 1) || after === 'that' || lemma === 'say';
    default:
      return false;
  }
}

/** Objects with which a verb of saying says nothing: "claimed 13,200 lives", "demanded attention". */
const IDIOMS: ReadonlyMap<string, RegExp> = new Map([
  [
    'claim',
    /^(?:lives|life|victims?|seats?|titles?|crowns?|prizes?|territory|medals?|lead|top|first|second|third|nomination)$/,
  ],
  ['demand', /^(?:attention|respect|patience|adjustments?|changes?)$/],
  [
    'maintain',
    /^(?:presence|battle|control|contact|contacts|ties|order|lead|silence|balance|relations|relationship|website|list|position|stability|peace)$/,
  ],
  ['observe', /^(?:silence|holiday|anniversary|ceasefire|moment|rules?)$/],
  ['pose', /./],
]);
/** The object of a verb is no further from it, in tokens. */
const OBJECT_REACH = 6;

function isIdiom(reading: Reading, i: number, lemma: string): boolean {
  const idiom = IDIOMS.get(lemma);
  if (!idiom) return false;
  for (let j = i + 1; j <= i + OBJECT_REACH; j++) {
    const pos = posOf(reading, j);
    if (inMark(reading, j) || pos === 'VERB' || pos === 'AUX' || pos === 'PUNCT' || pos === 'SCONJ') return false;
    if (idiom.test(wordOf(reading, j))) return true;
  }
  return false;
}

/** Any verb reports what stands in marks beside it: "“No,” he barked", "he fumed: “No.”", "“No,” barked the man". */
export function besideMark(reading: Reading, unit: Unit, i: number): VerbForm | undefined {
  const word = wordOf(reading, i);
  if (posOf(reading, i) !== 'VERB' || reading.capital[i] === 1 || BE.has(word) || /ing$/.test(word)) return undefined;
  if (i <= unit.from) return undefined;
  const lead = wordOf(reading, i + 1);
  const leads = (lead === ',' || lead === ':') && inMark(reading, i + 2);
  const follows = inMark(reading, i - 1) && endsOpen(reading, reading.markOf[i - 1] ?? -1) && i + 1 < unit.to;
  if (!leads && !follows) {
    const phrase = phraseBefore(reading, i, unit.from);
    if (!phrase || !endsOpen(reading, reading.markOf[phrase.from - 1] ?? -1)) return undefined;
  }
  return { lemma: word, form: 'past', frame: 'qv' };
}

/** Whether words in marks end so that their sentence goes on. */
function endsOpen(reading: Reading, m: number): boolean {
  return /[,?!—]/.test(stopOf(reading, m));
}

function besideQuote(reading: Reading, i: number): boolean {
  if (!/^[.,]$/.test(wordOf(reading, i + 1))) return false;
  for (let j = i - 1; j >= 0 && i - j < 8; j--)
    if (inMark(reading, j)) return endsOpen(reading, reading.markOf[j] ?? -1);
  return false;
}
