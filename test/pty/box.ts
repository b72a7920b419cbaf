import type { Cell } from './screen.ts';
import type { Terminal } from './terminal.ts';

/** A framed part of the screen: `╭─ 2 Entities ──── 1/132 ─╮` and what is in it. */
export interface Box {
  /** What stands in the frame after the title: `1/132`. */
  readonly count: string;
  /** The rows inside, each without the blanks at its ends, as far as there is something in them. */
  readonly rows: readonly string[];
  /** The cells of each row inside. */
  readonly cells: readonly (readonly Cell[])[];
  /** Its outer size and place, in cells. */
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** The box with a title; undefined when the screen shows none. */
export function findBox(terminal: Terminal, title: string): Box | undefined {
  const screen = terminal.screen().map((_, row) => columnsOf(terminal.cells(row)));
  for (const [top, columns] of screen.entries()) {
    const text = columns.map((cell) => cell?.text[0] ?? '').join('');
    const at = text.indexOf(` ${title} `);
    const left = text.lastIndexOf('╭', at);
    const right = text.indexOf('╮', at);
    if (at < 0 || left < 0 || right < 0) continue;
    const bottom = screen.findIndex((row, y) => y > top && row[left]?.text === '╰' && row[right]?.text === '╯');
    if (bottom < 0) continue;
    const cells = screen
      .slice(top + 1, bottom)
      .map((row) => row.slice(left + 1, right).filter((cell) => cell !== null));
    const rows = cells.map((row) =>
      row
        .map((cell) => cell.text)
        .join('')
        .trim(),
    );
    return {
      count: /([\d/]+) ─*$/.exec(text.slice(at, right))?.[1] ?? '',
      rows: rows.filter((row) => row !== ''),
      cells,
      top,
      left,
      width: right - left + 1,
      height: bottom - top + 1,
    };
  }
  return undefined;
}

/** The box with a title. @throws when the screen shows none */
export function box(terminal: Terminal, title: string): Box {
  const found = findBox(terminal, title);
  if (!found) throw new Error(`no box "${title}" on the screen:\n${terminal.picture()}`);
  return found;
}

/** The cells by column: the second column of a wide character is null. */
function columnsOf(cells: readonly Cell[]): (Cell | null)[] {
  return cells.flatMap((cell) => (cell.width === 2 ? [cell, null] : [cell]));
}
