type Column = Uint8Array | Int32Array | Float64Array;

/**
 * Columns behind each other in bytes of their own, so that they can be handed to another thread; filled up to a multiple
 * of `unit` bytes.
 */
export function joined(columns: readonly Column[], unit = 1): Uint8Array<ArrayBuffer> {
  const size = columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const all = new Uint8Array(Math.ceil(size / unit) * unit);
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of columns) {
    all.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return all;
}
