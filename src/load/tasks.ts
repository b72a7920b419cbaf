import type { FoundFile, Problem } from '../corpus/discover.ts';
import { readFileArticles } from '../corpus/file.ts';
import type { FieldMap } from '../corpus/given.ts';
import type { Limits } from '../corpus/limits.ts';
import { Manifests } from '../corpus/manifests.ts';
import { encodeArticle } from '../index/stored/article.ts';
import type { Article } from '../model.ts';
import { hashOf, keyOf } from './hashes.ts';

/** How the files of a corpus are read, as it can be sent to a worker. */
export interface ReadingRules {
  /** What the corpus was opened from. */
  readonly paths: readonly string[];
  readonly limits: Limits;
  readonly map?: FieldMap | undefined;
}

/** An article as it is sent and kept. */
export interface ArticleBytes {
  readonly bytes: Uint8Array;
  /** Names all of it. */
  readonly hash: string;
  /** Names what its analysis depends on. */
  readonly key: string;
}

/** What a file holds, as it is sent and kept. */
export interface FileBytes {
  readonly articles: readonly ArticleBytes[];
  readonly problems: readonly Problem[];
  /** How large it is. */
  readonly size: number;
}

/** Reads files by rules that stay the same. What is wrong with the manifests themselves is told elsewhere. */
export function readerBy(rules: ReadingRules): (file: FoundFile) => Promise<FileBytes> {
  const manifests = new Manifests(rules.paths, () => {});
  return async (file) => {
    const { articles, problems, bytes } = await readFileArticles(file, { ...rules, manifests });
    return { articles: articles.map(articleBytes), problems, size: bytes };
  };
}

/** An article as it is sent and kept. */
export function articleBytes(article: Article): ArticleBytes {
  const bytes = encodeArticle(article);
  return { bytes, hash: hashOf([bytes]), key: keyOf(article) };
}
