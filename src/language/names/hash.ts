/** Hashes of 32 bits that stand for features and words: FNV-1a, and its step to combine two. */

const PRIME = 0x01000193;
const BASIS = 0x811c9dc5 | 0;

/** Hash of the code units of `text` from `from` up to, not including, `to`. */
export function hashText(text: string, from = 0, to = text.length, seed = BASIS): number {
  let h = seed;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME);
  return mix(h, to - from);
}

/** One hash of two; the order matters. */
export function mix(a: number, b: number): number {
  let h = Math.imul(Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Hash of bytes, four at a time, to tell whether a file is whole and the one meant. Their number divides by 4. */
export function hashBytes(bytes: Uint8Array): number {
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let h = BASIS;
  for (let i = 0; i < numbers.length; i++) {
    h = Math.imul(h ^ numbers[i]!, PRIME);
    h ^= h >>> 15;
  }
  return mix(h, bytes.length) >>> 0;
}
