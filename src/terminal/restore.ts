import { writeSync } from 'node:fs';

/** Synchronised output off, bracketed paste off, mouse off, cursor shown, styles off, alternate screen left. */
const GIVE_BACK = '\u001b[?2026l\u001b[?2004l\u001b[?1000;1002;1003;1006l\u001b[?25h\u001b[0m\u001b[?1049l';

/**
 * Gives the terminal back when whoever drew on it may not be able to any more. On a terminal that was given back
 * already, and nothing written to it since, it changes nothing.
 */
export function giveTerminalBack(): void {
  try {
    if (process.stdin.isTTY) process.stdin.setRawMode(false);
    writeSync(1, GIVE_BACK);
  } catch {
    // The terminal is gone: there is nothing left to give back.
  }
}

/**
 * Empties the alternate screen before it is left: tmux 3.3, where the window has grown since, puts rows that stand there
 * above what the shell had written.
 */
export const EMPTY_SCREEN = '\u001b[H\u001b[J';
