import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Article } from '../model.ts';
import { articleOf } from './article.ts';
import { decode } from './decode.ts';
import { discover, explainFileError, type FoundFile, type Problem } from './discover.ts';
import { readMarkdown } from './formats/markdown.ts';
import { formatOf } from './formats/table.ts';
import type { Given } from './given.ts';
import { MANIFEST, type ManifestEntry, readManifest } from './manifest.ts';
import { Unreadable } from './unreadable.ts';

/** The articles of a corpus in the order of their paths, and what could not be read. */
export interface Corpus {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
}

/** A file larger than this is passed over: no article is so long. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Reads every article below the paths given. Never throws for what a file holds: that is a problem of the file. */
export async function readCorpus(paths: readonly string[]): Promise<Corpus> {
  const found = await discover(paths);
  const problems = [...found.problems];
  const manifests = new Map<string, ReadonlyMap<string, ManifestEntry>>();
  const articles: Article[] = [];

  async function manifestOf(folder: string): Promise<ReadonlyMap<string, ManifestEntry>> {
    const known = manifests.get(folder);
    if (known) return known;
    const file = join(folder, MANIFEST);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    const read = text === undefined ? { articles: new Map(), problems: [] } : readManifest(text);
    for (const says of read.problems) problems.push({ file, says: `${says}; the manifest was passed over` });
    manifests.set(folder, read.articles);
    return read.articles;
  }

  for (const file of found.files) {
    const bytes = await readLimited(file).catch((error: unknown) => explainFileError(error));
    if (typeof bytes === 'string') {
      problems.push({ file: file.file, says: bytes });
      continue;
    }
    try {
      const { text } = decode(bytes);
      const entry = await entryFor(file, paths, manifestOf);
      const reader = await formatOf(basename(file.file), text).load();
      for (const given of reader(text)) {
        const read = articleOf(file, given, entry);
        for (const says of read.problems) problems.push({ file: file.file, says });
        if (read.article.paragraphs.length > 0) articles.push(read.article);
        else problems.push({ file: file.file, says: 'holds no text; it was passed over' });
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      problems.push({ file: file.file, says: `${error.message}; it was passed over` });
    }
  }
  return { articles, problems };
}

async function readLimited({ file }: FoundFile): Promise<Uint8Array | string> {
  const { stat } = await import('node:fs/promises');
  const { size } = await stat(file);
  if (size > MAX_BYTES) return `is larger than ${MAX_BYTES / 1024 / 1024} MB; it was passed over`;
  return readFile(file);
}

/** A manifest speaks for the files of its own folder and below, up to the folder that was given. */
async function entryFor(
  { file }: FoundFile,
  paths: readonly string[],
  manifestOf: (folder: string) => Promise<ReadonlyMap<string, ManifestEntry>>,
): Promise<ManifestEntry | undefined> {
  const roots = new Set(paths.map((path) => resolve(path)));
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const entry = (await manifestOf(folder)).get(relative(folder, file).split(sep).join('/'));
    if (entry) return entry;
    if (roots.has(folder) || roots.has(file) || folder === dirname(folder)) return undefined;
  }
}

/**
 * One article from text that is at hand, plain or with front matter.
 *
 * @param file what it is called; nothing is read from the disk
 */
export function readArticle(
  file: FoundFile,
  text: string,
  entry?: ManifestEntry,
): { readonly article: Article; readonly problems: readonly string[] } {
  return articleOf(file, readMarkdown(text)[0] as Given, entry);
}
