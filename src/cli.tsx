import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import meow from 'meow';
import { CACHE, cacheWords } from './cli/cache.ts';
import { helpOf, outputHelp } from './cli/help.ts';
import type { Printing } from './cli/print.ts';
import { asked, OUTPUT_FLAGS, unasked, unknownFlag } from './cli/words.ts';
import { inMegabytes } from './corpus/limits.ts';
import { READING_FLAGS, READING_HELP, readingOptions } from './corpus/options.ts';
import type { Corpus } from './corpus/read.ts';
import type { Index } from './index/access.ts';
import { progressWords } from './index/progress.ts';
import { cacheOf } from './keep/cache.ts';
import { type KeptCorrections, keeperOf, readCorrections } from './keep/corrections.ts';
import type { Loader } from './load/loader.ts';
import type { Rank } from './search/ranks.ts';
import { wantsColour } from './terminal/colour.ts';
import { printable } from './terminal/printable.ts';
import { ProgressLine } from './terminal/progress.ts';

/** Exit codes, beside 0 and the screen's 130: a mistake in the program; bad use, or nothing that could be read. */
const FAULT = 1;
/** What was sought was not found. */
const NOT_FOUND = 1;
const UNUSABLE = 2;

const NOTHING_KEPT: KeptCorrections = { corrections: [], file: undefined };

const FLAGS = {
  ...OUTPUT_FLAGS,
  strict: { type: 'boolean', default: false },
  ...READING_FLAGS,
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
  color: { type: 'boolean' },
  corrections: { type: 'boolean', default: true },
  cache: { type: 'boolean', default: true },
  workers: { type: 'string' },
} as const;

const cli = await wordsAndFlags();

process.exitCode = await main().catch((error: unknown) => {
  tell(
    `stopped by a fault of its own, nothing of yours was changed: ${error instanceof Error ? error.message : String(error)}`,
  );
  if (error instanceof Error && error.stack)
    process.stderr.write(`${error.stack.split('\n').map(printable).join('\n')}\n`);
  // What went wrong may have left something behind that keeps the process from ending.
  process.exit(FAULT);
});

/** The words and flags of the command line. Bad use ends the program here, with what is wrong. */
async function wordsAndFlags() {
  const pkg = await packageJson();
  try {
    return meow(
      `
  Usage
    $ crisis-tui [PATH...]            open the explorer (no PATH: the five articles that come with it)
    $ crisis-tui tour                 the same, with a tour of it in eight steps
    $ crisis-tui COMMAND [PATH...]    print and end
    $ crisis-tui cache [info|clear]   what is kept of articles that were analysed, or its removal

  PATH is a folder of articles, a file, a pattern of files, or - for standard input. What is read: text, Markdown,
  HTML pages, JSON, JSON Lines, CSV, TSV, RSS and Atom files, .eml and .mbox, and any of them as .gz.

${outputHelp()}
    --explain      with articles: what was decided of each, and why
    --no-corrections  as read and worked out, without what you corrected in the explorer
${READING_HELP}
    --workers N    analyse in N threads; 0 for none (as many as are worth it)
    --no-cache     analyse all articles anew, and keep nothing of it
    --no-color     no colours (as NO_COLOR=1); bold and underline stay
    --version      the version
    --help         this

  Examples
    $ crisis-tui ~/articles/summit
    $ crisis-tui quotes --format jsonl ~/articles/summit > quotes.jsonl

  In the explorer ? shows every key. Exit codes: 0 all well, 1 nothing found or nothing
  written, 2 bad use or nothing readable, 130 interrupted.
`,
      {
        importMeta: import.meta,
        // Bundled as dist/cli.js and read as src/cli.tsx: the package is one folder up from both.
        pkg,
        description: false,
        // A flag that is not given is neither true nor false.
        booleanDefault: undefined,
        flags: FLAGS,
      },
    );
  } catch (error) {
    process.exit(refuse(error instanceof Error ? error.message : String(error)));
  }
}

