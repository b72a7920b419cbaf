import { type Look, PLAIN, withLink, withSgr } from './looks.ts';

/** A stretch of text of one look. */
interface Run {
  readonly text: string;
  readonly look: Look;
}

/** A line as it is drawn: its text in runs, and its cells where every terminal has it in the same. */
export interface Row {
  readonly runs: readonly Run[];
  /** Undefined where terminals may disagree on the width of a character: then no column behind it is certain. */
  readonly cells: Cells | undefined;
}

/** One number a column: the UTF-16 code unit that begins there, 0 for the second column of a wide one, and its look. */
export interface Cells {
  readonly units: Uint16Array;
  readonly looks: Uint16Array;
  /** Columns that are taken; what is behind is blank. */
  readonly width: number;
}

/** A row with nothing on it. */
export const EMPTY: Row = {
  runs: [],
  cells: { units: new Uint16Array(0), looks: new Uint16Array(0), width: 0 },
};

export const BLANK = 0x20;

/**
 * What all terminals draw alike, each character by itself and in one column or two: what `narrow.ts` lists, Greek and
 * Cyrillic letters, ideographs, kana, syllables of Hangul. Not what joins, emoji, nor what is written from the right.
 */
const CERTAIN =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0391-\u03a1\u03a3-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25fc\u25ff\u2768-\u2775\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]*$/;
/** Whatever is certain is wide from here on. */
const FIRST_WIDE = 0x3000;

const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]+/g;
/** What belongs to the character before it. */
const JOINS = /^\p{M}/u;
const ADDRESS = /^[\u0021-\u007e]+$/;
const SGR = /^[\d;]*$/;

/** Whether every terminal draws a printable text in the same cells. */
export function isCertain(text: string): boolean {
  return CERTAIN.test(text);
}

/** A line of which looks and links are read. */
interface Reading {
  readonly runs: readonly Run[];
  /** The look it leaves behind. */
  readonly end: Look;
  /** Whether there was more: controls that do something else, which are left out, or a look within a character. */
  readonly wasMore: boolean;
}

/** Takes a line apart into its text and looks: SGR and OSC 8 are read, and nothing else that is no text gets through. */
export function read(line: string): Reading {
  const runs: Run[] = [];
  let look = PLAIN;
  let wasMore = false;
  let at = 0;
  const add = (text: string) => {
    const safe = CONTROL.test(text) ? text.replaceAll(CONTROLS, '') : text;
    wasMore ||= safe !== text || (at > 0 && JOINS.test(text));
    if (safe === '') return;
    const last = runs.at(-1);
    if (last?.look === look) runs[runs.length - 1] = { text: last.text + safe, look };
    else runs.push({ text: safe, look });
  };
  for (let sequence = line.indexOf('\u001b'); sequence >= 0; sequence = line.indexOf('\u001b', at)) {
    add(line.slice(at, sequence));
    at = sequence + 1;
    if (line[at] === '[') {
      const end = line.indexOf('m', at);
      const parameters = end < 0 ? ' ' : line.slice(at + 1, end);
      if (SGR.test(parameters)) {
        look = withSgr(look, parameters);
        at = end + 1;
        continue;
      }
    }
    const end = line.startsWith(']8;', at) ? endOfString(line, at) : undefined;
    if (end) {
      const address = line.slice(line.indexOf(';', at + 3) + 1, end.at);
      look = withLink(look, ADDRESS.test(address) ? address : '');
      at = end.next;
    } else wasMore = true;
  }
  add(line.slice(at));
  return { runs, end: look, wasMore };
}

/** A line as it is drawn. */
export function rowOf(line: string): Row {
  const { runs } = read(line);
  return { runs, cells: runs.every(({ text }) => isCertain(text)) ? cellsOf(runs) : undefined };
}

/** Where the string that an OSC begins ends: at BEL or at ESC \. */
function endOfString(line: string, from: number): { readonly at: number; readonly next: number } | undefined {
  const bell = line.indexOf('\u0007', from);
  const sequence = line.indexOf('\u001b', from);
  if (bell >= 0 && (sequence < 0 || bell < sequence)) return { at: bell, next: bell + 1 };
  return sequence >= 0 && line[sequence + 1] === '\\' ? { at: sequence, next: sequence + 2 } : undefined;
}

function cellsOf(runs: readonly Run[]): Cells {
  const most = runs.reduce((sum, { text }) => sum + text.length, 0) * 2;
  const units = new Uint16Array(most);
  const looks = new Uint16Array(most);
  let width = 0;
  for (const { text, look } of runs) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      units[width] = unit;
      looks[width] = look;
      width++;
      if (unit < FIRST_WIDE) continue;
      looks[width] = look;
      width++;
    }
  }
  return { units, looks, width };
}
