import { posix } from 'node:path';
import { digestOf } from '../hashing.ts';
import type { Article, LeftOut, Paragraph } from '../model.ts';
import { endsSentence, wordCount } from './layout.ts';

/** A line longer than this is an article's own, however often it comes back. */
const MAX_WORDS = 40;
/** In texts of fewer kinds than these a line may come back by chance. */
const LEAST = 3;
/** The share of a source's texts in which a label comes back; a sentence has to come back in more of them. */
const LABEL_SHARE = 0.1;
const SENTENCE_SHARE = 0.5;
/** Sentences of furniture stand at the edges: so many paragraphs from the start, so many from the end. */
const HEAD = 2;
const FOOT = 4;
/** A paragraph of this many characters is not in two texts by chance: texts that share such are one text, run twice. */
const TELLING = 60;
const SAME_TEXT = 1 / 3;
/** Longer paragraphs are compared by as many characters: no line of furniture is so long. */
const KNOWN_BY = 400;
/** Paragraphs in more articles than these are furniture, or tell nothing of who copied whom. */
const TOO_COMMON = 50;

/** What is read of an article, and what is left out, once what comes back is marked. */
export type Marked = Pick<Article, 'paragraphs' | 'leftOut'>;

/**
 * Marks what comes back in the texts of one source as page furniture: labels, prompts and footers that only this source
 * has. A story that is in the corpus several times counts once, so that copies do not make furniture of each other.
 *
 * @returns the articles in the same order; those without such lines as they were
 */
export function markRecurring(articles: readonly Article[]): readonly Article[] {
  const work = markingRecurring(articles);
  for (;;) {
    const { done, value } = work.next();
    if (done)
      return articles.map((article, i) => {
        const marked = value.get(i);
        return marked ? { ...article, ...marked } : article;
      });
  }
}

/** What was marked before: a source that has the same articles is not looked at again. */
export class MarkedBefore {
  /** The source of each article, and its lines. */
  readonly sources = new WeakMap<Article, string>();
  readonly lines = new WeakMap<Article, Lines>();
  /** By source, its articles, and those of them that are marked. */
  readonly marked = new Map<
    string,
    { readonly articles: readonly Article[]; readonly marks: ReadonlyMap<Article, Marked> }
  >();
}

/**
 * The same with pauses: the numbers of the articles that have such lines, and what is read of them then.
 *
 * @param before what this gave before is taken from there, and put there; articles are the same that are the same object
 */
export function* markingRecurring(
  articles: readonly Article[],
  before?: MarkedBefore,
): Generator<void, ReadonlyMap<number, Marked>> {
  const sources = new Map<string, number[]>();
  for (let i = 0; i < articles.length; i++) {
    const article = articles[i]!;
    let source = before?.sources.get(article);
    if (source === undefined) {
      source = sourceOf(article);
      before?.sources.set(article, source);
    }
    const members = sources.get(source);
    if (members) members.push(i);
    else sources.set(source, [i]);
    yield;
  }
  const marked = new Map<number, Marked>();
  for (const [source, members] of sources) {
    if (members.length < LEAST) continue;
    const known = before?.marked.get(source);
    if (known?.articles.length === members.length && members.every((i, at) => articles[i] === known.articles[at])) {
      for (const i of members) {
        const its = known.marks.get(articles[i]!);
        if (its) marked.set(i, its);
      }
      continue;
    }
    yield* markingSource(articles, members, marked, before?.lines);
    if (!before) continue;
    const its = members.map((i) => articles[i]!);
    const marks = members.flatMap((i) => {
      const mark = marked.get(i);
      return mark ? [[articles[i]!, mark] as const] : [];
    });
    before.marked.set(source, { articles: its, marks: new Map(marks) });
  }
  for (const source of before?.marked.keys() ?? []) if (!sources.has(source)) before?.marked.delete(source);
  return marked;
}

/** Who published it where that is known, else the folder or the file that it is one of. */
function sourceOf({ outlet, path, file }: Article): string {
  if (outlet?.how === 'declared') return `outlet ${outlet.value.toLowerCase()}`;
  return path.includes('#') ? `file ${file}` : `folder ${posix.dirname(path)}`;
}

/** The lines of one article in columns. */
interface Lines {
  /** What each is known by: equal lines have the same number, others hardly ever. */
  readonly keys: Float64Array;
  /** Bits of {@link TELLS}, {@link SHORT} and {@link SENTENCE}. */
  readonly are: Uint8Array;
}

/** It is long enough to tell one text from another. */
const TELLS = 1;
/** It is short enough to be furniture. */
const SHORT = 2;
const SENTENCE = 4;

