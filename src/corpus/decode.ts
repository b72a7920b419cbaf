import { Unreadable } from './unreadable.ts';

/** The text of a file, and what had to be assumed to get it. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const SNIFFED = 8192;

/**
 * Decodes a file: by its byte order mark, else as UTF-8, else as Windows-1252 (the WHATWG's reading of Latin-1).
 * A byte order mark is not part of the text.
 *
 * @throws {Unreadable} when the first 8 kB hold a zero byte and no mark of UTF-16 stands at the start.
 */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Mark(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 };
  if (bytes.subarray(0, SNIFFED).includes(0)) throw new Unreadable('is not text (it holds zero bytes)');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

function utf16Mark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}
