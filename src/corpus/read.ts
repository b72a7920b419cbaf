import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Article, Fact } from '../model.ts';
import { clean } from './clean.ts';
import { readCredits } from './credits.ts';
import { decode, NotText } from './decode.ts';
import { discover, explainFileError, type FoundFile, type Problem } from './discover.ts';
import { formatOf } from './formats/table.ts';
import { readText } from './formats/text.ts';
import { factsOf, MANIFEST, type ManifestEntry, readManifest } from './manifest.ts';

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
      const read = readArticle(file, text, entry);
      for (const says of read.problems) problems.push({ file: file.file, says });
      if (read.article.paragraphs.length > 0) articles.push(read.article);
      else problems.push({ file: file.file, says: 'holds no text; it was passed over' });
    } catch (error) {
      if (!(error instanceof NotText)) throw error;
      problems.push({ file: file.file, says: 'is not text (it holds zero bytes); it was passed over' });
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
 * One article from the text of its file. What a manifest declares goes before what the file declares, and that
 * before what its layout and credits let one infer.
 */
export function readArticle(
  file: FoundFile,
  text: string,
  entry?: ManifestEntry,
): { readonly article: Article; readonly problems: readonly string[] } {
  const given = (formatOf(basename(file.file)) ?? readText)(text);
  const cleaned = clean(text, given.body);
  const manifest = entry ? factsOf(entry, text) : { facts: {}, problems: [] };
  const lead = cleaned.paragraphs.find(({ kind }) => kind === 'body');
  const credits = readCredits(text, lead, cleaned.leftOut);

  const fromLayout = (span: { start: number; end: number } | null, says: string, cut = 0): Fact | null => {
    if (!span) return null;
    const at = { start: span.start + cut, end: span.end };
    const evidence = [{ says, from: 'text' as const, span }];
    return { value: text.slice(at.start, at.end), how: 'inferred', confidence: 0.8, evidence, span: at };
  };
  const date: Fact | null = cleaned.date && {
    value: cleaned.date.day,
    how: 'inferred',
    confidence: 0.9,
    evidence: [{ says: 'a date field at the head of the file', from: 'text', span: cleaned.date }],
  };
  const facts = { ...given.facts, ...manifest.facts };
  const problems = [
    ...(given.trouble ? [given.trouble] : []),
    ...manifest.problems.map((says) => `${MANIFEST}: ${says}`),
  ];
  return {
    problems,
    article: {
      path: file.path,
      file: file.file,
      text,
      headline: facts.headline ?? fromLayout(cleaned.headline, 'a line of its own above the text'),
      byline: facts.byline ?? fromLayout(cleaned.byline, 'a line that starts with “By”', 3),
      outlet: facts.outlet ?? credits.outlet,
      origin: facts.origin ?? credits.origin,
      date: facts.date ?? date,
      language: entry?.language ?? given.language ?? 'und',
      paragraphs: cleaned.paragraphs,
      leftOut: [...given.leftOut, ...cleaned.leftOut].sort((a, b) => a.start - b.start),
    },
  };
}
