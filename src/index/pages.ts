/** Smaller columns are as well off in the common heap, in bytes. */
const LARGE = 1 << 16;
/** No more addresses than these are kept free for one column, in bytes. */
const LARGEST = 2 ** 32;

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/**
 * A column of zeros of the same kind as another. A large one is in pages of its own, which go back to the system as soon
 * as nobody holds it: growing columns leave holes in a heap that are never given back.
 *
 * @param most how long it may become by {@link grown}: addresses are kept free for it, and no memory
 */
export function columnAs<T extends Column>(like: T, length: number, most = length): T {
  const Same = sameAs(like);
  const size = length * like.BYTES_PER_ELEMENT;
  if (size < LARGE) return new Same(length);
  const largest = Math.min(most * like.BYTES_PER_ELEMENT, Math.max(size, LARGEST));
  return new Same(pages(size, largest), 0, length);
}

function pages(size: number, most: number): SharedArrayBuffer {
  try {
    return new SharedArrayBuffer(size, { maxByteLength: most });
  } catch (error) {
    // A process may be allowed few addresses.
    if (most === size) throw error;
    return new SharedArrayBuffer(size, { maxByteLength: size });
  }
}

/** The same column, longer, in the place where it stands; `undefined` where there is no room behind it. */
export function grown<T extends Column>(column: T, length: number): T | undefined {
  const { buffer, byteLength } = column;
  const size = length * column.BYTES_PER_ELEMENT;
  const isOfAll = buffer instanceof SharedArrayBuffer && buffer.growable && buffer.byteLength === byteLength;
  if (!isOfAll || size > buffer.maxByteLength) return undefined;
  buffer.grow(size);
  return new (sameAs(column))(buffer, 0, length);
}

function sameAs<T extends Column>(like: T) {
  return like.constructor as {
    new (length: number): T;
    new (buffer: SharedArrayBuffer, at: 0, length: number): T;
  };
}
