import { hashBytes } from './hash.ts';
import { LABELS } from './labels.ts';
import { Lexicon } from './lexicon.ts';

/** The trained recogniser. */
export interface NameModel {
  readonly lexicon: Lexicon;
  /** Hashes of the features in rising order as unsigned numbers; feature `f` has the weights from `f * LABELS` on. */
  readonly keys: Uint32Array;
  readonly weights: Int16Array;
  /** Weight of label `b` after `a` at `a * LABELS + b`. */
  readonly transitions: Int16Array;
}

const MAGIC = 0x314d4e43; // "CNM1"
/** Labels but the last are told by 16 bits; the last, outside, has a bit in a row of its own. */
const MASKED = 16;

/**
 * Writes a model: magic number, numbers of clustered words, clusters, features and weights, then the columns one
 * after another, all little endian, each padded to 4 bytes. Of a feature only the weights that are not 0 are
 * written, told by a mask.
 */
export function encodeModel({ lexicon, keys, weights, transitions }: NameModel): Uint8Array {
  const masks = new Uint16Array(keys.length);
  const outside = new Uint8Array((keys.length + 7) >> 3);
  const dense: number[] = [];
  for (let f = 0; f < keys.length; f++)
    for (let b = 0; b < LABELS; b++) {
      const weight = weights[f * LABELS + b]!;
      if (weight === 0) continue;
      if (b < MASKED) masks[f]! |= 1 << b;
      else outside[f >> 3]! |= 1 << (f & 7);
      dense.push(weight);
    }
  const head = Uint32Array.of(MAGIC, lexicon.low.length, lexicon.coarse.length, keys.length, dense.length);
  const columns = [
    head,
    lexicon.bucketSizes,
    lexicon.low,
    lexicon.fine,
    lexicon.coarse,
    transitions,
    keys,
    masks,
    outside,
    Int16Array.from(dense),
  ];
  const sizes = columns.map((column) => padded(column.byteLength));
  const out = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  columns.forEach((column, c) => {
    out.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += sizes[c]!;
  });
  return out;
}

/**
 * Reads a model.
 *
 * @param bytes start at a multiple of 4 of their buffer
 * @throws when the bytes are not the model of this hash
 */
export function decodeModel(bytes: Uint8Array, hash: number): NameModel {
  if (hashBytes(bytes) !== hash) throw new Error('the weights of the name recogniser are damaged');
  let at = bytes.byteOffset;
  const take = <Column>(
    make: new (buffer: ArrayBuffer, at: number, length: number) => Column,
    length: number,
    size: number,
  ): Column => {
    const column = new make(bytes.buffer as ArrayBuffer, at, length);
    at += padded(length * size);
    return column;
  };
  const [magic, words = 0, clusters = 0, features = 0, count = 0] = take(Uint32Array, 5, 4);
  if (magic !== MAGIC) throw new Error('not the weights of a name recogniser');
  const lexicon = new Lexicon(
    take(Uint8Array, 0x10000, 1),
    take(Uint16Array, words, 2),
    take(Uint16Array, words, 2),
    take(Uint8Array, clusters, 1),
  );
  const transitions = take(Int16Array, LABELS * LABELS, 2);
  const keys = take(Uint32Array, features, 4);
  const masks = take(Uint16Array, features, 2);
  const outside = take(Uint8Array, (features + 7) >> 3, 1);
  const dense = take(Int16Array, count, 2);
  const weights = new Int16Array(features * LABELS);
  let next = 0;
  for (let f = 0; f < features; f++) {
    const mask = masks[f]!;
    for (let b = 0; b < MASKED; b++) if (mask & (1 << b)) weights[f * LABELS + b] = dense[next++]!;
    if (outside[f >> 3]! & (1 << (f & 7))) weights[f * LABELS + MASKED] = dense[next++]!;
  }
  return { lexicon, keys, weights, transitions };
}

function padded(size: number): number {
  return (size + 3) & ~3;
}