function* markingSource(
  articles: readonly Article[],
  members: readonly number[],
  marked: Map<number, Marked>,
  known?: WeakMap<Article, Lines>,
): Generator<void, void> {
  const lines: Lines[] = [];
  /** In how many articles each line stands: most are in one, and these need not be remembered by whom. */
  const holders = new Map<number, number>();
  for (const i of members) {
    const its = known?.get(articles[i]!) ?? linesOf(articles[i]!);
    known?.set(articles[i]!, its);
    lines.push(its);
    for (const key of new Set(its.keys)) holders.set(key, (holders.get(key) ?? 0) + 1);
    yield;
  }
  const family = yield* familiesOf(lines, holders);
  const families = new Set(family).size;
  if (families < LEAST) return;
  const within = new Map<number, Set<number>>();
  for (const [a, { keys, are }] of lines.entries()) {
    for (const [i, key] of keys.entries()) {
      if (!(are[i]! & SHORT) || holders.get(key)! < LEAST) continue;
      const set = within.get(key);
      if (set) set.add(family[a]!);
      else within.set(key, new Set([family[a]!]));
    }
    yield;
  }
  const comesBack = (key: number, share: number) => {
    const count = within.get(key)?.size ?? 0;
    return count >= LEAST && count >= share * families;
  };
  for (const [a, { keys, are }] of lines.entries()) {
    yield;
    const isCandidate = (key: number, p: number) => {
      if (!(are[p]! & SENTENCE)) return comesBack(key, LABEL_SHARE);
      return (p < HEAD || p >= keys.length - FOOT) && comesBack(key, SENTENCE_SHARE);
    };
    if (!keys.some(isCandidate)) continue;
    const { paragraphs, leftOut } = articles[members[a]!]!;
    const furniture = paragraphs.map(({ kind }, p) => kind === 'body' && isCandidate(keys[p]!, p));
    if (!furniture.includes(true)) continue;
    const more = paragraphs.flatMap(({ start, end }, p): LeftOut[] =>
      furniture[p]
        ? [
            {
              start,
              end,
              why: 'page furniture',
              says: `comes back in ${within.get(keys[p]!)?.size} texts of this source`,
            },
          ]
        : [],
    );
    marked.set(members[a]!, {
      paragraphs: paragraphs.filter((_, p) => !furniture[p]),
      leftOut: [...leftOut, ...more].sort((x, y) => x.start - y.start),
    });
  }
}

function linesOf(article: Article): Lines {
  const { paragraphs } = article;
  const keys = new Float64Array(paragraphs.length);
  const are = new Uint8Array(paragraphs.length);
  paragraphs.forEach((paragraph, i) => {
    const line = lineOf(article, paragraph);
    // A source has too many lines to keep them as strings.
    keys[i] = digestOf(line);
    const isShort = line.length <= KNOWN_BY && wordCount(line) <= MAX_WORDS;
    are[i] = (line.length >= TELLING ? TELLS : 0) | (isShort ? SHORT : 0) | (endsSentence(line) ? SENTENCE : 0);
  });
  return { keys, are };
}

/** What a paragraph is known by: its words, and of a long one its first words and its length. */
function lineOf({ text }: Article, { start, end }: Paragraph): string {
  if (end - start > KNOWN_BY) return `${text.slice(start, start + KNOWN_BY)} ${end - start}`;
  return text.slice(start, end).replace(/\s+/g, ' ').toLowerCase();
}

/** Which family each article is of: texts that share a third of their long paragraphs are one text. */
function* familiesOf(lines: readonly Lines[], count: ReadonlyMap<number, number>): Generator<void, readonly number[]> {
  const holders = new Map<number, number[]>();
  const long = new Int32Array(lines.length);
  for (const [a, { keys, are }] of lines.entries()) {
    const telling = keys.filter((_, i) => are[i]! & TELLS);
    // A text of short lines only is told by them.
    const its = new Set(telling.length > 0 ? telling : keys);
    long[a] = its.size;
    for (const key of its) {
      if (count.get(key)! < 2) continue;
      const list = holders.get(key);
      if (list) list.push(a);
      else holders.set(key, [a]);
    }
    yield;
  }
  const shared = new Map<number, number>();
  for (const list of holders.values()) {
    if (list.length > TOO_COMMON) continue;
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) {
        const pair = list[i]! * lines.length + list[j]!;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    yield;
  }
  const root = lines.map((_, a) => a);
  const find = (a: number): number => {
    let at = a;
    while (root[at] !== at) at = root[at]!;
    return at;
  };
  for (const [pair, both] of shared) {
    const [a, b] = [Math.floor(pair / lines.length), pair % lines.length];
    if (both >= SAME_TEXT * Math.min(long[a]!, long[b]!)) root[find(a)] = find(b);
  }
  return root.map((_, a) => find(a));
}
