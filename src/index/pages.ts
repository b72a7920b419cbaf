/** Smaller columns are as well off in the common heap, in bytes. */
const LARGE = 1 << 16;

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/**
 * A column of zeros of the same kind as another. A large one is in pages of its own, which go back to the system as soon
 * as nobody holds it: growing columns leave holes in a heap that are never given back.
 */
export function columnAs<T extends Column>(like: T, length: number): T {
  const Same = like.constructor as {
    new (length: number): T;
    new (buffer: SharedArrayBuffer, at: 0, length: number): T;
  };
  const size = length * like.BYTES_PER_ELEMENT;
  return size < LARGE ? new Same(length) : new Same(new SharedArrayBuffer(size, { maxByteLength: size }), 0, length);
}
