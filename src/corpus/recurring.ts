import { posix } from 'node:path';
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

/**
 * Marks what comes back in the texts of one source as page furniture: labels, prompts and footers that only this source
 * has. A story that is in the corpus several times counts once, so that copies do not make furniture of each other.
 *
 * @returns the articles in the same order; those without such lines as they were
 */
export function markRecurring(articles: readonly Article[]): readonly Article[] {
  const sources = new Map<string, number[]>();
  articles.forEach((article, i) => {
    const source = sourceOf(article);
    const members = sources.get(source);
    if (members) members.push(i);
    else sources.set(source, [i]);
  });
  const marked = [...articles];
  for (const members of sources.values()) {
    if (members.length < LEAST) continue;
    const its = members.map((i) => articles[i]!);
    markSource(its).forEach((article, at) => {
      marked[members[at]!] = article;
    });
  }
  return marked;
}

/** Who published it where that is known, else the folder or the file that it is one of. */
function sourceOf({ outlet, path, file }: Article): string {
  if (outlet?.how === 'declared') return `outlet ${outlet.value.toLowerCase()}`;
  return path.includes('#') ? `file ${file}` : `folder ${posix.dirname(path)}`;
}

function markSource(articles: readonly Article[]): readonly Article[] {
  const lines = articles.map((article) => article.paragraphs.map((paragraph) => lineOf(article, paragraph)));
  const family = familiesOf(lines);
  const families = new Set(family).size;
  if (families < LEAST) return articles;
  const within = new Map<string, Set<number>>();
  lines.forEach((its, a) => {
    for (const line of its) {
      if (line.length > KNOWN_BY || wordCount(line) > MAX_WORDS) continue;
      const set = within.get(line);
      if (set) set.add(family[a]!);
      else within.set(line, new Set([family[a]!]));
    }
  });
  const comesBack = (line: string, share: number) => {
    const count = within.get(line)?.size ?? 0;
    return count >= LEAST && count >= share * families;
  };
  return articles.map((article, a) => {
    const its = lines[a]!;
    const isFurniture = ({ kind }: Paragraph, p: number) => {
      if (kind !== 'body') return false;
      const line = its[p]!;
      if (!endsSentence(line)) return comesBack(line, LABEL_SHARE);
      return (p < HEAD || p >= its.length - FOOT) && comesBack(line, SENTENCE_SHARE);
    };
    const furniture = article.paragraphs.map(isFurniture);
    if (!furniture.includes(true)) return article;
    const leftOut = article.paragraphs.flatMap(({ start, end }, p): LeftOut[] =>
      furniture[p]
        ? [
            {
              start,
              end,
              why: 'page furniture',
              says: `comes back in ${within.get(its[p]!)?.size} texts of this source`,
            },
          ]
        : [],
    );
    return {
      ...article,
      paragraphs: article.paragraphs.filter((_, p) => !furniture[p]),
      leftOut: [...article.leftOut, ...leftOut].sort((x, y) => x.start - y.start),
    };
  });
}

/** What a paragraph is known by: its words, and of a long one its first words and its length. */
function lineOf({ text }: Article, { start, end }: Paragraph): string {
  if (end - start > KNOWN_BY) return `${text.slice(start, start + KNOWN_BY)} ${end - start}`;
  return text.slice(start, end).replace(/\s+/g, ' ').toLowerCase();
}

/** Which family each article is of: texts that share a third of their long paragraphs are one text. */
function familiesOf(lines: readonly (readonly string[])[]): readonly number[] {
  const long = lines.map((its) => {
    const telling = its.filter((line) => line.length >= TELLING);
    // A text of short lines only is told by them.
    return [...new Set(telling.length > 0 ? telling : its)];
  });
  const holders = new Map<string, number[]>();
  long.forEach((its, a) => {
    for (const line of its) {
      const list = holders.get(line);
      if (list) list.push(a);
      else holders.set(line, [a]);
    }
  });
  const shared = new Map<string, number>();
  for (const list of holders.values()) {
    if (list.length > TOO_COMMON) continue;
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) {
        const pair = `${list[i]} ${list[j]}`;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
  }
  const root = lines.map((_, a) => a);
  const find = (a: number): number => {
    let at = a;
    while (root[at] !== at) at = root[at]!;
    return at;
  };
  for (const [pair, count] of shared) {
    const [a, b] = pair.split(' ').map(Number) as [number, number];
    if (count >= SAME_TEXT * Math.min(long[a]!.length, long[b]!.length)) root[find(a)] = find(b);
  }
  return root.map((_, a) => find(a));
}
