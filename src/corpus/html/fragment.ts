import type { Given } from '../given.ts';
import { layOut } from './layout.ts';
import { leftOutRanges } from './left-out.ts';
import { parsePage } from './page.ts';
import { reasonsOf } from './prune.ts';

/**
 * HTML that is an article and no page: a feed's content, the HTML of a letter or of a field. All of it is read but what is
 * named as something else.
 *
 * @throws {Unreadable} see {@link parsePage}
 */
export function readFragment(html: string): Pick<Given, 'text' | 'body' | 'blocks' | 'leftOut'> {
  const { text, blocks } = layOut(parsePage(html).body);
  const reasons = reasonsOf(blocks);
  return {
    text,
    body: { start: 0, end: text.length },
    blocks: blocks.flatMap(({ start, end }, i) => (reasons[i] ? [] : [{ start, end, kind: 'body' as const }])),
    leftOut: leftOutRanges(blocks, reasons),
  };
}
