const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** What may stand between the letters of one word. */
const JOINS = new Set("-‐‑'’.,");

const UNKNOWN = 0;
const LETTERS = 1;
const JOIN = 2;
const OTHER = 3;
/** The first half of a character of two code units. */
const HALF = 4;
/** What each code unit is, as far as it was met. */
const kinds = new Uint8Array(1 << 16);

function kindOf(unit: number): number {
  const kind = kinds[unit]!;
  return kind === UNKNOWN ? learned(unit) : kind;
}

function learned(unit: number): number {
  const letter = String.fromCharCode(unit);
  let kind = OTHER;
  if (unit >= 0xd800 && unit < 0xdc00) kind = HALF;
  else if (JOINS.has(letter)) kind = JOIN;
  else if (LETTER.test(letter)) kind = LETTERS;
  kinds[unit] = kind;
  return kind;
}

/** How many code units a letter, digit or mark takes that stands at a place of a text; 0 where there is none. */
export function letterLength(text: string, at: number, end: number): number {
  if (at >= end) return 0;
  const kind = kindOf(text.charCodeAt(at));
  if (kind === LETTERS) return 1;
  if (kind !== HALF || at + 1 >= end) return 0;
  const point = text.codePointAt(at)!;
  return point > 0xffff && LETTER.test(String.fromCodePoint(point)) ? 2 : 0;
}

/** Whether a code unit may stand between the letters of one word. */
export function mayJoin(unit: number): boolean {
  return kindOf(unit) === JOIN;
}
