import { printable } from './printable.ts';

/** Longer titles are cut by every window manager. */
const LONGEST = 120;

/** There is one window: whether its title is ours now. */
let isOurs = false;

/**
 * What has the terminal keep its window's title for later and show another (xterm's CSI 22 t and OSC 2); empty when the
 * title is ours already. Only printable text gets in.
 */
export function titleTaken(title: string): string {
  if (isOurs) return '';
  isOurs = true;
  return `\u001b[22;2t\u001b]2;${Array.from(printable(title)).slice(0, LONGEST).join('')}\u001b\\`;
}

/** What brings back the title that was there before; empty when ours is not there. */
export function titleGiven(): string {
  if (!isOurs) return '';
  isOurs = false;
  return '\u001b[23;2t';
}
