import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOf } from '../../src/search/fold.ts';
import { type Random, seeded } from '../../training/random.ts';

/** Sentences of other lengths are headlines and lists. */
const SHORTEST = 30;
const LONGEST = 600;

/** The distinct sentences of every `text` of the `.jsonl` files in a folder and the folders in it. */
export function sentencesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
  const sentences = new Set<string>();
  for (const file of files.sort()) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)) {
      const { text } = JSON.parse(line) as { text?: unknown };
      if (typeof text === 'string') for (const sentence of split(text)) sentences.add(sentence);
    }
  }
  return [...sentences];
}

/** Cut after full stops that a capital follows: good enough to have records of the length of sentences. */
function split(text: string): string[] {
  return text
    .split('\n')
    .flatMap((paragraph) => paragraph.split(/(?<=[.!?]["”]?) (?=[A-Z"“])/))
    .map((sentence) => sentence.trim())
    .filter(({ length }) => length > SHORTEST && length < LONGEST);
}

/** Of the words of a resampled sentence, how many are others of the corpus, and how many are made up. */
const OTHER = 0.25;
const MADE_UP = 0.01;

/**
 * As many records as asked for: the sentences themselves, shuffled, as far as they go; then sentences drawn again,
 * each with a quarter of its longer words replaced by other words of the corpus (as frequent as they are in it), and
 * one in a hundred by a word that is not in it, so that the vocabulary grows.
 */
export function recordsFrom(sentences: readonly string[], count: number, seed: number): string[] {
  const random = seeded(seed);
  const own = shuffled(sentences, random);
  const words = own.slice(0, 20_000).flatMap((sentence) => sentence.match(/\p{L}{4,}/gu) ?? []);
  const records = own.slice(0, count);
  while (records.length < count) {
    const sentence = own[Math.floor(random() * own.length)] ?? '';
    records.push(
      sentence.replace(/\p{L}{4,}/gu, (word) => {
        const drawn = random();
        if (drawn < MADE_UP) return swapped(word, random) + word.slice(-2);
        return drawn < OTHER ? (words[Math.floor(random() * words.length)] ?? word) : word;
      }),
    );
  }
  return records;
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

/** A query made from a record, which is what it should find. */
export interface Mechanical {
  readonly kind: string;
  readonly query: string;
  readonly record: number;
}

/** Spoils a word. */
type Spoil = (word: string, random: Random) => string;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const letter = (random: Random) => LETTERS[Math.floor(random() * LETTERS.length)] ?? 'a';

function substituted(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 1));
  return word.slice(0, at) + letter(random) + word.slice(at + 1);
}
function swapped(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}
function deleted(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 1));
  return word.slice(0, at) + word.slice(at + 1);
}
function inserted(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * word.length);
  return word.slice(0, at) + letter(random) + word.slice(at);
}

const SPOILS: Readonly<Record<string, Spoil>> = {
  substitution: substituted,
  swap: swapped,
  deletion: deleted,
  insertion: inserted,
};
const KINDS = [...Object.keys(SPOILS), 'word order', 'phrase with a typo', 'prefix and word'];
/** Shorter words are not spoiled: nothing of them would be left. */
const SPOILT_FROM = 5;

/** Queries made by rule from records that are drawn with a seed: every kind in turn. */
export function mechanicalQueries(records: readonly string[], count: number, seed: number): Mechanical[] {
  const random = seeded(seed);
  const queries: Mechanical[] = [];
  while (queries.length < count) {
    const kind = KINDS[queries.length % KINDS.length] ?? '';
    const record = Math.floor(random() * records.length);
    const query = queryOf(kind, wordsIn(records[record] ?? ''), random);
    if (query !== undefined) queries.push({ kind, query, record });
  }
  return queries;
}

function wordsIn(record: string): string[] {
  return wordsOf(record).map(({ folded }) => folded);
}

function queryOf(kind: string, words: readonly string[], random: Random): string | undefined {
  if (kind === 'phrase with a typo') {
    const from = Math.floor(random() * (words.length - 4));
    return spoilOne(words.slice(from, from + 5), SPOILS[Object.keys(SPOILS)[Math.floor(random() * 4)] ?? ''], random);
  }
  const long = [...new Set(words)].filter(({ length }) => length >= SPOILT_FROM);
  const chosen = shuffled(long, random).slice(0, 3);
  if (chosen.length < 3) return undefined;
  if (kind === 'word order') return chosen.join(' ');
  const inOrder = long.filter((word) => chosen.includes(word));
  if (kind === 'prefix and word') return inOrder.map((word, i) => (i === 0 ? word.slice(0, 4) : word)).join(' ');
  return spoilOne(inOrder, SPOILS[kind], random);
}

function spoilOne(words: readonly string[], spoil: Spoil | undefined, random: Random): string | undefined {
  const candidates = words.filter(({ length }) => length >= SPOILT_FROM);
  const target = candidates[Math.floor(random() * candidates.length)];
  if (!spoil || target === undefined) return undefined;
  return words.map((word) => (word === target ? spoil(word, random) : word)).join(' ');
}

/** What is typed, key by key, drawn from the records. */
export function typedKeys(records: readonly string[], seed: number): string[] {
  const random = seeded(seed);
  const draw = (): string[] => {
    for (;;) {
      const words = wordsIn(records[Math.floor(random() * records.length)] ?? '');
      const long = words.filter(({ length }) => length >= SPOILT_FROM);
      if (long.length >= 3) return long.slice(0, 3);
    }
  };
  const one = () => draw()[0] ?? '';
  const queries = [
    one(),
    one(),
    swapped(one(), random),
    substituted(one(), random),
    draw().slice(0, 2).join(' '),
    draw().join(' '),
    `${deleted(one(), random)} ${one()}`,
    `'${one()}`,
    'qzxwvkj',
    `${draw().slice(0, 2).join(' ')} s`,
    `${one()} t`,
    'the president of',
  ];
  return queries.flatMap((query) => Array.from(query, (_, i) => query.slice(0, i + 1)));
}
