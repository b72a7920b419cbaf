import { createHash } from 'node:crypto';
import type { Article } from '../model.ts';

/** A name for content: SHA-1, 20 bytes as the characters of a string. */
export function hashOf(parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest().toString('latin1');
}

/** The same to be read. */
export function hexOf(hash: string): string {
  return Buffer.from(hash, 'latin1').toString('hex');
}

/** Names all that the analysis of an article depends on: its text, and which of it is the article's own. */
export function keyOf({ text, paragraphs }: Article): string {
  const places = Int32Array.from(paragraphs.flatMap(({ start, end, kind }) => [start, end, kind.length]));
  return hashOf([Buffer.from(text, 'utf16le'), new Uint8Array(places.buffer)]);
}