async function main(): Promise<number> {
  if (cli.flags.version) cli.showVersion();
  if (cli.flags.help) {
    process.stdout.write(helpOf(cli.input[0]) ?? cli.help);
    return 0;
  }
  const unknown = unknownFlag(Object.keys(cli.flags), Object.keys(FLAGS));
  if (unknown !== undefined) return refuse(unknown);
  if (cli.input[0] === CACHE) {
    const done = cacheWords(cli.input.slice(1), process.env);
    if ('refuses' in done) return refuse(done.refuses);
    process.stdout.write(done.prints.split('\n').map(printable).join('\n'));
    return 0;
  }
  const wanted = asked(cli.input, cli.flags, process.stdout.isTTY);
  if (typeof wanted === 'string') return refuse(wanted);
  const { printing, paths, rank } = wanted;
  const options = readingOptions(cli.flags);
  if (typeof options === 'string') return refuse(options);
  if (paths.includes('')) return refuse('an empty path names nothing; give a folder or files');
  const workers = workersOf(cli.flags.workers);
  if (typeof workers === 'string') return refuse(workers);
  const from = paths.length > 0 ? paths : [seedFolder()];
  const cache = cli.flags.cache ? cacheOf(from, process.env, tell) : undefined;
  const loader = new (await import('./load/loader.ts')).Loader({ ...options, paths: from, cache, workers });
  const corpus = await read(loader);
  for (const { file, says } of corpus.problems) tell(`${file} ${says}`);
  if (corpus.articles.length === 0) {
    return refuse(
      `no articles to read${paths.length > 0 ? ` in ${paths.join(', ')}` : ''}; give a folder or files of articles (--help says which kinds)`,
    );
  }
  /** What was not read makes it bad use, where the user asked for all or nothing. */
  const strictly = (code: number) => (cli.flags.strict && corpus.problems.length > 0 ? UNUSABLE : code);
  if (wanted.explainsReading) return strictly(await explain(corpus));
  // The tour begins alike each time, and leaves nothing behind.
  const kept =
    cli.flags.corrections && !wanted.tour
      ? readCorrections(paths.length > 0 ? paths : [seedFolder()], process.env)
      : NOTHING_KEPT;
  if (kept.problem !== undefined) tell(kept.problem);
  const interactive = process.stdout.isTTY && process.stdin.isTTY && process.env['TERM'] !== 'dumb';
  if (wanted.tour && !interactive) return refuse('the tour needs a terminal to draw in');
  if (printing || !interactive) return strictly(await output(printing ?? unasked(rank), loader, kept));
  return explore(
    loader,
    corpus,
    kept,
    rank,
    wanted.tour,
    paths.length > 0 ? paths.map((path) => basename(resolve(path))).join(', ') : 'the bundled articles',
  );
}

/** Reads the corpus; a first Ctrl-C ends the reading and goes on with what there is, a second ends the program. */
async function read(loader: Loader): Promise<Corpus> {
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  const line = new ProgressLine(process.stderr);
  process.once('SIGINT', onInterrupt);
  try {
    return await loader.read({
      signal: stop.signal,
      onProgress: ({ files, ofFiles, bytes, path }) =>
        line.show(
          `${files} of ${ofFiles} files, ${inMegabytes(bytes)}, ${Math.round(files / line.seconds)} a second: ${path}`,
        ),
    });
  } finally {
    process.off('SIGINT', onInterrupt);
    line.clear();
  }
}

async function explain({ articles }: Corpus): Promise<number> {
  const { explained } = await import('./output/explain.ts');
  const { pour } = await import('./output/flow.ts');
  const lines = articles.flatMap((article) => [...explained(article)].map((line) => `${line}\n`));
  await pour(lines, process.stdout);
  return 0;
}

/** Builds the index, and says on the terminal how far it is; Ctrl-C goes on with what there is, as in {@link read}. */
async function build(loader: Loader): Promise<Index> {
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  const line = new ProgressLine(process.stderr);
  process.once('SIGINT', onInterrupt);
  try {
    return await loader.build({ stop: stop.signal, onProgress: (progress) => line.show(progressWords(progress)) });
  } finally {
    process.off('SIGINT', onInterrupt);
    line.clear();
  }
}

/** Prints, and says what became of it as an exit code. */
async function output(printing: Printing, loader: Loader, kept: KeptCorrections): Promise<number> {
  const { print } = await import('./cli/print.ts');
  const index = await build(loader);
  const printed = await print(printing, index, kept, tell);
  await loader.keep();
  switch (printed.ended) {
    case 'well':
      return 0;
    case 'nothing found':
      return NOT_FOUND;
    case 'bad use':
      return refuse(printed.says);
    case 'unwritten':
      tell(printed.says);
      return FAULT;
  }
}

async function explore(
  loader: Loader,
  { articles }: Corpus,
  { corrections, file }: KeptCorrections,
  rank: Rank,
  tour: boolean,
  title: string,
): Promise<number> {
  const { showProgram } = await import('./ui/screen.tsx');
  const code = await showProgram({
    title,
    articles: articles.length,
    build: async (onProgress, broken, stop) => {
      const index = await loader.build({ onProgress, broken, stop });
      void loader.keep();
      return index;
    },
    corrections,
    rank,
    tour,
    keep: tour ? () => {} : file === undefined ? refuseToKeep : keeperOf(file, corrections),
    colour: wantsColour(cli.flags.color, process.env, process.stdout.isTTY),
  });
  await loader.keep();
  return code;
}

/** How many threads a flag asks for, or what is wrong with it, in words. */
function workersOf(given: string | undefined): number | undefined | string {
  if (given === undefined) return undefined;
  const number = Number(given);
  return Number.isInteger(number) && number >= 0 && number <= 64
    ? number
    : `--workers is a number from 0 to 64; not ${given}`;
}

function refuseToKeep(): never {
  throw new Error('there is no home folder, or no place to find these articles again; set XDG_DATA_HOME');
}

function seedFolder(): string {
  return fileURLToPath(new URL('../seeds', import.meta.url));
}

async function packageJson() {
  const { readFile } = await import('node:fs/promises');
  return JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
}

function tell(words: string): void {
  process.stderr.write(`crisis-tui: ${printable(words)}\n`);
}

function refuse(words: string): number {
  tell(words);
  return UNUSABLE;
}
