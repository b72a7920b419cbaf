/**
 * The one place that decides which characters of a file may reach the terminal. Whatever is printed for a person passes
 * through {@link printable}, what is drawn on the screen or in columns through {@link drawable}.
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

/** What joins characters into one sign, or says how the one before it looks: terminals disagree how wide that makes it. */
const JOINING = /[\u200d\ufe0e\ufe0f\u20e3]|\ud83c[\udffb-\udfff]/g;
const TONE = /\ud83c[\udffb-\udfff]/;
const PICTURE = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator})$/u;

/**
 * Makes text fit for a row of the screen: {@link printable}, and as wide in every terminal as it is measured.
 *
 * Of emoji that are made of several the parts stand side by side (a family is its members), a sign has its own look and
 * its plain colour, a keycap is its digit. Joiners between letters stay: scripts need them, and they take no column.
 */
export function drawable(text: string): string {
  const safe = printable(text);
  let out = '';
  let from = 0;
  let run = { start: -1, end: -1 };
  const take = () => {
    if (run.start < 0) return;
    out += safe.slice(from, run.start) + unjoined(safe.slice(run.start, run.end), run.start, safe);
    from = run.end;
  };
  // One by one: millions of them in one match are more than the stack of an expression holds.
  for (const { 0: joiner, index } of safe.matchAll(JOINING)) {
    const end = index + joiner.length;
    if (index === run.end) run.end = end;
    else {
      take();
      run = { start: index, end };
    }
  }
  take();
  return from === 0 ? safe : out + safe.slice(from);
}

function unjoined(run: string, at: number, text: string): string {
  const before = at === 0 ? '' : characterBefore(text, at);
  if (PICTURE.test(before) || (run.includes('\u20e3') && /^[\d#*]$/.test(before))) return '';
  // A tone of nothing would join what stands before it, if only in some terminals.
  if (TONE.test(run)) return '■';
  return PICTURE.test(characterAt(text, at + run.length)) ? '' : run.replaceAll(/[\ufe0e\ufe0f]/g, '');
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(Math.max(0, at - 2), at) : text.charAt(at - 1);
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}
