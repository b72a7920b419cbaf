import { statSync } from 'node:fs';
import type { FoundFile, Problem } from '../corpus/discover.ts';
import { encodeArticle, StoredArticle } from '../index/stored/article.ts';
import { packStrings, unpackStrings } from '../index/stored/strings.ts';
import { packTable, unpackTable } from '../index/stored/table.ts';
import type { Section, SectionFile } from '../keep/sections.ts';
import type { Article } from '../model.ts';
import type { AnnotationBytes } from './found.ts';
import type { FileRead, MarkedOnes, ReadArticle } from './reading.ts';

/** What tells that a file has not changed: its size, when it was changed and by whom it is kept; empty where it may yet. */
export type Stamp = readonly number[];

/** What is known of a corpus from before. */
export interface Known {
  /** Names how its files were read. */
  readonly rules: string;
  /** By path and name, what each file held and what it looked like then. */
  readonly files: ReadonlyMap<string, { readonly stamp: Stamp; readonly read: FileRead }>;
  /** What comes back in the texts of one source. */
  readonly marked: MarkedOnes | undefined;
  /** By the name of what was analysed. */
  readonly annotations: ReadonlyMap<string, AnnotationBytes>;
  /** The index, and the name of what it is of. */
  readonly index: { readonly key: string; readonly bytes: Uint8Array } | undefined;
}

export const NOTHING_KNOWN: Known = {
  rules: '',
  files: new Map(),
  marked: undefined,
  annotations: new Map(),
  index: undefined,
};

/** File systems tell the time of a change in steps of up to two seconds: what changed just now may change unseen. */
const STEP = 2500;

/** What a file looks like now. */
export function stampOf(file: string): Stamp {
  const info = statSync(file, { throwIfNoEntry: false });
  if (!info?.isFile()) return [];
  const changed = Math.max(info.mtimeMs, info.ctimeMs);
  return Date.now() - changed < STEP ? [] : [info.size, info.mtimeMs, info.ctimeMs, info.ino];
}

/** How a file is called among what is known. */
export function nameOf({ file, path }: FoundFile): string {
  return `${file}\n${path}`;
}

const NUMBERS = 4;
const HASH = 20;

/** What is known of a corpus, to be written. */
export function sectionsOf(known: Known, build: string): readonly Section[] {
  const files = [...known.files.values()];
  const articles = files.flatMap(({ read }) => read.articles);
  const problems = files.flatMap(({ read }) => read.problems);
  const stamps = files.flatMap(({ stamp }) => (stamp.length === NUMBERS ? [...stamp] : new Array(NUMBERS).fill(-1)));
  const marked = [...(known.marked?.articles ?? [])];
  const annotations = [...known.annotations];
  const words = (list: readonly string[]) => packStrings(list);
  return [
    {
      name: 'files',
      parts: packTable([
        words([build, known.rules]),
        words([...known.files.keys()]),
        bytesOf(Float64Array.from(stamps)),
        bytesOf(Int32Array.from(files.flatMap(({ read }) => [read.size, read.articles.length, read.problems.length]))),
        words(problems.flatMap(({ file, says }) => [file, says])),
        Buffer.from(articles.map(({ hash, key }) => hash + key).join(''), 'latin1'),
      ]),
    },
    { name: 'articles', parts: packTable(articles.map(({ article }) => encodeArticle(article))) },
    {
      name: 'marked',
      parts: packTable([
        words([known.marked?.of ?? '']),
        bytesOf(Int32Array.from(marked, ([i]) => i)),
        Buffer.from(marked.map(([, { key }]) => key).join(''), 'latin1'),
        ...marked.map(([, { article }]) => encodeArticle(article)),
      ]),
    },
    {
      name: 'annotations',
      parts: packTable([
        words(annotations.map(([key]) => key)),
        words(annotations.map(([, { problem }]) => problem ?? '')),
        ...annotations.map(([, { bytes }]) => bytes),
      ]),
    },
    {
      name: 'index',
      parts: packTable(known.index ? [words([known.index.key]), known.index.bytes] : []),
    },
  ];
}

