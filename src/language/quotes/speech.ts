import { NAMING, WORKS } from './lexicon.ts';
import { posOf, type Reading, stopOf, wordOf } from './reading.ts';

/** Fewer words than this in marks, without a cue, are not taken for what somebody said. */
const FEWEST_WORDS = 3;
const LONGEST_TITLE = 12;
/** Words in marks after these are shouted, however they are written. */
const CHANTS: ReadonlySet<string> = new Set(
  'chant chants cry cries shout shouts call calls scream screams words'.split(' '),
);

/**
 * Tells words that somebody said from words that are marked for another reason: titles of works, nicknames, words
 * as words, and words the writer holds at a distance ("so-called"). A stretch with a cue of its own is not asked.
 */
export function isSpeech(reading: Reading, m: number): boolean {
  const mark = reading.marked[m];
  if (!mark || mark.style === 'single') return false;
  const { words, capitals, small } = countWords(reading, m);
  if (words < FEWEST_WORDS || isNamed(reading, m)) return false;
  const asTitle = words <= LONGEST_TITLE && capitals + small >= words;
  return !asTitle || /[.!?]/.test(stopOf(reading, m));
}

/** "known as the “capital of the revolution”": what something is called is no speech, if nobody is said to call it so. */
function isNamed(reading: Reading, m: number): boolean {
  let i = (reading.markFrom[m] ?? 0) - 1;
  while (/^(?:the|a|an|as)$/.test(wordOf(reading, i))) i--;
  return NAMING.has(wordOf(reading, i));
}

/**
 * Whether the words in marks are the title of a work or the name of a thing: written as titles are, after a word that
 * says what it is or hangs it on ("NBC's “Meet the Press”", "his book, “An American Son”").
 */
export function isTitle(reading: Reading, m: number): boolean {
  const from = reading.markFrom[m] ?? 0;
  const { words, capitals, small } = countWords(reading, m);
  if (words < 2 || words > LONGEST_TITLE || capitals + small < words || capitals < 2) return false;
  const before = wordOf(reading, from - 1);
  if (before === ',') return WORKS.has(wordOf(reading, from - 2));
  if (NAMING.has(before) || before === "'s") return true;
  const pos = posOf(reading, from - 1);
  if (pos === 'ADP' && CHANTS.has(wordOf(reading, from - 2))) return false;
  return /^(?:ADP|DET|NOUN|PROPN|ADJ)$/.test(pos) && from > 0;
}

/** Whether marks stand within a person's name: `Ada "The Hammer" Orsolo`. */
export function isInName({ mentions, mentionOf, marked, markFrom }: Reading, m: number): boolean {
  const outer = marked[m]?.outer;
  const mention = mentions[mentionOf[markFrom[m] ?? 0] ?? -1];
  return mention !== undefined && outer !== undefined && mention.start < outer.start && outer.end < mention.end;
}

function countWords(
  reading: Reading,
  m: number,
): { readonly words: number; readonly capitals: number; readonly small: number } {
  let words = 0;
  let capitals = 0;
  let small = 0;
  for (let i = reading.markFrom[m] ?? 0; i < (reading.markTo[m] ?? 0); i++) {
    if (!/[\p{L}\p{N}]/u.test(wordOf(reading, i))) continue;
    words++;
    if (reading.capital[i] === 1) capitals++;
    else if (/^(?:ADP|DET|CCONJ|PART|NUM)$/.test(posOf(reading, i))) small++;
  }
  return { words, capitals, small };
}
