import type { Paragraph, Span } from '../../model.ts';

/** A stretch of text between quotation marks, within one paragraph. `start` and `end` enclose the content. */
export interface Marked extends Span {
  /** The content with its marks. */
  readonly outer: Span;
  readonly style: 'double' | 'single';
  /** Whether the mark that opens it was closed in its paragraph. */
  readonly closed: boolean;
  /** Whether it carries on the stretch before it: that one was not closed, and this one opens the next paragraph. */
  readonly continues: boolean;
}

/** How a double mark may be used where it stands. */
type Use = 'opens' | 'closes' | 'either';

interface Mark extends Span {
  readonly use: Use;
  /** Marks of one family close each other; a mark of another family inside is nested. */
  readonly family: string;
}

/** An attribute of a tag or a shortcode is never further from its bracket. */
const TAG_LIMIT = 400;

/**
 * Finds what stands between quotation marks: curly, straight, low, guillemets, and two single marks for a double.
 * Marks inside a marked stretch belong to its content. Single marks count outside of double ones only. Every
 * paragraph is read by itself, so that a mark that is never closed swallows no more than its paragraph.
 *
 * @param text the article's text
 * @param paragraphs in order of place
 * @returns in order of place, none overlapping; offsets are UTF-16 code units into `text`
 */
export function findMarked(text: string, paragraphs: readonly Paragraph[]): readonly Marked[] {
  const all: Marked[] = [];
  /** The last stretch of each telling that ran to its paragraph's end: a box does not end what is said around it. */
  const running = new Map<boolean, Marked>();
  for (const paragraph of paragraphs) {
    const marks = doubleMarks(text, paragraph);
    const found = withSingles(text, paragraph, pairs(text, paragraph, marks));
    const boxed = paragraph.kind === 'explainer';
    const before = running.get(boxed);
    const [first] = found;
    if (before && first && first.outer.start === paragraph.start && first.style === 'double')
      found[0] = { ...first, continues: true };
    const last = found.at(-1);
    if (last && !last.closed && last.outer.end === paragraph.end) running.set(boxed, last);
    else running.delete(boxed);
    for (const region of found) all.push(region);
  }
  return all;
}

function pairs(text: string, within: Span, marks: readonly Mark[]): Marked[] {
  const found: Marked[] = [];
  let open: Mark | undefined;
  let nested: Mark | undefined;
  const close = (content: number, outer: number, closed: boolean) => {
    if (!open) return;
    const span = trimBlank(text, { start: open.end, end: content });
    if (span.end > span.start)
      found.push({
        ...span,
        outer: { start: open.start, end: outer },
        style: 'double',
        closed,
        continues: false,
      });
    open = undefined;
    nested = undefined;
  };
  marks.forEach((mark, i) => {
    if (!open) {
      if (mark.use !== 'closes') open = mark;
    } else if (nested && mark.use !== 'opens' && mark.family === nested.family) {
      nested = undefined;
    } else if (mark.use === 'closes' || (mark.use === 'either' && mark.family === open.family)) {
      close(mark.start, mark.end, true);
    } else if (mark.family !== open.family) {
      nested = mark;
    } else {
      // the same mark opens again: inside a quote if it is closed twice, else the first was never closed
      const next = marks[i + 1];
      const afterNext = marks[i + 2];
      if (next?.use === 'closes' && afterNext?.use === 'closes') nested = mark;
      else {
        close(mark.start, mark.start, false);
        open = mark;
      }
    }
  });
  close(within.end, within.end, false);
  return found;
}

/** The double marks of a stretch with how each may be used, by what stands around it. */
function doubleMarks(text: string, within: Span): Mark[] {
  const marks: Mark[] = [];
  for (let i = within.start; i < within.end; ) {
    const char = text[i] ?? '';
    if (char === '[' || char === '<') {
      i = endOfTag(text, i, within.end);
      continue;
    }
    const length = markLength(text, i, within.end);
    if (length === 0) {
      i++;
      continue;
    }
    const mark = { start: i, end: i + length };
    const use = waysOf(text, mark, within);
    if (use) marks.push({ ...mark, use, family: familyOf(char) });
    i += length;
  }
  return marks;
}

