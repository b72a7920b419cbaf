import { hashText, mix } from './hash.ts';
import { type Lexicon, NO_CLUSTER } from './lexicon.ts';

/** How a word is written. */
export const Case = {
  Lower: 0,
  Title: 1,
  Upper: 2,
  Initial: 3,
  Mixed: 4,
  Number: 5,
  Punctuation: 6,
} as const;
export type Case = (typeof Case)[keyof typeof Case];

/** What the tagger knows of a word by itself. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly lowerHash: number;
  readonly case: Case;
  /** Its clusters, `coarse` -1 when it has none. */
  readonly fine: number;
  readonly coarse: number;
  /** Hash of its shape: `Xx`, `X.X.`, `dd`. */
  readonly shape: number;
  /** Features of the word; `reach[f]` says at what distance from a token it still counts: 0, 1 or 2. */
  readonly features: Int32Array;
  readonly reach: Uint8Array;
}

/** Describes a word. A curly apostrophe is a straight one, any digit is 0. */
export function describeWord(written: string, lexicon: Lexicon): Word {
  const text = written.replaceAll('’', "'");
  const lower = text.toLowerCase();
  const plain = zeroDigits(lower);
  const fine = lexicon.clusterOf(lower);
  const coarse = fine === NO_CLUSTER ? -1 : lexicon.coarse[fine]!;
  const kind = caseOf(text);
  const shape = hashText(shapeOf(text));
  const lowerHash = hashText(plain);
  const features: number[] = [];
  const reach: number[] = [];
  const add = (template: number, value: number, distance: number) => {
    features.push(mix(template, value));
    reach.push(distance);
  };
  add(1, lowerHash, 0);
  add(3, shape, 2);
  add(4, fine, 2);
  add(5, coarse, 2);
  add(6, kind, 2);
  for (let n = 1; n <= 4 && n < plain.length; n++) add(6 + n, hashText(plain, plain.length - n), n === 3 ? 1 : 0);
  for (let n = 2; n <= 4 && n < plain.length; n++) add(10 + n, hashText(plain, 0, n), 0);
  add(15, mix(coarse, kind), 1);
  add(16, mix(fine, kind), 0);
  add(17, Math.min(plain.length, 9), 0);
  return {
    text,
    lower,
    lowerHash,
    case: kind,
    fine,
    coarse,
    shape,
    features: Int32Array.from(features),
    reach: Uint8Array.from(reach),
  };
}

function zeroDigits(text: string): string {
  let out = '';
  let changed = false;
  for (let i = 0; i < text.length; i++) {
    const digit = isDigit(text.charCodeAt(i));
    changed ||= digit;
    out += digit ? '0' : text[i];
  }
  return changed ? out : text;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Whether a character is a letter of upper case, of any script that has cases. */
export function isUpper(char: string): boolean {
  return char !== char.toLowerCase();
}

function isLower(char: string): boolean {
  return char !== char.toUpperCase();
}

function caseOf(text: string): Case {
  let upper = 0;
  let lower = 0;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (isUpper(char)) upper++;
    else if (isLower(char)) lower++;
    else if (isDigit(text.charCodeAt(i))) digits++;
  }
  if (upper === 0 && lower === 0) return digits > 0 ? Case.Number : Case.Punctuation;
  if (upper === 0) return Case.Lower;
  if (lower === 0) return upper === 1 ? Case.Initial : Case.Upper;
  return upper === 1 && isUpper(text[0]!) ? Case.Title : Case.Mixed;
}

/** The word's shape: runs of upper (X), lower (x), digits (d) shortened to two, other characters kept. */
function shapeOf(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    const kind = isUpper(char) ? 'X' : isLower(char) ? 'x' : isDigit(text.charCodeAt(i)) ? 'd' : char;
    if (out.endsWith(kind + kind)) continue;
    out += kind;
  }
  return out;
}
