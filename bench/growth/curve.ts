/** How long a text of so many characters took, in milliseconds of processor time. */
export interface Point {
  readonly size: number;
  ms: number;
}

export interface Curve {
  readonly line: string;
  readonly stage: string;
  readonly input: string;
  readonly points: readonly Point[];
}

/** Below this, in milliseconds, times say nothing of growth. */
const FLOOR = 40;
/** What takes less for a million characters, in milliseconds, is at memory's speed: whether that is near counts most. */
const FAST = 20;

/**
 * How steep it grows, over sixteen times the text and still over the last step: what is larger than the processor's
 * caches costs more at once, and then no more; what is bounded grows until it is.
 *
 * @returns the exponent of the size; 0 where it is too fast to say
 */
export function exponentOf(points: readonly Point[]): number {
  const [last, step, before] = [points.at(-1), points.at(-2), points.at(-3)];
  if (!last || !step || !before || last.ms < FLOOR || (last.ms / last.size) * 1e6 < FAST) return 0;
  return Math.min(exponent(before, last), exponent(step, last));
}

function exponent(less: Point, more: Point): number {
  // What is too fast to be measured counts as so fast as can be, which makes growth look no smaller than it is.
  return Math.log(more.ms / Math.max(less.ms, FLOOR / 16)) / Math.log(more.size / less.size);
}

/** Milliseconds a million characters, at the largest that was tried; 0 where it is too fast to say. */
export function rateOf({ points }: Curve): number {
  const last = points.at(-1);
  return last && last.ms >= FLOOR ? (last.ms / last.size) * 1e6 : 0;
}