function markLength(text: string, i: number, end: number): number {
  const char = text[i] ?? '';
  if ('“”„‟"«»＂'.includes(char)) return 1;
  if (!"'`‘’".includes(char) || i + 1 >= end || text[i + 1] !== char) return 0;
  // of three in a row the first closes a quote in single marks: 'go.''' is 'go.' and ''
  const triple = i + 2 < end && text[i + 2] === char;
  return triple && !isBlankOrOpening(text[i - 1] ?? ' ') ? 0 : 2;
}

function familyOf(char: string): string {
  if ('«»'.includes(char)) return 'guillemet';
  if ('"＂'.includes(char)) return 'straight';
  if ("'`‘’".includes(char)) return 'doubled';
  return 'curly';
}

function waysOf(text: string, { start, end }: Span, within: Span): Use | undefined {
  const char = text[start] ?? '';
  const before = start > within.start ? (text[start - 1] ?? ' ') : ' ';
  const after = end < within.end ? (text[end] ?? ' ') : ' ';
  const opensHere = isBlankOrOpening(before) && !isBlank(after);
  const closesHere = !isBlank(before) && !isWordChar(after);
  if (before === '=' && char !== '“') return undefined;
  if ('”»’'.includes(char)) return opensHere && char !== '»' && !closesHere ? 'opens' : 'closes';
  if ('“„‟«`‘'.includes(char)) return closesHere && !isBlankOrOpening(before) ? 'closes' : 'opens';
  if (opensHere && !closesHere) return 'opens';
  if (closesHere && !opensHere) return 'closes';
  return 'either';
}

/** Where a tag or shortcode that carries attributes ends; just after the bracket when it is none. */
function endOfTag(text: string, at: number, end: number): number {
  const closer = text[at] === '<' ? '>' : ']';
  if (!/[a-z/!]/i.test(text[at + 1] ?? '')) return at + 1;
  let attribute = false;
  for (let i = at + 1; i < Math.min(end, at + TAG_LIMIT); i++) {
    const char = text[i] ?? '';
    if (char === '=' && /["'“”‘’]/.test(text[i + 1] ?? '')) attribute = true;
    if (char === closer) return attribute ? i + 1 : at + 1;
  }
  return at + 1;
}

/** Adds the stretches in single marks that stand between those in double marks. */
function withSingles(text: string, within: Span, doubles: readonly Marked[]): Marked[] {
  const all: Marked[] = [];
  let from = within.start;
  for (const double of [...doubles, null]) {
    for (const single of singles(text, { start: from, end: double?.outer.start ?? within.end })) all.push(single);
    if (double) {
      all.push(double);
      from = double.outer.end;
    }
  }
  return all;
}

/**
 * Single marks are apostrophes too: one opens only before a letter after a blank, and what closes it must follow a
 * letter or a stop and be followed by none. One that may be a plural's apostrophe closes only for want of a better.
 */
function singles(text: string, within: Span): Marked[] {
  const found: Marked[] = [];
  let open = -1;
  let maybe = -1;
  const close = (at: number) => {
    if (at > open + 1)
      found.push({
        start: open + 1,
        end: at,
        outer: { start: open, end: at + 1 },
        style: 'single',
        closed: true,
        continues: false,
      });
    open = -1;
    maybe = -1;
  };
  for (let i = within.start; i < within.end; i++) {
    const char = text[i] ?? '';
    if (char !== "'" && char !== '‘' && char !== '’') continue;
    const before = i > within.start ? (text[i - 1] ?? ' ') : ' ';
    const after = i + 1 < within.end ? (text[i + 1] ?? ' ') : ' ';
    if (isBlankOrOpening(before)) {
      if (char === '’' || isDigit(after) || isBlank(after)) continue;
      if (open >= 0 && maybe >= 0) close(maybe);
      open = i;
      maybe = -1;
    } else if (open >= 0 && char !== '‘' && !isWordChar(after) && !isBlank(before)) {
      if (before === 's' && isBlank(after)) maybe = i;
      else close(i);
    }
  }
  if (open >= 0 && maybe >= 0) close(maybe);
  return found;
}

function trimBlank(text: string, { start, end }: Span): Span {
  while (start < end && isBlank(text[start] ?? ' ')) start++;
  while (end > start && isBlank(text[end - 1] ?? ' ')) end--;
  return { start, end };
}

function isBlank(char: string): boolean {
  return char.trim() === '';
}

function isBlankOrOpening(char: string): boolean {
  return isBlank(char) || '([{—–-/…:'.includes(char) || '“„«"'.includes(char);
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

function isWordChar(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}
