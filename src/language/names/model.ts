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
/** A step between keys of this size says that the next step is to be added to it. */
const FAR = 0xffff;
/** Weights are kept in 8 bits on a scale of logarithms (mu-law, ITU-T G.711): equally exact for great and small. */
const MU = 255;
const GREATEST = 127;

/** The nearest weight that is kept, as its place on the scale. */
export function compress(weight: number): number {
  const place = (GREATEST * Math.log1p((MU * Math.abs(weight)) / 0x7fff)) / Math.log1p(MU);
  return Math.sign(weight) * Math.round(place);
}

/** The weight of a place on the scale. */
export function expand(place: number): number {
  const size = (0x7fff / MU) * Math.expm1((Math.abs(place) / GREATEST) * Math.log1p(MU));
  return Math.sign(place) * Math.round(size);
}

/**
 * Writes a model: magic number, numbers of clustered words, clusters, features, steps and weights, then the columns
 * one after another, all little endian, each padded to 4 bytes. Keys are written as steps from one to the next; of a
 * feature only the weights that are not 0 are written, told by a mask.
 */
export function encodeModel({ lexicon, keys, weights, transitions }: NameModel): Uint8Array {
  const masks = new Uint16Array(keys.length);
  const outside = new Uint8Array((keys.length + 7) >> 3);
  const steps: number[] = [];
  let last = 0;
  for (const key of keys) {
    let step = key - last;
    for (; step >= FAR; step -= FAR) steps.push(FAR);
    steps.push(step);
    last = key;
  }
  const dense: number[] = [];
  for (let f = 0; f < keys.length; f++)
    for (let b = 0; b < LABELS; b++) {
      const place = compress(weights[f * LABELS + b]!);
      if (place === 0) continue;
      if (b < MASKED) masks[f]! |= 1 << b;
      else outside[f >> 3]! |= 1 << (f & 7);
      dense.push(place);
    }
  const head = Uint32Array.of(
    MAGIC,
    lexicon.low.length,
    lexicon.coarse.length,
    keys.length,
    steps.length,
    dense.length,
  );
  const columns = [
    head,
    lexicon.bucketSizes,
    lexicon.low,
    lexicon.fine,
    lexicon.coarse,
    transitions,
    Uint16Array.from(steps),
    masks,
    outside,
    Int8Array.from(dense),
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
  const [magic, words = 0, clusters = 0, features = 0, stepCount = 0, count = 0] = take(Uint32Array, 6, 4);
  if (magic !== MAGIC) throw new Error('not the weights of a name recogniser');
  const lexicon = new Lexicon(
    take(Uint8Array, 0x10000, 1),
    take(Uint16Array, words, 2),
    take(Uint16Array, words, 2),
    take(Uint8Array, clusters, 1),
  );
  const transitions = take(Int16Array, LABELS * LABELS, 2);
  const keys = readKeys(take(Uint16Array, stepCount, 2), features);
  const masks = take(Uint16Array, features, 2);
  const outside = take(Uint8Array, (features + 7) >> 3, 1);
  const dense = take(Int8Array, count, 1);
  const weightOf = Int16Array.from({ length: 256 }, (_, place) => expand(place < 128 ? place : place - 256));
  const weights = new Int16Array(features * LABELS);
  let next = 0;
  for (let f = 0; f < features; f++) {
    for (let mask = masks[f]!; mask !== 0; mask &= mask - 1)
      weights[f * LABELS + 31 - Math.clz32(mask & -mask)] = weightOf[dense[next++]! & 0xff]!;
    if (outside[f >> 3]! & (1 << (f & 7))) weights[f * LABELS + MASKED] = weightOf[dense[next++]! & 0xff]!;
  }
  return { lexicon, keys, weights, transitions };
}

function readKeys(steps: Uint16Array, count: number): Uint32Array {
  const keys = new Uint32Array(count);
  let key = 0;
  let k = 0;
  for (const step of steps) {
    key += step;
    if (step !== FAR) keys[k++] = key;
  }
  return keys;
}

function padded(size: number): number {
  return (size + 3) & ~3;
}
