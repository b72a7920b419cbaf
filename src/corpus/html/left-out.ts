import type { LeftOut, LeftOutReason, Span } from '../../model.ts';

/** The blocks that have a reason to be left out; neighbours that have the same one are one range. */
export function leftOutRanges(
  blocks: readonly Span[],
  reasons: readonly (LeftOutReason | undefined)[],
): readonly LeftOut[] {
  const ranges: LeftOut[] = [];
  blocks.forEach(({ start, end }, i) => {
    const why = reasons[i];
    if (!why) return;
    const last = ranges.at(-1);
    if (last && last.why === why && reasons[i - 1] === why) ranges[ranges.length - 1] = { ...last, end };
    else ranges.push({ start, end, why });
  });
  return ranges;
}
