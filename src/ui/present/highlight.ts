import type { Hits } from '../../search/answer.ts';
import type { Segment } from '../line.ts';
import type { StyleName } from '../theme.ts';
import { markedLine } from '../wrap.ts';

/** Text as segments, what the search matched in it marked. */
export function highlighted(text: string, hits: Hits | null, ...styles: StyleName[]): readonly Segment[] {
  const marks = (hits?.marks(text) ?? []).map((span) => ({ ...span, style: 'match' as const }));
  return markedLine(text, { start: 0, end: text.length }, marks).map((segment) => ({
    text: segment.text,
    styles: [...styles, ...segment.styles],
  }));
}

/** Whether anything in these segments is marked. */
export function isMarked(segments: readonly Segment[]): boolean {
  return segments.some(({ styles }) => styles.includes('match'));
}

/**
 * A long text from near its first match on, so that a row shows why it is there; from its start where that is near
 * enough or nothing matches.
 *
 * @param room columns until the match should be seen
 */
export function fromMatch(text: string, hits: Hits | null, room: number): string {
  const first = hits?.marks(text)[0];
  if (!first || first.end <= room) return text;
  const around = Math.max(0, first.start - Math.floor(room / 3));
  const blank = text.indexOf(' ', around);
  return `…${text.slice(blank >= 0 && blank < first.start ? blank + 1 : first.start)}`;
}
