const NARROW = 1;
const WIDE = 2;
const MIXED = 3;
const ALL_NARROW = /^[\u0000-\u00ff]*$/;

/**
 * A string as bytes, to the letter and in the fewest: a byte a character where all are below U+0100, else UTF-8 or UTF-16.
 * The first byte says which; half a pair of surrogates has no UTF-8.
 */
export function packString(text: string): Uint8Array {
  const form = ALL_NARROW.test(text) ? NARROW : isMixed(text) ? MIXED : WIDE;
  const bytes = Buffer.from(text, ENCODINGS[form]);
  const packed = new Uint8Array(bytes.length + 1);
  packed[0] = form;
  packed.set(bytes, 1);
  return packed;
}

const ENCODINGS = { [NARROW]: 'latin1', [WIDE]: 'utf16le', [MIXED]: 'utf8' } as const;

function isMixed(text: string): boolean {
  return text.isWellFormed() && Buffer.byteLength(text, 'utf8') < 2 * text.length;
}

/** Reads back what {@link packString} gave. */
export function unpackString(packed: Uint8Array): string {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset + 1, Math.max(0, packed.byteLength - 1));
  const [form = NARROW] = packed;
  return bytes.toString(form === WIDE || form === MIXED ? ENCODINGS[form] : 'latin1');
}

/** A list of strings as bytes: how many, where each ends, and all of them as one. */
export function packStrings(list: readonly string[]): Uint8Array {
  let end = 0;
  const ends = Int32Array.from([list.length, ...list.map((text) => (end += text.length))]);
  const all = packString(list.join(''));
  const packed = new Uint8Array(ends.byteLength + all.length);
  packed.set(new Uint8Array(ends.buffer));
  packed.set(all, ends.byteLength);
  return packed;
}

/**
 * Reads back what {@link packStrings} gave; what stands behind it does no harm.
 *
 * @throws RangeError where they are too few bytes
 */
export function unpackStrings(packed: Uint8Array): readonly string[] {
  const strings = new Strings(packed);
  return Array.from({ length: strings.length }, (_, i) => strings.at(i));
}

/** A list of strings as one, each made when it is asked for. */
export class Strings {
  readonly length: number;
  readonly #ends: DataView;
  readonly #all: string;

  /**
   * @param packed what {@link packStrings} gave; what stands behind it does no harm
   * @throws RangeError where they are too few bytes
   */
  constructor(packed: Uint8Array) {
    this.#ends = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    this.length = this.#ends.getInt32(0, LITTLE);
    if (!(this.length >= 0 && 4 * this.length <= packed.byteLength)) throw new RangeError('these bytes are no strings');
    this.#all = unpackString(packed.subarray(4 + 4 * this.length));
    // Strings that lie over each other would be many times what was packed.
    for (let i = 1, before = 0; i <= this.length; i++) {
      const end = this.#ends.getInt32(4 * i, LITTLE);
      if (end < before || end > this.#all.length) throw new RangeError('these bytes are no strings');
      before = end;
    }
  }

  at(i: number): string {
    return this.#all.slice(i === 0 ? 0 : this.#ends.getInt32(4 * i, LITTLE), this.#ends.getInt32(4 + 4 * i, LITTLE));
  }
}

/** Columns have the byte order of the machine. */
const LITTLE = new Uint8Array(Int32Array.of(1).buffer)[0] === 1;
