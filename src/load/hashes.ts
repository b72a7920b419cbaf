import { createHash } from 'node:crypto';
import { encodeArticle } from '../index/stored/article.ts';
import type { Article } from '../model.ts';

/** A name for content: SHA-1, 20 bytes. */
export function hashOf(parts: readonly (Uint8Array | string)[]): Uint8Array {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

/** Names for all of an article and for its text. @param bytes the article encoded, where it is at hand */
export function hashesOf(
  article: Article,
  bytes = encodeArticle(article),
): { readonly hash: Uint8Array; readonly textHash: Uint8Array } {
  return { hash: hashOf([bytes]), textHash: hashOf([Buffer.from(article.text, 'utf16le')]) };
}
