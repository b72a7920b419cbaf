import type { Span } from '../model.ts';

const BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/g;
/** Nobody wraps text at a wider column than this. */
const WIDEST_COLUMN = 120;
/** What a line ends with that ends a sentence too. */
const SENTENCE_END = /[.!?…。？！][)\]”’"'»]*$/u;

/** The lines of a stretch of text that hold more than white space, without the white space around them. */
function linesOf(text: string, within: Span): readonly (Span & { readonly blankBefore: boolean })[] {
  const lines: (Span & { blankBefore: boolean })[] = [];
  let blankBefore = true;
  let from = within.start;
  BREAK.lastIndex = from;
  while (from <= within.end) {
    const found = BREAK.exec(text);
    const to = found && found.index < within.end ? found.index : within.end;
    const line = trimmed(text, { start: from, end: to });
    if (line.end > line.start) {
      lines.push({ ...line, blankBefore });
      blankBefore = false;
    } else blankBefore = true;
    if (to === within.end) break;
    from = BREAK.lastIndex;
  }
  return lines;
}

/** A span without the white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x3000;
}

/**
 * The blocks of a stretch of text that are paragraphs to a reader. Files put one paragraph on a line, with or
 * without empty lines between, or wrap paragraphs hard at some column; the wrapped kind is told by lines that
 * mostly do not end where a sentence does and are no longer than a column of text.
 */
export function blocksOf(text: string, within: Span): readonly Span[] {
  const lines = linesOf(text, within);
  let joined = 0;
  let ended = 0;
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (line.blankBefore || !before) return;
    joined++;
    if (SENTENCE_END.test(text.slice(before.start, before.end).slice(-8))) ended++;
  });
  const longest = lines.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const wrapped = joined > 0 && ended * 2 < joined && longest <= WIDEST_COLUMN;
  const blocks: Span[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (wrapped && last && !line.blankBefore) blocks[blocks.length - 1] = { start: last.start, end: line.end };
    else blocks.push({ start: line.start, end: line.end });
  }
  return blocks;
}

/** Whether a block reads as running text: it ends where a sentence does. */
export function endsSentence(block: string): boolean {
  return SENTENCE_END.test(block.slice(-8));
}

/** The number of words, by white space. */
export function wordCount(block: string): number {
  let words = 0;
  let inside = false;
  for (let i = 0; i < block.length; i++) {
    const blank = isBlank(block.charCodeAt(i));
    if (!blank && !inside) words++;
    inside = !blank;
  }
  return words;
}
