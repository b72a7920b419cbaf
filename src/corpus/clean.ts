import type { LeftOut, LeftOutReason, Paragraph, Span } from '../model.ts';
import { isoDay } from './dates.ts';
import { blocksOf, endsSentence, trimmed, wordCount } from './layout.ts';
import { isDateOnly, reasonOfLine } from './lines.ts';
import { around, machineWords } from './machine-words.ts';
import { isProse, isTelling } from './prose.ts';

/** The parts of a text file: what is read as the article, what is not and why, and what the layout gives away. */
export interface Cleaned {
  readonly paragraphs: readonly Paragraph[];
  readonly leftOut: readonly LeftOut[];
  readonly headline: Span | null;
  readonly byline: Span | null;
  /** A day of publication written at the head of the file, and where. */
  readonly date: (Span & { readonly day: string }) | null;
}

/** A field with its name, before a text or alone; or a day alone on its line. "2021-12-29 was the day …" is a sentence. */
const STRAY_FIELD =
  /^\s{0,8}(?:(?:[Dd]ate|[Pp]ublished|[Uu]pdated|[Pp]osted)\s{0,4}:?\s{1,4}(?<named>\d{4}-\d{2}-\d{2})(?:[T ][\d:.Z+-]{0,20})?(?=\s{1,80}[^\s\p{Ll},;:.–—-]|\s{0,80}$)|(?<alone>\d{4}-\d{2}-\d{2})(?:[T ][\d:.Z+-]{0,20})?[ \t]{0,8}(?=[\r\n]|$))/u;
const CARD = /^(?:card|slide|item) \d{1,3} of (\d{1,3})$/i;

/** Among this many blocks at the top stand section label, headline and byline. */
const HEAD_BLOCKS = 5;

/**
 * Tells the article apart from what stands around it. Nothing is cut: every character of `body` that is not white
 * space is in a paragraph or in a range that is left out, with its reason.
 *
 * @param text the file as decoded
 * @param body the stretch that holds the article
 * @param known its paragraphs, where the format knows them
 */
export function clean(text: string, body: Span, known?: readonly Paragraph[]): Cleaned {
  const leftOut: LeftOut[] = [];
  const date = known ? null : strayDate(text, body);
  if (date) leftOut.push({ start: date.start, end: date.end, why: 'date line' });
  const laid = known ?? blocksOf(text, trimmed(text, { start: date?.end ?? body.start, end: body.end }));
  const blocks = laid.flatMap((block): readonly (Span & Partial<Paragraph>)[] => {
    const machine = machineWords(text, block);
    leftOut.push(...machine);
    return machine.length > 0 ? around(text, block, machine) : [block];
  });
  const words = (block: Span) => text.slice(block.start, block.end);

  const reasons = blocks.map((block) => reasonOfLine(words(block)));
  formRunsToTheEnd(blocks.map(words), reasons);
  const head = readHead(blocks.map(words), reasons, known && blocks);
  const explainers = readExplainers(blocks.map(words), reasons);

  const paragraphs: Paragraph[] = [];
  blocks.forEach((block, i) => {
    const why = reasons[i];
    const { start, end } = block;
    if (why) leftOut.push({ start, end, why });
    else if (i === head.headline) paragraphs.push({ start, end, kind: 'headline' });
    else paragraphs.push({ start, end, kind: explainers.has(i) ? 'explainer' : (block.kind ?? 'body') });
  });
  return {
    paragraphs,
    leftOut,
    headline: head.headline === undefined ? null : (blocks[head.headline] ?? null),
    byline: head.byline === undefined ? null : (blocks[head.byline] ?? null),
    date,
  };
}

/** Short lines after the head of a comment form are its fields. */
function formRunsToTheEnd(blocks: readonly string[], reasons: (LeftOutReason | undefined)[]): void {
  const at = reasons.indexOf('comment form');
  if (at < 0 || at * 2 < blocks.length) return;
  if (blocks.slice(at).some((block) => wordCount(block) > 25)) return;
  for (let i = at; i < blocks.length; i++) if (!isProse(blocks[i] ?? '')) reasons[i] ??= 'comment form';
}

/** Section label, headline and byline among the first blocks; marks label and byline as left out. */
function readHead(
  blocks: readonly string[],
  reasons: (LeftOutReason | undefined)[],
  known: readonly Partial<Paragraph>[] | undefined,
): { readonly headline: number | undefined; readonly byline: number | undefined } {
  const named = reasons.indexOf('byline');
  if (known) {
    const headline = known.findIndex(({ kind }) => kind === 'headline');
    return { headline: headline < 0 ? undefined : headline, byline: named < 0 ? undefined : named };
  }
  const open = blocks.flatMap((_, i) => (reasons[i] ? [] : [i])).slice(0, HEAD_BLOCKS);
  const [first, second] = open;
  if (first === undefined || second === undefined) return { headline: undefined, byline: undefined };
  let headline: number | undefined;
  if (looksLikeHeadline(blocks[first] ?? '')) {
    const labelled = open.length > 2 && isLabelOf(blocks[first] ?? '', blocks[second] ?? '');
    if (labelled) reasons[first] = 'section label';
    headline = labelled ? second : first;
  }
  const under = headline === undefined ? undefined : headline + 1;
  if (under !== undefined && !reasons[under] && isDateOnly(blocks[under] ?? '')) reasons[under] = 'date line';
  return { headline, byline: named < 0 ? undefined : named };
}

function looksLikeHeadline(block: string): boolean {
  const words = wordCount(block);
  if (words === 0 || words > 28 || block.length > 220 || isDateOnly(block)) return false;
  return !endsSentence(block) || (words <= 18 && /[?!]$/.test(block));
}

/** A label has a few words, none of them a verb, and is not longer than the headline under it. */
function isLabelOf(block: string, under: string): boolean {
  return wordCount(block) <= 4 && !isTelling(block) && looksLikeHeadline(under) && block.length <= under.length;
}

/** A box of numbered cards: its heading, its counter and as many cards as the counter says. */
function readExplainers(blocks: readonly string[], reasons: (LeftOutReason | undefined)[]): ReadonlySet<number> {
  const inside = new Set<number>();
  blocks.forEach((block, i) => {
    const card = CARD.exec(block);
    if (!card) return;
    reasons[i] = 'page furniture';
    const above = blocks[i - 1];
    if (above !== undefined && !reasons[i - 1] && !endsSentence(above) && wordCount(above) <= 14) inside.add(i - 1);
    const cards = Math.min(Number(card[1]), blocks.length - i - 1);
    for (let n = 1; n <= cards && startsWithLabel(blocks[i + n] ?? ''); n++) inside.add(i + n);
  });
  return inside;
}

/** "A brewing conflict. Antagonism between …": a card opens with a few words and a full stop. */
function startsWithLabel(block: string): boolean {
  const stop = block.indexOf('. ');
  return stop > 0 && stop < 60 && wordCount(block.slice(0, stop)) <= 6;
}

/** A day that stands at the very start of the file as a field, not in a sentence. */
function strayDate(text: string, body: Span): (Span & { readonly day: string }) | null {
  const match = STRAY_FIELD.exec(text.slice(body.start, body.start + 80));
  const day = isoDay(match?.groups?.['named'] ?? match?.groups?.['alone']);
  if (!match || day === undefined) return null;
  return { ...trimmed(text, { start: body.start, end: body.start + match[0].length }), day };
}
