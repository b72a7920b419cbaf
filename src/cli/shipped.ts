import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Index } from '../index/access.ts';
import { indexFrom, type Linked } from '../index/linked.ts';
import { hashBytes } from '../language/names/hash.ts';
import type { AnnotatedArticle, Tokens } from '../model.ts';

/**
 * The articles that come with the program, read, analysed and linked when it was built, by the same code: they open
 * without any of it being loaded. What was built is used only where the files are still those it was made of.
 */
interface Shipped extends Linked {
  /** Of each file of the folder its name and the hash of its bytes. */
  readonly files: readonly (readonly [name: string, hash: number])[];
  readonly articles: readonly AnnotatedArticle[];
}

/** Writes what is known of a folder's articles; {@link shippedIndex} reads it. */
export function shippedText(folder: string, { articles, entities, utterances, stories, copies }: Index): string {
  const shipped: Shipped = { files: filesOf(folder), articles, entities, utterances, stories, copies };
  return JSON.stringify(shipped, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? [...(value as Uint8Array)] : value,
  );
}

/**
 * The index of a folder's articles as it was built; undefined where nothing was built, or for other files.
 *
 * @param file what {@link shippedText} gave
 */
export function shippedIndex(folder: string, file: string): Index | undefined {
  if (!existsSync(file)) return undefined;
  const { files, articles, ...linked }: Shipped = JSON.parse(readFileSync(file, 'utf8'));
  if (JSON.stringify(files) !== JSON.stringify(filesOf(folder))) return undefined;
  const here = articles.map(({ article, annotations }) => ({
    article: { ...article, file: join(folder, article.path) },
    annotations: { ...annotations, tokens: columnsOf(annotations.tokens) },
  }));
  return indexFrom(here, linked);
}

function columnsOf({ count, start, end, pos }: Tokens): Tokens {
  return { count, start: Int32Array.from(start), end: Int32Array.from(end), pos: Uint8Array.from(pos) };
}

function filesOf(folder: string): Shipped['files'] {
  const names = readdirSync(folder).sort();
  return names.map((name) => {
    const bytes = readFileSync(join(folder, name));
    const whole = new Uint8Array((bytes.length + 3) & ~3);
    whole.set(bytes);
    return [name, hashBytes(whole)];
  });
}
