/** What a terminal sends for the keys that are not a letter. */
export const KEY = {
  enter: '\r',
  escape: '\x1b',
  tab: '\t',
  shiftTab: '\x1b[Z',
  backspace: '\x7f',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  pageUp: '\x1b[5~',
  pageDown: '\x1b[6~',
  delete: '\x1b[3~',
} as const;

/** What a terminal sends for a letter pressed with Ctrl: `ctrl('c')`. */
export function ctrl(letter: string): string {
  return String.fromCharCode(letter.toUpperCase().charCodeAt(0) & 0x1f);
}

/** What a terminal sends for the mouse at a cell counted from 0 (xterm's SGR coordinates). */
export const mouse = {
  click: (column: number, row: number) => report(0, column, row) + report(0, column, row, 'm'),
  doubleClick: (column: number, row: number) => mouse.click(column, row).repeat(2),
  wheelDown: (column: number, row: number, notches = 1) => report(65, column, row).repeat(notches),
  wheelUp: (column: number, row: number, notches = 1) => report(64, column, row).repeat(notches),
} as const;

function report(button: number, column: number, row: number, final = 'M'): string {
  return `\x1b[<${button};${column + 1};${row + 1}${final}`;
}
