import type { Terminal as Emulator, IBufferCell } from '@xterm/headless';

/** `default`, a number of the 256-colour palette (0–15 are the terminal's own), or `#rrggbb`. */
export type Colour = 'default' | number | `#${string}`;

/** One character cell. The right half of a wide character is not listed: its left half has `width` 2. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
  readonly strikethrough: boolean;
  readonly fg: Colour;
  readonly bg: Colour;
}

/** The rows that are visible now, each without its trailing blanks. */
export function rowsOf(emulator: Emulator): string[] {
  const { active } = emulator.buffer;
  return Array.from(
    { length: emulator.rows },
    (_, y) => active.getLine(active.baseY + y)?.translateToString(true) ?? '',
  );
}

/** The cells of one visible row, from the left edge to the right. */
export function cellsOf(emulator: Emulator, row: number): Cell[] {
  const { active } = emulator.buffer;
  const line = active.getLine(active.baseY + row);
  if (!line) throw new RangeError(`the screen has no row ${row}`);
  return Array.from({ length: emulator.cols }, (_, x) => line.getCell(x))
    .filter((cell) => cell !== undefined && cell.getWidth() > 0)
    .map((cell) => cellOf(cell as IBufferCell));
}

/** The stretches of neighbouring cells for which `is` holds, as text. */
export function runsOf(cells: readonly Cell[], is: (cell: Cell) => boolean): string[] {
  const runs: string[] = [];
  let open = false;
  for (const cell of cells) {
    const holds = is(cell);
    if (holds) runs.push((open ? runs.pop() : '') + cell.text);
    open = holds;
  }
  return runs;
}

function cellOf(cell: IBufferCell): Cell {
  return {
    text: cell.getChars() || ' ',
    width: cell.getWidth(),
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
    inverse: cell.isInverse() !== 0,
    strikethrough: cell.isStrikethrough() !== 0,
    fg: colour(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
    bg: colour(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
  };
}

function colour(isDefault: boolean, isRgb: boolean, value: number): Colour {
  if (isDefault) return 'default';
  return isRgb ? `#${value.toString(16).padStart(6, '0')}` : value;
}
