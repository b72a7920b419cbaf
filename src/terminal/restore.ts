import { writeSync } from 'node:fs';
import { titleGiven } from './title.ts';

/** Beside the title: synchronised output off, bracketed paste off, mouse off, cursor shown, styles off, alternate screen left. */
const GIVE_BACK = '\u001b[?2026l\u001b[?2004l\u001b[?1000;1002;1003;1006l\u001b[?25h\u001b[0m\u001b[?1049l';

/**
 * Gives the terminal back when whoever drew on it may not be able to any more. On a terminal that was given back
 * already, and nothing written to it since, it changes nothing.
 */
export function giveTerminalBack(): void {
  // Where a step fails the terminal is gone, or that step is not needed: the other is tried all the same.
  for (const step of [
    () => writeSync(1, `${titleGiven()}${GIVE_BACK}`),
    () => process.stdin.isTTY && process.stdin.setRawMode(false),
  ])
    try {
      step();
    } catch {}
}

/**
 * Empties the alternate screen before it is left: tmux 3.3, where the window has grown since, puts rows that stand there
 * above what the shell had written.
 */
export const EMPTY_SCREEN = '\u001b[H\u001b[J';

/** Empties the screen to be drawn anew; the cursor goes where drawing begins. */
export const CLEAR_SCREEN = '\u001b[2J\u001b[H';
