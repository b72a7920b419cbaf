import type { Terminal as Emulator } from '@xterm/headless';
import stringWidth from 'string-width';

/**
 * Gives the emulator the character widths of today's terminals: by itself it knows Unicode 6 only, where an emoji
 * is one column wide.
 */
export function setTodaysWidths(emulator: Emulator): void {
  const wcwidth = (codePoint: number) => Math.min(2, stringWidth(String.fromCodePoint(codePoint))) as 0 | 1 | 2;
  emulator.unicode.register({
    version: 'today',
    wcwidth,
    // The emulator packs what it wants to know of a character as (state << 3) | (width << 1) | joins the one before.
    charProperties: (codePoint, before) => {
      const width = wcwidth(codePoint);
      if (width > 0 || before === 0) return width << 1;
      return (((before >> 1) & 3) << 1) | 1;
    },
  });
  emulator.unicode.activeVersion = 'today';
}
