import { drawable } from '../../terminal/printable.ts';
import { graphemes, widthOf } from '../../terminal/width.ts';
import { type Line, seg, take } from '../line.ts';
import type { Prompt } from '../prompt.ts';

/**
 * What is typed at the foot, with its cursor: of a long text the end of what stands before the cursor, and what fits
 * behind it.
 *
 * @param room columns there are for it
 */
export function typedLine({ text, cursor }: Prompt, room: number): Line {
  const at = graphemes(text.slice(cursor)).next().value ?? '';
  const under = drawable(at) || ' ';
  const before = endOf(drawable(text.slice(0, cursor)), Math.max(1, room - widthOf(under)));
  const after = take(drawable(text.slice(cursor + at.length)), Math.max(0, room - widthOf(before) - widthOf(under)));
  return [seg(before), seg(under, 'selected'), seg(after)];
}

/** The longest end of a printable text that takes no more than `width` columns. */
function endOf(text: string, width: number): string {
  let out = '';
  let left = width;
  for (const grapheme of [...graphemes(text)].reverse()) {
    left -= widthOf(grapheme);
    if (left < 0) break;
    out = grapheme + out;
  }
  return out;
}
