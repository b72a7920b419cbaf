// Whatever is pressed, pasted, clicked and however the window is pulled: no exception, and no cell is wrong.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Random, seeded } from '../../training/random.ts';
import { openExplorer } from './explorer.ts';
import { ctrl, KEY } from './keys.ts';
import type { Cell } from './screen.ts';
import type { Terminal } from './terminal.ts';

const BATCHES = 100;
const IN_A_BATCH = 200;
const SEED = Number(process.env['RANDOM_SEED'] ?? 20211206);

/** Each has another number of rows, so that the foot shows whether the window's size has come through. */
const SIZES = [
  [120, 40],
  [80, 24],
  [200, 60],
  [70, 20],
  [69, 19],
  [40, 12],
  [39, 11],
  [109, 30],
  [160, 50],
] as const;

/**
 * Every key the program knows but those that leave it (q, Ctrl-C), give the terminal away (o, Ctrl-Z), are how the test
 * waits (Ctrl-L), lead to all of these (the palette), or end later than they begin (e); and some that it does not know.
 */
const KEYS: readonly string[] = [
  ...'jjjkkkhlgGJKM123cifsSFxymrnNpvw[]/?bdutz09',
  ...'éß北🌍👩 ',
  ...Object.values(KEY),
  ...[KEY.enter, KEY.enter, KEY.tab, KEY.escape, KEY.escape, KEY.escape, KEY.down, KEY.up, ' '],
  ...'abdefghknuw'.split('').map(ctrl),
  '\x1bOP',
  '\x1b[15~',
  '\x1b[1;5C',
  '\x1b[I',
  '\x1bx',
];

const PASTES = [
  'putin',
  'zelenksy biden',
  '"red lines"',
  'speaker:putin | outlet:cnn',
  'troops\r\nnear the border\tq',
  'العربية עברית',
  '\u202eevil\u0007\u009b31m',
  'e\u0301\u0301 👩',
  '',
];

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;

/** Presses, releases, a second button, the wheel, motion, and what no terminal sends. */
const BUTTONS = [0, 0, 0, 0, 2, 64, 65, 65, 35, 999];

/** Rows that can be clicked, counted from 1: where no size has its foot. */
const ROWS = Array.from({ length: 45 }, (_, i) => i).filter((row) => SIZES.every(([, rows]) => row !== rows - 1));

/** Keys as they come from a keyboard, now and then a click, the wheel or a paste. */
function* pressed(random: Random): Generator<string> {
  const cell = (most: number) => Math.floor(random() * most);
  // A click on a key at the foot is that key.
  const row = () => pick(ROWS, random);
  for (let i = 0; i < IN_A_BATCH; i++) {
    const kind = random();
    if (kind < 0.02) yield `\x1b[200~${pick(PASTES, random)}\x1b[201~`;
    else if (kind < 0.1) {
      const report = `\x1b[<${pick(BUTTONS, random)};${cell(130)};${row()}`;
      const twice = `${report}M${report}m${report}M${report}m`;
      yield random() < 0.1 ? report : random() < 0.3 ? twice : `${report}M${report}m`;
    } else yield pick(KEYS, random);
  }
}

/** Draws the screen anew once all that was pressed before is obeyed. @returns the screen before and after */
async function redrawn(terminal: Terminal): Promise<{ readonly before: Cell[][]; readonly after: Cell[][] }> {
  const drawings = terminal.emptied.length;
  terminal.type(ctrl('l'));
  await terminal.waitFor(
    function drawnAnew(it) {
      return it.emptied.length > drawings && isWhole(it);
    },
    { timeout: 60_000 },
  );
  return { before: terminal.emptied[drawings] ?? [], after: terminal.allCells() };
}

/** Something stands in the last row that the program uses, and nothing below: it has drawn for this size. */
function isWhole(terminal: Terminal): boolean {
  const screen = terminal.screen();
  return screen[0]?.startsWith('Too small') || (screen.at(-2) !== '' && screen.at(-1) === '');
}

test(`20,000 random keys, pastes, clicks and resizes leave the screen that a fresh drawing gives (seed ${SEED})`, async (t) => {
  const random = seeded(SEED);
  // What is written by some key is written there.
  const cwd = mkdtempSync(join(tmpdir(), 'crisis-tui-random-'));
  t.after(() => rmSync(cwd, { recursive: true, force: true }));
  await using terminal = await openExplorer({ cwd, cols: 120, rows: 40 });
  for (let batch = 0; batch < BATCHES; batch++) {
    const keys = [...pressed(random)];
    const [cols, rows] = batch % 3 === 0 ? pick(SIZES, random) : [terminal.cols, terminal.rows];
    const half = Math.floor(keys.length * random());
    const told = () => `seed ${SEED}, batch ${batch} at ${cols}×${rows}: ${JSON.stringify(keys.join(''))}`;
    try {
      terminal.type(keys.slice(0, half).join(''));
      const resized = rows !== terminal.rows;
      const drawings = terminal.emptied.length;
      if (resized) terminal.resize(cols, rows);
      terminal.type(keys.slice(half).join(''));
      if (resized) {
        await terminal.waitFor(function knowsTheSize(it) {
          return it.emptied.length > drawings;
        });
      }
      const { before, after } = await redrawn(terminal);
      assert.deepEqual(pictured(before), pictured(after));
    } catch (error) {
      t.diagnostic(told());
      throw error;
    }
  }
  terminal.type(ctrl('c'));
  assert.deepEqual(await terminal.exit, { code: 130, signal: 0 });
});

/** Every row with its looks. */
function pictured(cells: readonly (readonly Cell[])[]): string[] {
  const look = ({ bold, dim, italic, underline, inverse, fg, bg }: Cell) =>
    [bold && 'b', dim && 'd', italic && 'i', underline && 'u', inverse && 'v', fg, bg].filter(Boolean).join(' ');
  return cells.map((row) =>
    row
      .map((cell, i) => (i > 0 && look(row[i - 1] as Cell) === look(cell) ? '' : `{${look(cell)}}`) + cell.text)
      .join(''),
  );
}
