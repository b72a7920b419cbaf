import { isPronoun, isTime } from './phrases.ts';
import { inMark, posOf, type Reading, stopOf, touches, wordOf } from './reading.ts';

/** Tokens `from` up to `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * What a content is in its sentence: a clause of its own; the object of a verb, which what tells of time and place
 * does not belong to; or a clause within one that the main clause follows ("After he said …, they left").
 */
export type Extent = 'clause' | 'object' | 'subordinate';

/** The second dash of a pair is no further, in tokens. */
const PAIR = 40;

/** From token `start` to the end of what is still part of the content, at most to `high`. */
export function clauseFrom(
  reading: Reading,
  start: number,
  high: number,
  extent: Extent = 'clause',
): Stretch | undefined {
  let from = start;
  while (from < high && /^(?:that|,|:)$/.test(wordOf(reading, from)) && !inMark(reading, from)) from++;
  let to = from;
  while (to < high && !(to > from && endsContent(reading, to, high, extent))) {
    // a pair of dashes is a parenthesis: past both
    const second = to > from ? secondDash(reading, to, high) : undefined;
    to = (second ?? to) + 1;
  }
  while (
    to > from &&
    /^(?:[,.;:?!—–-]|when|while|because|although|though|and|but|or)$/.test(wordOf(reading, to - 1)) &&
    !inMark(reading, to - 1)
  )
    to--;
  return to > from ? { from, to: Math.min(to, high) } : undefined;
}

/** A dash between words, not a hyphen within one. */
export function isDash(reading: Reading, i: number): boolean {
  const word = wordOf(reading, i);
  if (inMark(reading, i)) return false;
  return (
    word === '—' ||
    word === '--' ||
    ((word === '–' || word === '-') && !touches(reading, i) && !touches(reading, i + 1))
  );
}

function endsContent(reading: Reading, i: number, high: number, extent: Extent): boolean {
  if (inMark(reading, i)) return false;
  const mark = reading.markOf[i - 1] ?? -1;
  const stop = stopOf(reading, mark);
  // a sentence that ends in its marks: what starts with a capital after it is the paper's own
  if (mark >= 0 && reading.markTo[mark] === i && /[.?!…]/.test(stop) && reading.capital[i] === 1) return true;
  // a comma inside the closing mark ends the content, unless a list goes on
  if (stop === ',' && !/^(?:and|or|nor|with|including)$/.test(wordOf(reading, i))) return true;
  if (extent === 'object' && mark >= 0 && leavesObject(reading, i)) return true;
  const word = wordOf(reading, i);
  if (word === ';') return true;
  if (isDash(reading, i)) return secondDash(reading, i, high) === undefined;
  if (word !== ',') return false;
  const next = i + 1 < high ? wordOf(reading, i + 1) : '';
  if (next === 'but') return !/^(?:VERB|AUX|SCONJ)$/.test(posOf(reading, i + 2));
  return /^(?:while|though|although|whereas|according)$/.test(next);
}

/** The dash that closes the parenthesis which the dash at `i` opens. */
function secondDash(reading: Reading, i: number, high: number): number | undefined {
  if (!isDash(reading, i)) return undefined;
  for (let j = i + 1; j < Math.min(high, i + PAIR); j++)
    if (isDash(reading, j))
      return /^(?:VERB|AUX|ADP|SCONJ|CCONJ|PART|ADV)$/.test(posOf(reading, j + 1)) ? j : undefined;
  return undefined;
}

/** What follows an object and is none of it: "on Friday", "after she left", "and he went on". */
function leavesObject(reading: Reading, i: number): boolean {
  const word = wordOf(reading, i);
  if (isTime(reading, i) || /^(?:after|when|while|before)$/.test(word)) return true;
  return (word === 'and' && isPronoun(reading, i + 1)) || (word === 'on' && isTime(reading, i + 1));
}
