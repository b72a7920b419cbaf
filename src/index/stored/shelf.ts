/** So much is put together in one piece, in bytes. */
const PIECE = 1 << 20;

/**
 * Bytes that threads share instead of copying them, in pages of their own: when nobody holds them they go back to the
 * system, where small buffers leave holes in the heap of the thread that made them.
 */
export function sharedBytes(length: number): Uint8Array<SharedArrayBuffer> {
  // Only buffers that could grow are given pages.
  return new Uint8Array(new SharedArrayBuffer(length, { maxByteLength: length }), 0, length);
}

/** Where bytes are put that stay. */
export class Shelf {
  #piece = sharedBytes(0);
  #at = 0;

  /** The same bytes as they stay, from a multiple of 8 of their buffer. */
  put(bytes: Uint8Array): Uint8Array {
    const { length } = bytes;
    if (this.#at + length > this.#piece.length) {
      const whole = sharedBytes(Math.max(length, PIECE));
      // What is large has a piece of its own, and the one that was begun goes on.
      if (length > PIECE / 4) return placed(whole, 0, bytes);
      this.#piece = whole;
      this.#at = 0;
    }
    const at = this.#at;
    this.#at = Math.ceil((at + length) / 8) * 8;
    return placed(this.#piece, at, bytes);
  }
}

function placed(piece: Uint8Array, at: number, bytes: Uint8Array): Uint8Array {
  piece.set(bytes, at);
  return new Uint8Array(piece.buffer, piece.byteOffset + at, bytes.length);
}
