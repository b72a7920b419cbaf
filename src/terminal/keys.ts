import { graphemes } from './width.ts';

/**
 * One key as the key table names it: a printable character stands for itself (`j`, `G`, `é`); the others are
 * `enter` `tab` `shift-tab` `escape` `backspace` `delete` `up` `down` `left` `right` `home` `end` `pageup`
 * `pagedown`, `ctrl-` with a letter, `ctrl-left` and `ctrl-right` (Alt with an arrow is the same), and `alt-` with a
 * letter: a terminal sends it as Esc and the letter, so that the two pressed together look alike ({@link plainKeys}).
 */
export type Key = string;

/** What a mouse did, and where: cells counted from 0 at the upper left. */
export interface MouseEvent {
  readonly did: 'press' | 'release' | 'wheelUp' | 'wheelDown';
  /** 0 is the left button; of the wheel it means nothing. */
  readonly button: number;
  readonly column: number;
  readonly row: number;
}

/** What comes from a terminal, in the order it came. */
export type Input =
  | { readonly type: 'key'; readonly key: Key }
  | { readonly type: 'paste'; readonly text: string }
  | { readonly type: 'mouse'; readonly mouse: MouseEvent };

const ESCAPE = '\u001b';
const PASTE_START = '\u001b[200~';
const PASTE_END = '\u001b[201~';
/** A control sequence (ECMA-48, 5.4): parameters, intermediates, a final byte; `[[A` and `3$` are keys of some consoles. */
const CSI = /^\u001b\[(?:\[[A-Z]|[2-8]\$|([0-?]*)([ -/]*)([@-~]))/;
const CSI_BEGUN = /^\u001b\[(?:\[|[0-?]*[ -/]*)$/;
const SS3 = /^\u001bO([\d;]*)([@-~])/;
const SS3_BEGUN = /^\u001bO[\d;]*$/;
/** No sequence of a key is as long. */
const LONGEST = 64;
/** A mouse report without SGR coordinates: three characters follow that are no keys. */
const OLD_MOUSE = '\u001b[M';

/**
 * Takes a terminal's input apart: keys that arrive together, sequences that arrive in pieces, pastes, reports of the
 * mouse. What is no sequence of a key or the mouse does nothing; its characters never become letters.
 */
export class InputSplitter {
  private pending = '';
  /** The escape character that began a sequence may have been taken for the Escape key, its rest being late. */
  private tookEscape = false;
  /** The pieces of a paste whose end has not come: looking at all of them for each that comes would take for ever. */
  private pasted: string[] = [];
  /** The last characters of these, as the mark of the end may be torn. */
  private tail = '';

  /** What a piece of input completes. */
  push(chunk: string): readonly Input[] {
    if (this.pasted.length > 0) return this.paste(chunk);
    const late = this.tookEscape && /^\[(?:<[\d;]*|[\d;]*[A-Z~])/.test(chunk);
    this.tookEscape = false;
    return this.taken(late ? ESCAPE + chunk : chunk);
  }

  private paste(chunk: string): readonly Input[] {
    this.pasted.push(chunk);
    const last = this.tail + chunk;
    this.tail = last.slice(1 - PASTE_END.length);
    if (!last.includes(PASTE_END)) return [];
    const whole = this.pasted.join('');
    this.pasted = [];
    return this.taken(whole);
  }

  private taken(chunk: string): readonly Input[] {
    this.pending += chunk;
    const out: Input[] = [];
    while (this.pending !== '') {
      const taken = this.take(out);
      if (taken === 0) break;
      this.pending = this.pending.slice(taken);
    }
    if (this.pending.startsWith(PASTE_START)) {
      this.pasted = [this.pending];
      this.tail = this.pending.slice(1 - PASTE_END.length);
      this.pending = '';
    }
    return out;
  }

  /**
   * Whether something waits for its rest: `soon` when it may well be whole already (the Escape key is how every
   * sequence begins), `late` when it is a torn sequence.
   */
  get waits(): 'no' | 'soon' | 'late' {
    if (this.pending === '') return 'no';
    return this.pending.length <= 2 ? 'soon' : 'late';
  }

  /** What waits is taken for whole, as no more has come: the Escape key, or Alt with a bracket; the rest is dropped. */
  flush(): readonly Input[] {
    const { pending } = this;
    if (this.waits === 'no') return [];
    this.pending = '';
    this.tookEscape = pending === ESCAPE;
    return pending.length <= 2 ? Array.from(pending).flatMap((character) => keysOf(character).map(pressed)) : [];
  }

  /** Takes what the pending input begins with. @returns how many characters that was; 0 when its rest has not come */
  private take(out: Input[]): number {
    const { pending } = this;
    const at = pending.indexOf(ESCAPE);
    if (at !== 0) {
      const text = at < 0 ? pending : pending.slice(0, at);
      for (const grapheme of graphemes(text)) for (const key of keysOfCharacter(grapheme)) out.push(pressed(key));
      return text.length;
    }
    if (pending.startsWith(PASTE_START)) {
      const end = pending.indexOf(PASTE_END);
      if (end < 0) return 0;
      out.push({ type: 'paste', text: pending.slice(PASTE_START.length, end) });
      return end + PASTE_END.length;
    }
    if (pending.startsWith(OLD_MOUSE)) {
      return pending.length < OLD_MOUSE.length + 3 ? 0 : OLD_MOUSE.length + 3;
    }
    const csi = CSI.exec(pending);
    if (csi) {
      const input = ofSequence(csi[1] ?? '', csi[2] ?? '', csi[3] ?? '');
      if (input) out.push(input);
      return csi[0].length;
    }
    const ss3 = SS3.exec(pending);
    if (ss3) {
      const input = ss3[2] === KEYPAD_ENTER ? pressed('enter') : ofSequence('', '', ss3[2] ?? '');
      if (input) out.push(input);
      return ss3[0].length;
    }
    const begun = pending === ESCAPE || CSI_BEGUN.test(pending) || SS3_BEGUN.test(pending);
    if (begun && pending.length < LONGEST) return 0;
    if (pending[1] === '[' || pending[1] === 'O') {
      // A sequence that something breaks off: what breaks it is read, the torn piece is not.
      const torn = /^\u001b(?:\[[ -?]*|O[\d;]*)/.exec(pending);
      return torn?.[0].length ?? 1;
    }
    // Escape with a key right behind it: that is how Alt is sent, too.
    const [alt, letter] = /^\u001b([a-z])/i.exec(pending) ?? [];
    if (alt !== undefined) {
      out.push(pressed(`alt-${letter}`));
      return alt.length;
    }
    out.push(pressed('escape'));
    return 1;
  }
}

/** What was pressed before: a text that comes as keys has few different ones. */
const pressedBefore = new Map<Key, Input>();
const REMEMBERED = 1024;

function pressed(key: Key): Input {
  let input = pressedBefore.get(key);
  if (!input) {
    input = { type: 'key', key };
    if (pressedBefore.size >= REMEMBERED) pressedBefore.clear();
    pressedBefore.set(key, input);
  }
  return input;
}

const LETTERS: Readonly<Record<string, Key>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  Z: 'shift-tab',
};
/** The keypad's Enter, `ESC O M`. */
const KEYPAD_ENTER = 'M';
const NUMBERS: Readonly<Record<string, Key>> = {
  1: 'home',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
};

/** The key or the mouse's report that a control sequence stands for. */
function ofSequence(parameters: string, intermediates: string, final: string): Input | undefined {
  if (intermediates !== '') return undefined;
  if (parameters.startsWith('<')) return mouseOf(parameters.slice(1), final);
  const arrow = /^1;[35]$/.test(parameters) ? { C: 'ctrl-right', D: 'ctrl-left' }[final] : undefined;
  if (arrow !== undefined) return pressed(arrow);
  const key = final === '~' ? NUMBERS[parameters.split(';')[0] ?? ''] : LETTERS[final];
  return key !== undefined && /^[\d;:]*$/.test(parameters) ? pressed(key) : undefined;
}

const WHEEL = 64;
const MOTION = 32;
/** Shift, Alt and Ctrl. */
const MODIFIERS = 4 + 8 + 16;

/** A report in xterm's SGR coordinates (mode 1006): `button;column;row` with `M` for down and `m` for up. */
function mouseOf(parameters: string, final: string): Input | undefined {
  const [, code, column, row] = /^(\d{1,4});(\d{1,5});(\d{1,5})$/.exec(parameters)?.map(Number) ?? [];
  if (code === undefined || !column || !row || (final !== 'M' && final !== 'm')) return undefined;
  const button = code & ~MODIFIERS;
  const place = { column: column - 1, row: row - 1 };
  if (button === WHEEL || button === WHEEL + 1) {
    return { type: 'mouse', mouse: { did: button === WHEEL ? 'wheelUp' : 'wheelDown', button: 0, ...place } };
  }
  if (button >= MOTION) return undefined;
  return { type: 'mouse', mouse: { did: final === 'M' ? 'press' : 'release', button, ...place } };
}

/** The keys of a text without escape sequences, in the order they were pressed. */
function keysOf(text: string): readonly Key[] {
  return [...graphemes(text)].flatMap(keysOfCharacter);
}

function keysOfCharacter(grapheme: string): readonly Key[] {
  const code = grapheme.charCodeAt(0);
  if (code >= 0x20 && (code < 0x7f || code > 0x9f)) return [grapheme];
  if (grapheme.length > 1) return Array.from(grapheme).flatMap(keysOfCharacter);
  switch (code) {
    case 0x0a:
    case 0x0d:
      return ['enter'];
    case 0x09:
      return ['tab'];
    case 0x1b:
      return ['escape'];
    case 0x08:
    case 0x7f:
      return ['backspace'];
    default:
      return code > 0 && code < 0x1b ? [`ctrl-${String.fromCharCode(code + 0x60)}`] : [];
  }
}

/** What a key is where it means nothing as it is: Alt with a letter is Esc and the letter, Ctrl-← is ←. */
export function plainKeys(key: Key): readonly Key[] {
  if (key === 'ctrl-left' || key === 'ctrl-right') return [key.slice(5)];
  return key.startsWith('alt-') && key.length > 4 ? ['escape', key.slice(4)] : [];
}

/** Whether a key puts its own character into a text. */
export function isPrintable(key: Key): boolean {
  return !NAMED.has(key) && !/^(?:ctrl|alt)-./su.test(key);
}

const NAMED: ReadonlySet<Key> = new Set([
  'up',
  'down',
  'left',
  'right',
  'pageup',
  'pagedown',
  'home',
  'end',
  'enter',
  'tab',
  'shift-tab',
  'escape',
  'backspace',
  'delete',
]);