/** What is known of a corpus by one build, and nothing where it was written by another. */
export async function knownIn(file: SectionFile, build: string): Promise<Known> {
  const [names, paths, stamps, sizes, told, hashed] = unpackTable(await file.section('files'));
  const [writer, rules] = unpackStrings(names!);
  if (writer !== build) return NOTHING_KNOWN;
  const decoded = await openedArticles(unpackTable(await file.section('articles')));
  const marked = await markedIn(unpackTable(await file.section('marked')), decoded.length);
  const [keys, problems, ...found] = unpackTable(await file.section('annotations'));
  const [key, index] = unpackTable(await file.section('index'));

  const hashes = hashed && Buffer.from(hashed.buffer, hashed.byteOffset, hashed.byteLength);
  const numbers = new Int32Array(sizes!.buffer, sizes!.byteOffset, sizes!.byteLength >> 2);
  const times = new Float64Array(stamps!.buffer, stamps!.byteOffset, stamps!.byteLength >> 3);
  const toldOf = unpackStrings(told!);
  const files = new Map<string, { readonly stamp: Stamp; readonly read: FileRead }>();
  let article = 0;
  let problem = 0;
  unpackStrings(paths!).forEach((name, i) => {
    const [size, articleCount, problemCount] = numbers.subarray(3 * i, 3 * i + 3) as unknown as Sizes;
    const isLie = !(
      articleCount >= 0 &&
      article + articleCount <= Math.min(decoded.length, hashes!.length / (2 * HASH)) &&
      problemCount >= 0 &&
      2 * (problem + problemCount) <= toldOf.length
    );
    if (isLie) throw new RangeError('it tells of more than it holds');
    const articles = Array.from({ length: articleCount }, (): ReadArticle => {
      const at = 2 * HASH * article;
      const its = decoded[article++]!;
      return {
        article: its,
        hash: hashes!.toString('latin1', at, at + HASH),
        key: hashes!.toString('latin1', at + HASH, at + 2 * HASH),
      };
    });
    const its = Array.from({ length: problemCount }, (): Problem => {
      const at = 2 * problem++;
      return { file: toldOf[at]!, says: toldOf[at + 1]! };
    });
    const stamp = [...times.subarray(NUMBERS * i, NUMBERS * i + NUMBERS)];
    files.set(name, { stamp: stamp[0] === -1 ? [] : stamp, read: { articles, problems: its, size } });
  });
  const why = unpackStrings(problems!);
  const analysed = unpackStrings(keys!);
  if (analysed.length !== found.length || why.length !== found.length)
    throw new RangeError('it tells of more than it holds');
  const annotations = new Map(
    analysed.map((name, i): [string, AnnotationBytes] => [
      name,
      why[i] === '' ? { bytes: found[i]! } : { bytes: found[i]!, problem: why[i]! },
    ]),
  );
  return {
    rules: rules ?? '',
    files,
    marked,
    annotations,
    index: key && index ? { key: unpackStrings(key)[0] ?? '', bytes: index } : undefined,
  };
}

async function markedIn([of, places, keys, ...runs]: readonly Uint8Array[], articles: number): Promise<MarkedOnes> {
  const names = Buffer.from(keys!.buffer, keys!.byteOffset, keys!.byteLength).toString('latin1');
  const numbers = new Int32Array(places!.buffer, places!.byteOffset, places!.byteLength >> 2);
  if (
    numbers.length !== runs.length ||
    names.length !== HASH * runs.length ||
    numbers.some((i) => !(i >= 0 && i < articles))
  )
    throw new RangeError('it tells of more than it holds');
  const decoded = await openedArticles(runs);
  const ones = decoded.map(
    (article, i) => [numbers[i]!, { article, key: names.slice(HASH * i, HASH * (i + 1)) }] as const,
  );
  return { of: unpackStrings(of!)[0] ?? '', articles: new Map(ones) };
}

/** Longer than this nothing else may wait, in milliseconds. */
const SLICE = 15;

async function openedArticles(runs: readonly Uint8Array[]): Promise<readonly Article[]> {
  const articles: Article[] = [];
  let since = performance.now();
  for (const run of runs) {
    articles.push(new StoredArticle(run));
    if (performance.now() - since < SLICE) continue;
    await new Promise((resume) => setImmediate(resume));
    since = performance.now();
  }
  return articles;
}

type Sizes = readonly [number, number, number];

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array | Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
