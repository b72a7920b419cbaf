import type { LeftOut, Span } from '../model.ts';
import { trimmed } from './layout.ts';

/** A word longer than this is an address, a key or packed data. */
const LONGEST_WORD = 400;
/** Scripts that set no spaces between words: there a long run is a paragraph. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}\\p{Script=Javanese}\\p{Script=Balinese}';
const LONG_WORD = new RegExp(`[^\\s${UNSPACED}]{${LONGEST_WORD + 1},}`, 'gu');
/** An address that is its own data (RFC 2397), with the picture of Markdown or HTML that it stands in. */
const DATA =
  /(?:!\[[^[\]\n]{0,200}\]\(\s{0,3}|<img\b[^<>]{0,300}?\bsrc\s{0,3}=\s{0,3}["']?)?\bdata:(?:[a-z]{1,20}\/[\w.+-]{1,80})?(?:;[\w.+-]{1,40}(?:=[\w.+-]{1,80})?){0,4},[\w%+/=.~!$&*:@?;,-]*(?:["']?[^<>\n]{0,300}>|\s{0,3}\))?/gi;

/**
 * What in a stretch of text is made for machines: `data:` addresses and words that no one reads. They are left out, so that
 * nothing later takes them for language.
 */
export function machineWords(text: string, { start, end }: Span): readonly LeftOut[] {
  const part = text.slice(start, end);
  const found: LeftOut[] = [];
  if (part.toLowerCase().includes('data:'))
    for (const { 0: match, index } of part.matchAll(DATA)) {
      if (!match.includes(';base64,') && !/data:[a-z]+\//i.test(match)) continue;
      found.push(leftOut(start + index, match, 'an address that is its own data'));
    }
  if (part.length > LONGEST_WORD)
    for (const { 0: match, index } of part.matchAll(LONG_WORD)) {
      const at = start + index;
      if (found.some((other) => other.start < at + match.length && other.end > at)) continue;
      found.push(leftOut(at, match, `a word of ${match.length} characters`));
    }
  return found.sort((a, b) => a.start - b.start);
}

function leftOut(start: number, { length }: string, says: string): LeftOut {
  return { start, end: start + length, why: 'page furniture', says };
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
