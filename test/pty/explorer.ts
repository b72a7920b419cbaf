import { findBox } from './box.ts';
import type { Cell } from './screen.ts';
import { openTerminal, type Terminal, type TerminalOptions, whenReady } from './terminal.ts';

/** Opens the explorer on the seeds, or on what `args` say, and waits until it can be used. */
export function openExplorer(options: TerminalOptions = {}): Promise<Terminal> {
  return whenReady(openTerminal(options), (terminal) => terminal.waitFor(explorerIsOpen));
}

export function explorerIsOpen(terminal: Terminal): boolean {
  return findBox(terminal, '1 Sources') !== undefined;
}

/** Cells that are marked as what the search matched: marked without colour, as not everybody sees it. */
export const isMatch = ({ bold, underline }: Cell): boolean => bold && underline;
/** Cells that are marked as differing from the other column. */
export const isDifferent = isMatch;
