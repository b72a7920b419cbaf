// `node --import tsx bench/news/write.ts DATA FOLDER COUNT [SEED]` makes a corpus that behaves like news in a new folder.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { madeUpNews } from './news.ts';
import { type Source, sourceOf } from './source.ts';

/** Writes made-up news below a folder. @returns how many characters of text */
export function writeNews(source: Source, folder: string, count: number, seed?: number): number {
  let characters = 0;
  const made = new Set<string>();
  for (const { path, text } of madeUpNews(source, count, seed)) {
    const file = join(folder, path);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    writeFileSync(file, text, { flag: 'wx' });
    characters += text.length;
  }
  return characters;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [data, folder, count, seed] = process.argv.slice(2);
  if (data === undefined || folder === undefined || !(Number(count) > 0)) {
    console.error('give a folder of annotated news, a folder to write to, and how many articles');
    process.exit(2);
  }
  const characters = writeNews(sourceOf(data), folder, Number(count), Number(seed ?? 1));
  console.log(`${count} articles, ${(characters / 1e6).toFixed(1)} million characters`);
}
