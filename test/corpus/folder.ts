import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReadOptions, readCorpus } from '../../src/corpus/read.ts';

/** A folder with these files, gone after the test. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>) {
  const path = mkdtempSync(join(tmpdir(), 'crisis-tui-test-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** What is read of these files, as short as can be compared, and what is told of them. */
export async function readFiles(files: Readonly<Record<string, string | Uint8Array>>, options: ReadOptions = {}) {
  using corpus = folder(files);
  const { articles, problems } = await readCorpus([corpus.path], options);
  return {
    articles,
    told: problems.map(({ file, says }) => `${file.slice(corpus.path.length + 1)} ${says}`),
    short: articles.map((article) => ({
      path: article.path,
      headline: article.headline?.value ?? null,
      byline: article.byline?.value ?? null,
      outlet: article.outlet?.value ?? null,
      date: article.date?.value ?? null,
      language: article.language,
      body: article.paragraphs
        .filter(({ kind }) => kind === 'body')
        .map(({ start, end }) => article.text.slice(start, end)),
    })),
  };
}
