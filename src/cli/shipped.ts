import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Index } from '../index/access.ts';
import { indexFrom, type Linked } from '../index/linked.ts';
import { encodeAnnotations } from '../index/stored/annotations.ts';
import { decodeArticle, encodeArticle } from '../index/stored/article.ts';
import { entityDraft } from '../index/stored/listed.ts';
import { StoredAnnotations } from '../index/stored/opened.ts';
import { hashBytes } from '../language/names/hash.ts';

/**
 * What is known of the articles that come with the program: read, analysed and linked when it was built, by the same
 * code, so that they open without any of it being loaded. It is used only while the files are those it was made of.
 *
 *     Int32    {@link ORDER}; how long the next is
 *     JSON     a {@link Head}
 *     of each  the article, then its annotations, as `index/stored` writes them
 *
 * Each part begins at a multiple of 8 bytes.
 */
interface Head extends Linked {
  /** Of each file of the folder its name and the hash of its bytes. */
  readonly files: readonly (readonly [name: string, hash: number])[];
  /** How long the parts are that follow. */
  readonly sizes: readonly number[];
}

/** Columns have the byte order of the machine they were written on. */
const ORDER = 0x01020304;

/** Writes down what is known of a folder's articles. */
export function shippedBytes(folder: string, { articles, entities, utterances, stories, copies }: Index): Uint8Array {
  const parts = articles.flatMap(({ article, annotations }) => [
    encodeArticle(article),
    encodeAnnotations(annotations),
  ]);
  const sizes = parts.map(({ length }) => length);
  const head: Head = {
    files: filesOf(folder),
    sizes,
    // Kept in columns, they would be written as nothing.
    entities: entities.map(entityDraft),
    utterances: utterances.map(({ id, quotes, confidence }) => ({ id, quotes, confidence })),
    stories,
    copies,
  };
  const json = Buffer.from(JSON.stringify(head));
  return Buffer.concat([Buffer.from(Int32Array.of(ORDER, json.length).buffer), padded(json), ...parts.map(padded)]);
}

/**
 * The index of a folder's articles as it was written down; undefined where it was not, or of other files.
 *
 * @param file holds what {@link shippedBytes} gave
 */
export function shippedIndex(folder: string, file: string): Index | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = new Uint8Array(readFileSync(file)).buffer;
  const [order, length = 0] = new Int32Array(bytes, 0, 2);
  if (order !== ORDER) return undefined;
  const { files, sizes, ...linked }: Head = JSON.parse(Buffer.from(bytes, 8, length).toString());
  if (JSON.stringify(files) !== JSON.stringify(filesOf(folder))) return undefined;
  let at = 8 + padding(length);
  const parts = sizes.map((size) => {
    const part = new Uint8Array(bytes, at, size);
    at += padding(size);
    return part;
  });
  const articles = Array.from({ length: parts.length / 2 }, (_, i) => {
    const article = decodeArticle(parts[2 * i]!);
    const annotations = new StoredAnnotations(parts[2 * i + 1]!);
    return { article: { ...article, file: join(folder, article.path) }, annotations };
  });
  return indexFrom(articles, linked);
}

function padding(size: number): number {
  return (size + 7) & ~7;
}

function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(padding(bytes.length));
  whole.set(bytes);
  return whole;
}

function filesOf(folder: string): Head['files'] {
  return readdirSync(folder)
    .sort()
    .map((name) => [name, hashBytes(padded(readFileSync(join(folder, name))))]);
}
