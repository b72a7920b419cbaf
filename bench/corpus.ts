import { join } from 'node:path';
import { readCorpus } from '../src/corpus/read.ts';
import type { Article } from '../src/model.ts';
import { ROOT } from '../test/pty/terminal.ts';
import { seeded } from '../training/random.ts';

/** The five seeds. */
export async function seeds(): Promise<readonly Article[]> {
  return (await readCorpus([join(ROOT, 'seeds')])).articles;
}

/**
 * Sentences like those of the news, made up: the seeds' own, each with some words changed for made-up ones, so that
 * the vocabulary grows with the corpus as that of real news does. The same number gives the same sentences.
 */
export function madeUpSentences(articles: readonly Article[], count: number): string[] {
  const own = articles
    .flatMap(({ text, paragraphs }) => paragraphs.map(({ start, end }) => text.slice(start, end)))
    .flatMap((paragraph) => paragraph.split(/(?<=[.!?]) /))
    .filter((sentence) => sentence.length > 20);
  const random = seeded(count);
  return Array.from({ length: count }, (_, i) => {
    const sentence = own[i % own.length] ?? '';
    return sentence.replace(/\p{L}{4,}/gu, (word) => (random() < 0.2 ? madeUpWord(random, word.length) : word));
  });
}

const SYLLABLES = 'ba do ka li mo na per qui ra sta ter u vo wen zel en sky ov in ur'.split(' ');

export function madeUpWord(random: () => number, length: number): string {
  let word = '';
  while (word.length < length) word += SYLLABLES[Math.floor(random() ** 2 * SYLLABLES.length)];
  return word;
}
