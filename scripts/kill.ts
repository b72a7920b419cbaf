// `npm run kill [-- TIMES]` kills a process at random moments while it writes the cache, and looks each time whether the
// next start is right: the index as without a cache, and nothing damaged.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readCorpus } from '../src/corpus/read.ts';
import { buildIndex } from '../src/index/build.ts';
import { Linking } from '../src/index/linking.ts';
import { atOnce } from '../src/index/paused.ts';
import { encodeIndex } from '../src/index/stored/index.ts';
import { cacheOf } from '../src/keep/cache.ts';
import { buildName } from '../src/load/build-name.ts';
import { Loader } from '../src/load/loader.ts';
import { packedIn, packedSections } from '../src/load/packed.ts';
import { seeded } from '../training/random.ts';

const SELF = fileURLToPath(import.meta.url);
const SEEDS = fileURLToPath(new URL('../seeds', import.meta.url));
const ARTICLES = 24;
/** A cache of so few articles is written in some milliseconds: the process is killed within so many, and some after. */
const LATEST = 12;

/** What came of it: how often the process was killed, and how often it had left a half-written file. */
export interface Killed {
  readonly times: number;
  readonly halfWritten: number;
}

/**
 * Kills a writer so often.
 *
 * @throws where a start after that is not right
 */
export async function killWriters(times: number, seed = 1): Promise<Killed> {
  const random = seeded(seed);
  const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-kill-'));
  const [articles, home] = [join(folder, 'articles'), join(folder, 'cache')];
  try {
    mkdirSync(articles);
    mkdirSync(join(home, 'crisis-tui'), { recursive: true });
    const { articles: seeds } = await readCorpus([SEEDS]);
    const paragraphs = seeds.flatMap(({ text, paragraphs: its }) =>
      its.map(({ start, end }) => text.slice(start, end)),
    );
    for (let i = 0; i < ARTICLES; i++)
      writeFileSync(
        join(articles, `${i}.txt`),
        [0, 11, 23].map((by) => paragraphs[(i * 5 + by) % paragraphs.length]).join('\n\n'),
      );
    for (let time = 1; time <= times; time++) {
      await killWriter(articles, home, LATEST * random());
      await startsWell(articles, home, time);
    }
    const left = readdirSync(join(home, 'crisis-tui')).filter((name) => name.endsWith('.new'));
    return { times, halfWritten: left.length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Starts a process that writes the cache again and again, and kills it so many milliseconds after it begins to. */
async function killWriter(articles: string, home: string, after: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', SELF, 'write', articles, home], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended]);
  await new Promise((resolve) => setTimeout(resolve, after));
  child.kill('SIGKILL');
  await ended;
}

async function startsWell(articles: string, home: string, time: number): Promise<void> {
  const told: string[] = [];
  const cache = cacheOf([articles], { XDG_CACHE_HOME: home }, (words) => told.push(words));
  const loader = new Loader({ paths: [articles], cache, workers: 0 });
  await loader.read();
  const [index, plain] = [await loader.build(), buildIndex((await readCorpus([articles])).articles)];
  const packed = await cache?.linking.read((file) => packedIn(file, buildName()));
  const marks = plain.articles.map(({ article }) => article.text);
  const linking = packed && atOnce(Linking.unpacked(packed));
  if (linking) atOnce(linking.recognise(plain.articles, marks));
  const again = linking && atOnce(linking.linked(plain.articles));
  const wrong = [
    ...told,
    ...(again && !Buffer.from(encodeIndex(again)).equals(encodeIndex(plain)) ? ['another linking'] : []),
    ...(index.articles.length === plain.articles.length ? [] : [`${index.articles.length} articles`]),
    ...(Buffer.from(encodeIndex(index)).equals(encodeIndex(plain)) ? [] : ['another index']),
  ];
  if (wrong.length > 0)
    throw new Error(`killed for the ${time}th time, the next start was not right: ${wrong.join('; ')}`);
}

/** Keeps the articles, one of them changed each time, until it is killed; says when it begins to write. */
async function writeForEver(articles: string, home: string): Promise<never> {
  const cache = cacheOf([articles], { XDG_CACHE_HOME: home }, (words) => console.error(words));
  const loader = new Loader({ paths: [articles], cache, workers: 0 });
  const linking = new Linking();
  const { articles: its } = buildIndex((await readCorpus([articles])).articles);
  atOnce(linking.linked(its));
  const packed = linking.packed(its.map(({ article }) => article.text));
  for (let time = 0; ; time++) {
    writeFileSync(join(articles, '0.txt'), `Mr. Orsolo said for the ${time}th time that talks would go on.\n`);
    await loader.read();
    await loader.build();
    process.stdout.write('writing\n');
    await loader.keep();
    await cache?.linking.write(packedSections(packed, buildName()));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [word = '50', articles, home] = process.argv.slice(2);
  if (word === 'write') await writeForEver(articles!, home!);
  const { times, halfWritten } = await killWriters(Number(word), Date.now());
  console.log(`killed ${times} times, ${halfWritten} half-written files: the next start was right each time`);
}
