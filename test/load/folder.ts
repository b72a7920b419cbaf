import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { readCorpus } from '../../src/corpus/read.ts';
import { ROOT } from '../pty/terminal.ts';

const { articles } = await readCorpus([join(ROOT, 'seeds')]);
const paragraphs = articles.flatMap(({ text, paragraphs: its }) =>
  its.filter(({ kind }) => kind === 'body').map(({ start, end }) => text.slice(start, end)),
);

/** The text of a made-up article: some paragraphs of the seeds, other ones for each number. */
export function madeUpText(number: number): string {
  const its = Array.from({ length: 4 }, (_, i) => paragraphs[(number * 7 + i * 13) % paragraphs.length]);
  return `Talks went on for the ${number}th day\n\n${its.join('\n\n')}\n`;
}

/** A folder that is removed after the test. */
export function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-load-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A folder of made-up articles, removed after the test. */
export function articlesFor(t: TestContext, count: number): string {
  const folder = folderFor(t);
  for (let i = 0; i < count; i++) writeFileSync(join(folder, `${i}.txt`), madeUpText(i));
  return folder;
}
