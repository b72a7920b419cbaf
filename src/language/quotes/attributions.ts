import type { Stretch } from './clause.ts';
import { reportedBy } from './content.ts';
import type { Cue } from './cue.ts';
import { findCues } from './cues.ts';
import { SUBORDINATORS } from './lexicon.ts';
import { inMark, posOf, type Reading, stopOf, type Unit, wordOf } from './reading.ts';

/** A cue with the words it reports, within one unit. */
export interface Attribution {
  readonly cue: Cue;
  readonly pieces: readonly Stretch[];
  /** The content is what follows the unit: it ends in a colon. */
  readonly next: boolean;
}

/** An attribution bears on no more than this many before or after it: keeps the work linear. */
const RECENT = 24;
/** What opens a sentence before its main clause is no longer, in tokens. */
const OPENING = 60;

/**
 * Finds the attributions of a unit. Reported speech inside reported speech is the outer speaker's: "Biden would make
 * clear that …, the official said" is one attribution, the official's.
 */
export function attributionsOf(reading: Reading, unit: Unit): readonly Attribution[] {
  const cues = findCues(reading, unit);
  const found: Attribution[] = [];
  let low = unit.from;
  cues.forEach((cue, k) => {
    const recent = found.slice(-RECENT);
    const within = recent.some(({ pieces }) => pieces.some(({ from, to }) => from <= cue.verb && cue.verb < to));
    const high = boundaryAfter(reading, unit, cues, k);
    if (within && !ends(reading, cue, high)) return;
    const reported = reportedBy(reading, cue, low, high);
    if (within && !reported.before) return;
    // what somebody said in so many words stays his, whoever passes it on
    if (cue.grammar === 'according' && recent.some((other) => isQuoteFirst(reading, other))) return;
    if (reported.before) dropCovered(found, reported.before);
    const pieces = [reported.before, reported.after].filter((piece) => piece !== undefined);
    if (pieces.length === 0 && !reported.next) return;
    if (!holdsMarks(reading, pieces) && !reported.next && (!isSaid(reading, cue) || isUnsaid(reading, cue))) return;
    found.push({ cue, pieces, next: reported.next });
    if (reported.before) low = cue.high;
  });
  return found;
}

/** Without words in marks to go by, an attribution needs somebody who says it, and "to say it" is not yet said. */
function isSaid(reading: Reading, cue: Cue): boolean {
  return cue.subject !== undefined && (wordOf(reading, cue.verb - 1) !== 'to' || wordOf(reading, cue.to) === 'that');
}

