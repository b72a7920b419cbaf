import { Unreadable } from './unreadable.ts';

/** The text of a file, and what had to be assumed to get it. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** How many characters could not be read; U+FFFD stands for each. */
  readonly broken: number;
}

const SNIFFED = 8192;
/** HTML's `<meta charset>` and `http-equiv`, XML's declaration: within the first kilobytes, by their standards. */
const DECLARING = /<(?:\?xml|meta)([^<>]{0,300})/gi;
const DECLARED = /(?:encoding|charset)\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})/i;

/**
 * Decodes a file: by its byte order mark, else as what it declares (HTML, XML), else as UTF-8, else as Windows-1252, the
 * WHATWG's reading of Latin-1. Labels mean what they mean to browsers (https://encoding.spec.whatwg.org). A byte order
 * mark is not part of the text; bytes that are no character are replaced and counted.
 *
 * @throws {Unreadable} when the first 8 kB hold a zero byte and no mark of UTF-16 stands at the start.
 */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Mark(bytes);
  if (utf16) return decodeAs(utf16, bytes);
  if (bytes.subarray(0, SNIFFED).includes(0)) throw new Unreadable('is not text (it holds zero bytes)');
  try {
    // What reads as UTF-8 is UTF-8: pages that were saved anew keep an older declaration.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', broken: 0 };
  } catch {
    const declared = declaredEncoding(bytes);
    if (declared && declared !== 'utf-8') return decodeAs(declared, bytes);
    const asUtf8 = decodeAs('utf-8', bytes);
    // A few broken bytes among much that is UTF-8 are damage, not another encoding.
    if (declared === 'utf-8' || asUtf8.broken * 20 < manyByteCharacters(asUtf8.text)) return asUtf8;
    return decodeAs('windows-1252', bytes);
  }
}

/** The encoding that a page or an XML file declares, by the name that browsers know it by. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED));
  for (const [, words = ''] of head.matchAll(DECLARING)) {
    const label = DECLARED.exec(words)?.[1];
    if (!label) continue;
    try {
      return new TextDecoder(label).encoding;
    } catch {
      return undefined;
    }
  }
  return undefined;
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  let broken = 0;
  for (let i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) broken++;
  return { text, encoding, broken };
}

function manyByteCharacters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f && text.charCodeAt(i) !== 0xfffd) count++;
  return count;
}

function utf16Mark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}
