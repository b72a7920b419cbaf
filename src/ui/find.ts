import type { Span } from '../model.ts';
import { foldCharacter } from '../search/fold.ts';

/** A text as a reader searches it: without case, accents, or how its quotation marks, dashes and blanks are written. */
interface FoldedText {
  readonly folded: string;
  /** Per code unit of `folded`, and one more for its end: where in the text it comes from. */
  readonly places: readonly number[];
}

/** Signs that readers type as plainer ones; what nobody sees is left out. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...[...'“”„‟«»″'].map((sign) => [sign, '"'] as const),
  ...[...'‘’‚‛ʼ′`´'].map((sign) => [sign, "'"] as const),
  ...[...'‐‑‒–—―−'].map((sign) => [sign, '-'] as const),
  ...['\u00ad', '\u200b', '\u200c', '\u200d', '\ufeff'].map((sign) => [sign, ''] as const),
]);

/**
 * The places in a text where something stands as it was typed, in order, none over another.
 *
 * @returns offsets in UTF-16 code units
 */
export function placesOf(text: string, sought: string): readonly Span[] {
  const { folded: wanted } = folding(sought.trim());
  if (wanted === '') return [];
  const { folded, places } = foldingOf(text);
  const found: Span[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const start = places[at] as number;
    let last = at + wanted.length;
    // A character that folds to several is found whole: ß by the first s.
    while (last < places.length - 1 && places[last] === places[last - 1]) last++;
    found.push({ start, end: places[last] as number });
  }
  return found;
}

/** The text that was searched last: every key that is typed searches it again. */
let latest: { readonly text: string; readonly folding: FoldedText } | undefined;

function foldingOf(text: string): FoldedText {
  if (latest?.text !== text) latest = { text, folding: folding(text) };
  return latest.folding;
}

function folding(text: string): FoldedText {
  const pieces: string[] = [];
  const places: number[] = [];
  let at = 0;
  let blank = false;
  for (const char of text) {
    const isBlank = char === ' ' || (!isPlain(char) && /^\s$/.test(char));
    const folded = isBlank ? (blank ? '' : ' ') : foldedSign(char);
    blank = isBlank;
    for (let i = 0; i < folded.length; i++) places.push(at);
    pieces.push(folded);
    at += char.length;
  }
  places.push(text.length);
  return { folded: pieces.join(''), places };
}

/** Visible and ASCII: most of what is read. */
function isPlain(char: string): boolean {
  return char > ' ' && char <= '~';
}

function foldedSign(char: string): string {
  if (isPlain(char)) return char === '`' ? "'" : char.toLowerCase();
  return foldCharacter(char) ?? SIGNS.get(char) ?? char;
}
