import { NAMING, WORKS } from './lexicon.ts';
import type { Marked } from './marks.ts';
import { posOf, type Reading, wordOf } from './reading.ts';

/** Fewer words than this in marks, without a cue, are not taken for what somebody said. */
const FEWEST_WORDS = 3;

/**
 * Tells words that somebody said from words that are marked for another reason: titles of works, nicknames, words
 * as words, and words the writer holds at a distance ("so-called"). A stretch with a cue of its own is not asked.
 */
export function isSpeech(reading: Reading, m: number): boolean {
  const mark = reading.marked[m];
  if (!mark || mark.style === 'single') return false;
  const { words, capitals } = countWords(reading, m);
  if (words < FEWEST_WORDS) return false;
  return !isNamed(reading, m) && !isTitle(reading, m, words, capitals);
}

/** "known as the “capital of the revolution”": what something is called is no speech, if nobody is said to call it so. */
function isNamed(reading: Reading, m: number): boolean {
  let i = (reading.markFrom[m] ?? 0) - 1;
  while (/^(?:the|a|an|as)$/.test(wordOf(reading, i))) i--;
  return NAMING.has(wordOf(reading, i));
}

/** Whether the words in marks are the title of a work or the name of a thing. */
export function isTitle(reading: Reading, m: number, words: number, capitals: number): boolean {
  const from = reading.markFrom[m] ?? 0;
  const to = reading.markTo[m] ?? 0;
  const capitalised = capitals >= words && words <= 10;
  const before = wordOf(reading, from - 1) === ',' ? from - 2 : from - 1;
  const named = NAMING.has(wordOf(reading, from - 1));
  const work = WORKS.has(wordOf(reading, before)) || WORKS.has(wordOf(reading, to));
  if (capitalised && !endsLikeSpeech(reading, reading.marked[m])) return true;
  return capitalised && (named || work);
}

/** How many words a marked stretch has, and how many of them are written as a title writes them. */
export function countWords(reading: Reading, m: number): { readonly words: number; readonly capitals: number } {
  let words = 0;
  let capitals = 0;
  for (let i = reading.markFrom[m] ?? 0; i < (reading.markTo[m] ?? 0); i++) {
    if (!/[\p{L}\p{N}]/u.test(wordOf(reading, i))) continue;
    words++;
    const pos = posOf(reading, i);
    const small = pos === 'ADP' || pos === 'DET' || pos === 'CCONJ' || pos === 'PART' || pos === 'NUM';
    if (reading.capital[i] === 1 || small) capitals++;
  }
  return { words, capitals };
}

function endsLikeSpeech(reading: Reading, mark: Marked | undefined): boolean {
  const end = mark ? reading.article.text[mark.end - 1] : undefined;
  return end === ',' ? false : end === '.' || end === '!' || end === '?';
}
