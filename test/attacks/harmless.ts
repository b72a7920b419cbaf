import assert from 'node:assert/strict';
import { ctrl } from '../pty/keys.ts';
import type { Terminal } from '../pty/terminal.ts';
import { escapesIn } from './escapes.ts';

/** The copy that a key asks for: the only command to the terminal's system there is. */
const COPIED = /^\]52;c;[A-Za-z0-9+/=]*\u0007$/;
/** That copy; the program's own title, kept and given back. */
const MEANT_ACT =
  /^(?:OSC 52 c;[A-Za-z0-9+/=]*|(?:OSC 2|title:) (?:crisis-tui[^\u0000-\u001f\u007f-\u009f]*)?|CSI 2[23];2 t)$/;
/** With what the screen is drawn anew. */
const ANEW = /\u001b\[(?:2J|\?1049h)/;
const LONGEST = { timeout: 120_000 };

/** What every screen must keep to. @param also sequences meant here besides, behind ESC; acts of the terminal */
export function assertHarmless(
  terminal: Terminal,
  doing: string,
  also: { readonly sequence?: RegExp; readonly act?: RegExp } = {},
): void {
  assert.deepEqual(escapesIn(terminal.raw, also.sequence ? [COPIED, also.sequence] : [COPIED]), [], doing);
  const acts = terminal.acts.filter((act) => !MEANT_ACT.test(act) && !also.act?.test(act));
  assert.deepEqual(acts, [], doing);
  assert.doesNotMatch(terminal.screen().join(''), /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/, doing);
}

/** Whether the explorer's panes are shown, and no view that hides them. */
export function panesAreShown(terminal: Terminal): boolean {
  return terminal.rowOf(/[123] (?:Sources|Entities|Quotes)(?: ·[^─]*)? ─/) >= 0;
}

/** Waits until the explorer can be used for all that there is. */
export async function opened(terminal: Terminal): Promise<void> {
  await terminal.waitFor(allIsShown, LONGEST);
}

function allIsShown(terminal: Terminal): boolean {
  return panesAreShown(terminal) && / · \d+ articles?/.test(terminal.screen()[0] ?? '');
}

/** Keys, and what is on the screen when they are obeyed, so that the view was there. */
export type Step = readonly [doing: string, keys: string, shows?: RegExp | ((terminal: Terminal) => boolean)];

/** Presses keys one step after the other, and has nothing but text on the screen at each. @returns how many steps */
export async function walk(
  terminal: Terminal,
  steps: readonly Step[],
  also: Parameters<typeof assertHarmless>[2] = {},
): Promise<number> {
  for (const [doing, keys, shows] of steps) {
    const drawnAnew = terminal.raw.split(ANEW).length;
    // A lone Esc is one only when nothing comes behind it.
    const isEsc = keys === '\u001b';
    terminal.type(isEsc ? keys : keys + ctrl('l'));
    // Keys are obeyed in their order: when it is drawn anew, all before that are.
    if (!isEsc) await terminal.waitFor(() => terminal.raw.split(ANEW).length > drawnAnew, LONGEST);
    if (shows) await terminal.waitFor(shows, LONGEST);
    assertHarmless(terminal, doing, also);
  }
  return steps.length;
}