/** "did not answer the questions" says nothing, and "…,” he wrote, referring to an aide" is the paper's gloss. */
function isUnsaid(reading: Reading, { verb, lemma, form, grammar }: Cue): boolean {
  if (lemma === 'refer') return form === 'ing' && grammar === 'shared';
  if (!UNSAID.has(lemma)) return false;
  return /^(?:not|n't|never)$/.test(wordOf(reading, verb - 1)) || /n't$/.test(wordOf(reading, verb - 1));
}

/** Of these, with "not", nothing is reported. */
const UNSAID: ReadonlySet<string> = new Set(
  'say answer respond disclose reveal comment tell announce indicate'.split(' '),
);

function holdsMarks(reading: Reading, pieces: readonly Stretch[]): boolean {
  return pieces.some(({ from, to }) => {
    for (let i = from; i < to; i++) if (inMark(reading, i)) return true;
    return false;
  });
}

/** An attribution set at the end, or between commas, reports all that stands before it. */
function ends(reading: Reading, cue: Cue, high: number): boolean {
  return cue.high >= high || /^[,.]$/.test(wordOf(reading, cue.high)) || (reading.markOf[cue.high] ?? -1) >= 0;
}

function isQuoteFirst(reading: Reading, { cue, pieces }: Attribution): boolean {
  return pieces.some(({ to }) => to <= cue.low && inMark(reading, to - 1));
}

function dropCovered(found: Attribution[], { from, to }: Stretch): void {
  for (let i = found.length - 1; i >= Math.max(0, found.length - RECENT); i--) {
    const other = found[i];
    if (other?.pieces.every((piece) => piece.from >= from && piece.to <= to) && !other.next) found.splice(i, 1);
  }
}

/** Where the content after cue `k` must end: before the next cue that stands beside it, not inside what it reports. */
function boundaryAfter(reading: Reading, unit: Unit, cues: readonly Cue[], k: number): number {
  const own = cues[k];
  if (!own) return unit.to;
  for (const cue of cues.slice(k + 1, k + 1 + RECENT)) {
    const encloses = cue.low < own.low && !isParenthetical(reading, own);
    const objects = own.frame.startsWith('n') && /^cq?v/.test(cue.frame) && standsAlone(reading, cue);
    if (!encloses && !objects && !opensMain(reading, unit, own, cue) && !isSibling(reading, cue, unit.to)) continue;
    let at = encloses ? cue.verb : cue.low;
    while (
      at > unit.from &&
      /^(?:,|;|and|but|while|as|or|then|—|–)$/.test(wordOf(reading, at - 1)) &&
      !inMark(reading, at - 1)
    )
      at--;
    return at;
  }
  return unit.to;
}

/** Whether a cue within the object of another reports for itself: not "to insist", "that he says", "what they call". */
function standsAlone(reading: Reading, { subject, low }: Cue): boolean {
  return subject !== undefined && !/^(?:to|that|which|what|as)$/.test(wordOf(reading, low - 1));
}

/** "Biden, they added, would insist": what goes on after the second comma is what they added. */
function isParenthetical(reading: Reading, { grammar, frame, low, high }: Cue): boolean {
  const said = grammar === 'subject' || grammar === 'inverted';
  return said && frame.includes('v') && wordOf(reading, low - 1) === ',' && wordOf(reading, high) === ',';
}

/** "In a statement announcing the call, Horne noted": what opens the sentence ends where its subject comes. */
function opensMain(reading: Reading, unit: Unit, cue: Cue, next: Cue): boolean {
  if (cue.verb - unit.from > OPENING || next.grammar !== 'subject' || !/[vn]/.test(next.frame)) return false;
  if (wordOf(reading, next.low - 1) !== ',' || inMark(reading, next.low - 1)) return false;
  let comma = false;
  let finite = false;
  for (let i = unit.from; i < cue.verb; i++) {
    if (inMark(reading, i)) continue;
    if (wordOf(reading, i) === ',') comma = true;
    const pos = posOf(reading, i);
    if (pos === 'AUX' || (pos === 'VERB' && !/(?:ing|ed)$/.test(wordOf(reading, i)))) finite = true;
  }
  if (!finite && cue.form === 'ing') return true;
  const opener = posOf(reading, unit.from);
  const opens = opener === 'ADP' || opener === 'SCONJ' || opener === 'VERB';
  return !comma && (opens || SUBORDINATORS.has(wordOf(reading, unit.from)));
}

function isSibling(reading: Reading, cue: Cue, high: number): boolean {
  const word = wordOf(reading, cue.low - 1);
  const earlier = wordOf(reading, cue.low - 2);
  switch (cue.grammar) {
    case 'according':
    case 'inverted':
      return true;
    case 'shared':
      return (
        word === ',' || (/^(?:and|but|or)$/.test(word) && cue.form !== 'base') || word === 'while' || word === 'before'
      );
    case 'subject':
      if (word === ';' || (/^(?:and|but|while|as|though)$/.test(word) && /^[,;—–]$/.test(earlier))) return true;
      return (word === ',' || stopBefore(reading, cue) === ',') && cue.frame.includes('v') && ends(reading, cue, high);
    default:
      return false;
  }
}

/** The stop inside the marks that close just before a cue. */
function stopBefore(reading: Reading, cue: Cue): string {
  return stopOf(reading, reading.markOf[cue.low - 1] ?? -1);
}
