import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Real news to recombine: its articles as sentences by paragraph, and what their words and names are. */
export interface Source {
  readonly articles: readonly (readonly Paragraph[])[];
  /** Words in the order of their frequency: the first hold grammar and the words of reporting. */
  readonly common: ReadonlySet<string>;
  /** The other words in small letters by their ending, each as often as it stands in the texts. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** First and last words of names of two words, each as often as it stands there. */
  readonly firsts: readonly string[];
  readonly lasts: readonly string[];
  /** Capitalised words that many articles have: they stay as they are, as Washington does in the news. */
  readonly known: ReadonlySet<string>;
}

/** The sentences of a paragraph. */
export type Paragraph = readonly string[];

/** A text of fewer characters is a brief or a fragment. */
const SHORTEST = 1500;
const COMMON = 700;
/** A capitalised word in this share of the articles is known to everybody. */
const KNOWN = 0.02;
const NAME = /(?<=[\p{Ll},] )(\p{Lu}\p{Ll}+) (\p{Lu}\p{L}*\p{Ll})(?! \p{Lu})/gu;

/**
 * Reads what is to be recombined.
 *
 * @param folder annotated news: each `*.jsonl` below with rows that have a `text`
 * @throws what the file system throws, and where there is no such row
 */
export function sourceOf(folder: string): Source {
  const texts = [...new Set(filesBelow(folder).flatMap(textsOf))];
  if (texts.length === 0) throw new Error(`${folder} holds no .jsonl with articles in "text"`);
  return sourceFrom(texts);
}

/** Texts of real news, paragraphs on lines of their own, to be recombined. */
export function sourceFrom(texts: readonly string[]): Source {
  const counts = new Map<string, number>();
  const holding = new Map<string, number>();
  const firsts: string[] = [];
  const lasts: string[] = [];
  for (const text of texts) {
    for (const [word] of text.matchAll(/(?<![\p{L}’'-])\p{Ll}{2,}(?![\p{L}’'-])/gu)) add(counts, word);
    for (const word of new Set(Array.from(text.matchAll(/\p{Lu}\p{Ll}+/gu), ([it]) => it))) add(holding, word);
    for (const [, first, last] of text.matchAll(NAME)) {
      firsts.push(first!);
      lasts.push(last!);
    }
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const words = new Map<string, string[]>();
  for (const [word, count] of ranked.slice(COMMON)) {
    const its = words.get(endingOf(word)) ?? [];
    for (let i = 0; i < count; i++) its.push(word);
    words.set(endingOf(word), its);
  }
  return {
    articles: texts.map((text) =>
      text
        .split(/\n+/)
        .map((paragraph) => paragraph.trim().split(/(?<=[.!?]["”’']?) (?=["“‘\p{Lu}])/u))
        .filter(([first = '']) => first.length > 30),
    ),
    common: new Set(ranked.slice(0, COMMON).map(([word]) => word)),
    words,
    firsts,
    lasts,
    known: new Set([...holding].filter(([, count]) => count >= KNOWN * texts.length).map(([word]) => word)),
  };
}

/** Words of one ending can mostly stand for each other. */
export function endingOf(word: string): string {
  return /(?:ing|ed|ly|s|ion|al|er)$/.exec(word)?.[0] ?? '';
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((file) => (statSync(file).isDirectory() ? filesBelow(file) : file.endsWith('.jsonl') ? [file] : []));
}

function textsOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line).text)
    .filter((text) => typeof text === 'string' && text.length >= SHORTEST);
}

function add(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
