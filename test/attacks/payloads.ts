/**
 * What a stranger may put into a text to act on the terminal of whoever reads it: made up after the published lists
 * (ECMA-48, xterm's control sequences, "Trojan Source" CVE-2021-42574, terminal escapes of CVE-2003-0063, -0020 and
 * the like). `OWNED` is what would be seen of one that had worked. None is written just as the program itself writes
 * one, so that it cannot hide among what is meant.
 */
const ESC = '\u001b';
const BEL = '\u0007';
const ST = `${ESC}\\`;

/** Sequences in their 7-bit forms: what is behind ESC. */
const SEQUENCES: Readonly<Record<string, string>> = {
  'title (OSC 0)': `]0;OWNED${BEL}`,
  'title (OSC 2, ended by ST)': `]2;OWNED${ST}`,
  'icon (OSC 1)': `]1;OWNED${BEL}`,
  'folder (OSC 7)': `]7;file://owned/OWNED${BEL}`,
  'link (OSC 8)': `]8;;https://owned.example/OWNED${ST}click${ESC}]8;;${ST}`,
  'message (OSC 9)': `]9;OWNED${BEL}`,
  'palette (OSC 4)': `]4;1;rgb:00/00/00${BEL}`,
  'colours asked for (OSC 11)': `]11;?${BEL}`,
  'clipboard (OSC 52)': `]52;c;T1dORUQ=${BEL}`,
  'clipboard asked for (OSC 52)': `]52;c;?${BEL}`,
  'message (OSC 777)': `]777;notify;OWNED;OWNED${BEL}`,
  'a file for iTerm (OSC 1337)': `]1337;File=name=T1dORUQ=:T1dORUQ=${BEL}`,
  'an OSC that never ends': ']0;OWNED ',
  'status asked for (DCS)': `P$q"p${ST}`,
  'a picture (DCS, sixel)': `Pq#0;2;0;0;0#0~~@@vv@@~~@@~~$${ST}`,
  'keys defined (DCS)': `P1;1|17/4f574e4544${ST}`,
  'a command for tmux (DCS)': `Ptmux;${ESC}${ESC}]0;OWNED${BEL}${ST}`,
  'a picture for kitty (APC)': `_Gf=24,s=1,v=1;AAAA${ST}`,
  'a title for screen': `kOWNED${ST}`,
  'privacy message (PM)': `^OWNED${ST}`,
  'start of string (SOS)': `XOWNED${ST}`,
  'lines above emptied': '[3J',
  'cursor set': '[777;777H',
  'cursor back': '[9999D',
  'cursor up': '[9999A',
  'cursor hidden': '[?25;12l',
  'other screen left': '[?1047l',
  'mouse on': '[?1002;1006h',
  'paste marks off': '[?2004;1l',
  'a paste ended': '[201~',
  'wrapping off': '[?7l',
  'insert mode': '[4h',
  'scrolling region': '[2;3r',
  'looks: hidden': '[8m',
  'looks: blinking on red': '[5;41m',
  'place asked for': '[6n',
  'kind asked for': '[c',
  'title asked for': '[21t',
  'window moved': '[3;1;1t',
  'window made small': '[8;1;1t',
  'keys asked for in another protocol': '[>131u',
  'looks, with colons': '[38:2::1:2:3m',
  'soft reset': '[!p',
  'media copied': '[5i',
  'full reset': 'c',
  'lines of E': '#8',
  'line drawing': '(0',
  'keypad keys': '=',
  'index, reversed': 'M',
  'cursor saved': '7',
};

/** One control character for ESC and what is behind it. */
const EIGHT_BIT: Readonly<Record<string, string>> = {
  ']': '\u009d',
  P: '\u0090',
  '[': '\u009b',
  _: '\u009f',
  '^': '\u009e',
  X: '\u0098',
};

const CHARACTERS: Readonly<Record<string, string>> = {
  'every C0 control': Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('x'),
  'every C1 control': Array.from({ length: 32 }, (_, code) => String.fromCharCode(0x80 + code)).join('x'),
  delete: 'OWNED\u007f\u007f\u007f\u007f\u007f',
  backspaces: 'safe\b\b\b\bOWNED',
  'a line written over': 'safe\rOWNED',
  'bells and answers': '\u0007\u0005',
  'other characters (SO, SI)': '\u000eOWNED\u000f',
  'bidi overrides': '\u202eDENWO\u202c \u202dx\u202c',
  'bidi embeddings': '\u202ax\u202bx\u202c',
  'bidi isolates': '\u2066x\u2067x\u2068x\u2069',
  'bidi marks': 'x\u200e\u200f\u061cx',
  'characters of no width': 'O\u200bW\u2060N\ufeffE\u00adD\u180e',
  'fillers that are not seen': 'O\u115f\u1160\u3164\uffa0W\u034f',
  tags: `x${Array.from('OWNED', (c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')}\u{e007f}`,
  'variation selectors beyond sixteen': 'x\u{e0100}\u{e01ef}',
  'annotations between lines': '\ufff9OWNED\ufffax\ufffb',
  separators: 'x\u2028OWNED\u2029x\u0085x',
  'lone surrogates': 'x\ud83dx\ude00x\udb40x',
  'marks that pile up': `x${'\u0301\u0327'.repeat(60)}`,
};

/** All attacks by what they would do. */
export const PAYLOADS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(SEQUENCES).map(([name, behind]) => [name, ESC + behind])),
  ...Object.fromEntries(
    Object.entries(SEQUENCES).flatMap(([name, behind]) => {
      const one = EIGHT_BIT[behind[0] ?? ''];
      return one === undefined ? [] : [[`${name}, 8-bit`, one + behind.slice(1).replaceAll(ST, '\u009c')]];
    }),
  ),
  ...CHARACTERS,
};

/** Two halves that are nothing, and a sequence when one stands right behind the other. */
export const HALVES: readonly (readonly [string, string])[] = [
  [ESC, ']0;OWNED\u0007'],
  [ESC, '[31;5m'],
  [`${ESC}]`, '0;OWNED\u0007'],
  [`${ESC}]0;`, 'OWNED\u0007'],
  [`${ESC}[`, '3J'],
  ['\u009d', '0;OWNED\u009c'],
  ['\ud83d', '\ude00'],
  ['\udb40', '\udc41'],
  [ESC, 'c'],
];
