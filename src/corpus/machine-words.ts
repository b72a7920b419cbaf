import type { LeftOut, Span } from '../model.ts';
import { trimmed } from './layout.ts';

/** A word longer than this is an address, a key or packed data. */
const LONGEST_WORD = 400;
/** Scripts that set no spaces between words: there a long run is a paragraph. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}\\p{Script=Javanese}\\p{Script=Balinese}';
const WORD = new RegExp(`[^\\s${UNSPACED}]+`, 'gu');
/** The start of an address that is its own data (RFC 2397), and what it holds. */
const DATA = /\bdata:(?:[a-z]{1,20}\/[\w.+-]{1,80})?(?:;[\w.+-]{1,40}(?:=[\w.+-]{1,80})?){0,4},/gi;
const HELD = /[\w%+/=.~!$&*:@?;,-]*/y;
/** What stands before and behind it in a picture of Markdown or HTML. */
const PICTURE_BEFORE = /(?:!\[[^[\]\n]{0,200}\]\(|<img\b[^<>]{0,300}\bsrc\s{0,3}=)\s{0,3}["']?$/i;
const PICTURE_AFTER = /^(?:["']?[^<>\n]{0,300}>|\s{0,3}\))/;
const PICTURE_REACH = 320;

/**
 * What in a stretch of text is made for machines: `data:` addresses and words that no one reads. They are left out, so that
 * nothing later takes them for language.
 */
export function machineWords(text: string, { start, end }: Span): readonly LeftOut[] {
  const part = text.slice(start, end);
  const addresses = part.toLowerCase().includes('data:') ? dataAddresses(part) : [];
  const found = addresses.map((each) => leftOut(start, each, 'an address that is its own data'));
  if (part.length <= LONGEST_WORD) return found;
  let next = 0;
  for (const { 0: match, index } of part.matchAll(WORD)) {
    if (match.length <= LONGEST_WORD) continue;
    const word = { start: index, end: index + match.length };
    while (next < addresses.length && addresses[next]!.end <= word.start) next++;
    if (next < addresses.length && addresses[next]!.start < word.end) continue;
    found.push(leftOut(start, word, `a word of ${match.length} characters`));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Where such addresses stand, each with its picture, in order and apart from each other. */
function dataAddresses(part: string): readonly Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const { 0: head, index } of part.matchAll(DATA)) {
    if (index < from || (!head.includes(';base64,') && !/^data:[a-z]{1,20}\//i.test(head))) continue;
    HELD.lastIndex = index + head.length;
    HELD.exec(part);
    const behind = HELD.lastIndex;
    const before = PICTURE_BEFORE.exec(part.slice(Math.max(from, index - PICTURE_REACH), index))?.[0].length ?? 0;
    const after = PICTURE_AFTER.exec(part.slice(behind, behind + PICTURE_REACH))?.[0].length ?? 0;
    from = behind + after;
    found.push({ start: index - before, end: from });
  }
  return found;
}

function leftOut(from: number, { start, end }: Span, says: string): LeftOut {
  return { start: from + start, end: from + end, why: 'page furniture', says };
}

/** A block without ranges in it: what is before, between and behind them. */
export function around<Block extends Span>(text: string, block: Block, ranges: readonly Span[]): readonly Block[] {
  const pieces: Block[] = [];
  let from = block.start;
  for (const { start, end } of [...ranges, { start: block.end, end: block.end }]) {
    const piece = trimmed(text, { start: from, end: start });
    if (piece.end > piece.start) pieces.push({ ...block, ...piece });
    from = end;
  }
  return pieces;
}
