import type { Command } from './commands.ts';

/** Where a command that moves puts a cursor among `count` rows of which `page` are seen; undefined: it does not move. */
export function movedTo(command: Command, row: number, count: number, page: number): number | undefined {
  const to = {
    down: row + 1,
    up: row - 1,
    halfPageDown: row + Math.max(1, page >> 1),
    halfPageUp: row - Math.max(1, page >> 1),
    pageDown: row + Math.max(1, page),
    pageUp: row - Math.max(1, page),
    first: 0,
    last: count - 1,
  }[command as string];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}

/** The line that a place of a text stands in. @param starts per line the place that it begins at, in order */
export function lineAt(starts: readonly number[], place: number): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= place),
  );
}

/** The first row drawn so that `row` is seen, moved no further than need be. */
export function topFor(top: number, row: number, count: number, page: number): number {
  const lowest = Math.max(0, count - page);
  return Math.max(0, Math.min(lowest, row < top ? row : row >= top + page ? row - page + 1 : top));
}
