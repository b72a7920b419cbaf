import { fileURLToPath } from 'node:url';
import { readArticle, readCorpus } from '../src/corpus/read.ts';
import type { Index } from '../src/index/access.ts';
import { buildIndex } from '../src/index/build.ts';
import { type World, worldOf } from '../src/ui/world.ts';

export const SEEDS = fileURLToPath(new URL('../seeds', import.meta.url));

let seeds: Promise<Index> | undefined;

/** The index of the bundled articles, built once for a test file. */
export function seedIndex(): Promise<Index> {
  seeds ??= readCorpus([SEEDS]).then(({ articles }) => buildIndex(articles));
  return seeds;
}

/** The index of made-up articles: file name → text. */
export function indexFrom(files: Readonly<Record<string, string>>): Index {
  const articles = Object.entries(files).map(([path, text]) => readArticle({ file: path, path }, text).article);
  return buildIndex(articles);
}

/** The world of made-up articles. */
export function worldFrom(files: Readonly<Record<string, string>>): World {
  return worldOf(indexFrom(files), 'made up');
}
