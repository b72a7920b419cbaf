import { findBox } from './box.ts';
import type { Cell } from './screen.ts';
import { openTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

/** Opens the explorer on the seeds, or on what `args` say, and waits until it can be used. */
export async function openExplorer(options: TerminalOptions = {}): Promise<Terminal> {
  const terminal = openTerminal(options);
  await terminal.waitFor(explorerIsOpen);
  return terminal;
}

export function explorerIsOpen(terminal: Terminal): boolean {
  return findBox(terminal, '1 Sources') !== undefined;
}

/** Cells that are marked as what the search matched: marked without colour, as not everybody sees it. */
export const isMatch = ({ bold, underline }: Cell): boolean => bold && underline;
/** Cells that are marked as differing from the other column. */
export const isDifferent = isMatch;
