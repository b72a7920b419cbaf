/**
 * The one place that decides which characters of a file may reach the terminal. Whatever is drawn or printed for a
 * person passes through {@link printable}.
 */

/** Everything that needs a decision: controls (C0, DEL, C1), separators, bidirectional and invisible characters, fillers. */
const SUSPECT =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/g;

/**
 * Makes text safe to show: no character of the result moves the cursor, starts an escape sequence, turns the
 * direction of writing or is of no width by itself.
 *
 * White space controls become a space, other C0 controls their picture (U+2400 and on), directional overrides and
 * isolates are spelled out (`⟨U+202E⟩`), invisible characters go, C1 controls and lone surrogates become U+FFFD.
 * Joiners inside emoji and scripts that need them stay.
 */
export function printable(text: string): string {
  SUSPECT.lastIndex = 0;
  return SUSPECT.test(text) ? text.replace(SUSPECT, shown) : text;
}

function shown(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 9 && code <= 13) return ' ';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code < 0xa0) return '\ufffd';
  if (code === 0x2028 || code === 0x2029) return ' ';
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069))
    return `⟨U+${code.toString(16).toUpperCase()}⟩`;
  if (code >= 0xd800 && code <= 0xdfff && character.length === 1) return '\ufffd';
  return '';
}
