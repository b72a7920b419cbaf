import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import meow from 'meow';
import { helpOf, outputHelp } from './cli/help.ts';
import type { Printing } from './cli/print.ts';
import { asked, OUTPUT_FLAGS, unasked, unknownFlag } from './cli/words.ts';
import { inMegabytes } from './corpus/limits.ts';
import { READING_FLAGS, READING_HELP, readingOptions } from './corpus/options.ts';
import type { Corpus, ReadOptions } from './corpus/read.ts';
import type { KeptCorrections } from './keep/corrections.ts';
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
  mouse: { type: 'boolean', default: true },
} as const;

const cli = wordsAndFlags();

/** Where what the user corrects is kept, once that is known. */
let keptIn: string | undefined;

process.exitCode = await main().catch(async (error: unknown) => {
  await tellOfFault(error);
  // What went wrong may have left something behind that keeps the process from ending.
  process.exit(FAULT);
});

/** Says what happened, where the details are and what became of the user's own. */
async function tellOfFault(error: unknown): Promise<void> {
  tell(`stopped by a fault of its own: ${error instanceof Error ? error.message : String(error)}`);
  const { keepFault } = await import('./keep/fault.ts');
  const details = keepFault(error, packageJson().version, process.env);
  if (details !== undefined) tell(`the details are in ${details}`);
  else if (error instanceof Error && error.stack)
    process.stderr.write(`${error.stack.split('\n').map(printable).join('\n')}\n`);
  tell(
    keptIn !== undefined && existsSync(keptIn)
      ? `your articles were not touched; your corrections are kept in ${keptIn}`
      : 'your articles were not touched, and there were no corrections to keep',
  );
}

/** The words and flags of the command line. Bad use ends the program here, with what is wrong. */
function wordsAndFlags() {
  const pkg = packageJson();
  try {
    return meow(
      `
  Usage
    $ crisis-tui [PATH...]            open the explorer (no PATH: the five articles that come with it)
    $ crisis-tui tour                 the same, with a tour of it in eight steps
    $ crisis-tui COMMAND [PATH...]    print and end

  PATH is a folder of articles, a file, a pattern of files, or - for standard input. What is read: text, Markdown,
  HTML pages, JSON, JSON Lines, CSV, TSV, RSS and Atom files, .eml and .mbox, and any of them as .gz.

${outputHelp()}
    --explain      with articles: what was decided of each, and why
    --no-corrections  as read and worked out, without what you corrected in the explorer
${READING_HELP}
    --no-mouse     leave the mouse to the terminal, to select text with it (M in the explorer)
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
  const wanted = asked(cli.input, cli.flags, process.stdout.isTTY);
  if (typeof wanted === 'string') return refuse(wanted);
  const { printing, paths, rank } = wanted;
  const options = readingOptions(cli.flags);
  if (typeof options === 'string') return refuse(options);
  if (paths.includes('')) return refuse('an empty path names nothing; give a folder or files');
  const corpus = await read(paths.length > 0 ? paths : [seedFolder()], options);
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
      ? await keptCorrections(paths.length > 0 ? paths : [seedFolder()])
      : NOTHING_KEPT;
  if (kept.problem !== undefined) tell(kept.problem);
  keptIn = kept.file;
  const interactive = process.stdout.isTTY && process.stdin.isTTY && process.env['TERM'] !== 'dumb';
  if (wanted.tour && !interactive) return refuse('the tour needs a terminal to draw in');
  if (!printing && !interactive && process.stdout.isTTY) {
    const why = process.env['TERM'] === 'dumb' ? 'TERM=dumb: nothing can be drawn here' : 'no keys can be pressed here';
    tell(`${why}, so the articles are listed; --help says what else can be printed`);
  }
  if (printing || !interactive)
    return strictly(await output(printing ?? unasked(rank, cli.flags.countCopies), corpus, kept));
  return explore(
    corpus,
    kept,
    rank,
    wanted.tour,
    paths.length > 0 ? paths.map((path) => basename(resolve(path))).join(', ') : 'the bundled articles',
  );
}

/** Reads the corpus; a first Ctrl-C ends the reading and goes on with what there is, a second ends the program. */
async function read(paths: readonly string[], options: ReadOptions): Promise<Corpus> {
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  const line = new ProgressLine(process.stderr);
  process.once('SIGINT', onInterrupt);
  const { readCorpus } = await import('./corpus/read.ts');
  try {
    return await readCorpus(paths, {
      ...options,
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

async function keptCorrections(paths: readonly string[]): Promise<KeptCorrections> {
  const { readCorrections } = await import('./keep/corrections.ts');
  return readCorrections(paths, process.env);
}

async function explain({ articles }: Corpus): Promise<number> {
  const { explained } = await import('./output/explain.ts');
  const { pour } = await import('./output/flow.ts');
  const lines = articles.flatMap((article) => [...explained(article)].map((line) => `${line}\n`));
  await pour(lines, process.stdout);
  return 0;
}

/** Prints, and says what became of it as an exit code. */
async function output(printing: Printing, corpus: Corpus, kept: KeptCorrections): Promise<number> {
  const { print } = await import('./cli/print.ts');
  const printed = await print(printing, corpus, kept, tell);
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
  { articles }: Corpus,
  { corrections, file }: KeptCorrections,
  rank: Rank,
  tour: boolean,
  title: string,
): Promise<number> {
  const { showProgram } = await import('./ui/screen.tsx');
  const { buildInSlices } = await import('./index/slices.ts');
  const { keeperOf } = await import('./keep/corrections.ts');
  const { withCopiesCounted } = await import('./index/counting.ts');
  return showProgram({
    title,
    articles: articles.length,
    build: async (onProgress, broken) => {
      const index = await buildInSlices(articles, onProgress, broken);
      return cli.flags.countCopies ? withCopiesCounted(index) : index;
    },
    corrections,
    rank,
    tour,
    keep: tour ? () => {} : file === undefined ? refuseToKeep : keeperOf(file, corrections),
    colour: wantsColour(cli.flags.color, process.env, process.stdout.isTTY),
    mouse: cli.flags.mouse,
  });
}

function refuseToKeep(): never {
  throw new Error('there is no home folder, or no place to find these articles again; set XDG_DATA_HOME');
}

function seedFolder(): string {
  return fileURLToPath(new URL('../seeds', import.meta.url));
}

function packageJson() {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
}

function tell(words: string): void {
  process.stderr.write(`crisis-tui: ${printable(words)}\n`);
}

function refuse(words: string): number {
  tell(words);
  return UNUSABLE;
}
