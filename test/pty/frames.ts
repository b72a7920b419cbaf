import assert from 'node:assert/strict';
import type { Cell } from './screen.ts';
import type { Terminal } from './terminal.ts';

/**
 * Asserts that every frame on the screen is whole: each of its rows begins and ends in its edge, whatever stands in it,
 * and nothing is on the last row, which stays free.
 */
export function framesAreWhole(terminal: Terminal): void {
  const screen = Array.from({ length: terminal.rows }, (_, row) => columnsOf(terminal.cells(row)));
  assert.equal(
    screen
      .at(-1)
      ?.map((text) => text.trim())
      .join(''),
    '',
    `the last row is used:\n${terminal.picture()}`,
  );
  for (const [top, row] of screen.entries())
    for (const [left, sign] of row.entries()) {
      if (sign !== '╭') continue;
      const right = row.indexOf('╮', left);
      const bottom = screen.findIndex((its, y) => y > top && its[left] === '╰');
      assert.ok(right > left && bottom > top, `a frame at ${left}, ${top} is torn:\n${terminal.picture()}`);
      assert.equal(screen[bottom]?.[right], '╯', terminal.picture());
      for (let y = top + 1; y < bottom; y++)
        for (const x of [left, right]) assert.equal(screen[y]?.[x], '│', `row ${y}:\n${terminal.picture()}`);
    }
}

/** The text of each column; of the second one of a wide character there is none. */
function columnsOf(cells: readonly Cell[]): readonly string[] {
  return cells.flatMap(({ text, width }) => (width === 2 ? [text, ''] : [text]));
}
