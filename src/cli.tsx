import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import meow from 'meow';
import type { Configured } from './cli/config.ts';
import { FLAGS } from './cli/flags.ts';
import { helpOf, programHelp } from './cli/help.ts';
import { type Opened, opened, SEEDS } from './cli/open.ts';
import type { Printing } from './cli/print.ts';
import { asked, CACHE, COMPLETION, unasked, unknownFlag } from './cli/words.ts';
import { readingOptions } from './corpus/options.ts';
import type { Index } from './index/access.ts';
import type { KeptBookmarks } from './keep/bookmarks.ts';
import type { KeptCorrections } from './keep/corrections.ts';
import type { Rank } from './search/ranks.ts';
import { wantsColour } from './terminal/colour.ts';
import { showsLinks } from './terminal/links.ts';
import { printable } from './terminal/printable.ts';

/** Exit codes, beside 0 and the screen's 130: a mistake in the program; bad use, or nothing that could be read. */
const FAULT = 1;
/** What was sought was not found. */
const NOT_FOUND = 1;
const UNUSABLE = 2;

/** What holds where no file says otherwise. */
const AS_BUILT: Configured = { exclude: [], sort: { sources: 0, entities: 0, quotes: 0 }, table: [] };
const NO_BOOKMARKS: KeptBookmarks = { items: [], file: undefined };
const NOTHING_KEPT: KeptCorrections = { corrections: [], file: undefined };

const cli = wordsAndFlags();

/** Where what the user corrects is kept, once that is known. */
let keptIn: string | undefined;

process.exitCode = await main().catch(async (error: unknown) => {
  if (isOfTooManyFiles(error)) {
    tell('too many files are open; see ulimit -n');
    process.exit(2);
  }
  await tellOfFault(error);
  // What went wrong may have left something behind that keeps the process from ending.
  process.exit(FAULT);
});

/** Whether not even a part of the program could be opened: the system's fault, or a limit's. */
function isOfTooManyFiles(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EMFILE' || error.code === 'ENFILE');
}

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
    return meow('', {
      importMeta: import.meta,
      // Bundled as dist/cli.js and read as src/cli.tsx: the package is one folder up from both.
      pkg,
      description: false,
      // A flag that is not given is neither true nor false.
      booleanDefault: undefined,
      flags: FLAGS,
      autoHelp: false,
    });
  } catch (error) {
    process.exit(refuse(error instanceof Error ? error.message : String(error)));
  }
}

async function main(): Promise<number> {
  if (cli.flags.version) cli.showVersion();
  if (cli.flags.help) {
    process.stdout.write(helpOf(cli.input[0]) ?? programHelp());
    return 0;
  }
  const unknown = unknownFlag(Object.keys(cli.flags), Object.keys(FLAGS));
  if (unknown !== undefined) return refuse(unknown);
  if (cli.input[0] === CACHE) return cache(cli.input.slice(1));
  if (cli.input[0] === COMPLETION) return complete(cli.input[1]);
  const wanted = asked(cli.input, cli.flags, process.stdout.isTTY);
  if (typeof wanted === 'string') return refuse(wanted);
  const { printing, paths, rank } = wanted;
  const options = readingOptions(cli.flags);
  if (typeof options === 'string') return refuse(options);
  if (paths.includes('')) return refuse('an empty path names nothing; give a folder or files');
  const workers = workersOf(cli.flags.workers);
  if (typeof workers === 'string') return refuse(workers);
  const config = await settings(cli.flags.config && !wanted.tour ? paths : null);
  if ('mistakes' in config) {
    for (const mistake of config.mistakes) tell(mistake);
    return UNUSABLE;
  }
  if (wanted.config) return printSettings(wanted.config, config);
  const exclude = [...config.exclude, ...(options.exclude ?? [])];
  const corpus = await opened(paths, { ...options, exclude }, { cache: cli.flags.cache, workers, tell });
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
    cli.flags.corrections && !wanted.tour ? await keptCorrections(paths.length > 0 ? paths : [SEEDS]) : NOTHING_KEPT;
  const bookmarks = wanted.tour ? NO_BOOKMARKS : await keptBookmarks(paths.length > 0 ? paths : [SEEDS]);
  for (const { problem } of [kept, bookmarks]) if (problem !== undefined) tell(problem);
  keptIn = kept.file;
  const interactive = process.stdout.isTTY && process.stdin.isTTY && process.env['TERM'] !== 'dumb';
  if (wanted.tour && !interactive) return refuse('the tour needs a terminal to draw in');
  if (!printing && !interactive && process.stdout.isTTY) {
    const why = process.env['TERM'] === 'dumb' ? 'TERM=dumb: nothing can be drawn here' : 'no keys can be pressed here';
    tell(`${why}, so the articles are listed; --help says what else can be printed`);
  }
  if (printing || !interactive)
    return strictly(await output(printing ?? unasked(rank, cli.flags.countCopies), corpus, kept, bookmarks));
  return explore(
    corpus,
    kept,
    bookmarks,
    rank,
    wanted.tour,
    config,
    paths.length > 0 ? paths.map((path) => basename(resolve(path))).join(', ') : 'the bundled articles',
  );
}

/** The settings in force; where no file says anything nothing is even loaded. @param paths `null`: no file is asked */
async function settings(
  paths: readonly string[] | null,
): Promise<Configured | { readonly mistakes: readonly string[] }> {
  const { configFiles } = await import('./keep/config-files.ts');
  const files = paths ? configFiles(paths, process.env) : [];
  if (files.length === 0) return AS_BUILT;
  const { configured } = await import('./cli/config.ts');
  return configured(files);
}

async function printSettings(format: 'table' | 'json', known: Configured): Promise<number> {
  const { configText, configured } = await import('./cli/config.ts');
  const { forTerminal, pour } = await import('./output/flow.ts');
  const inForce = known === AS_BUILT ? configured([]) : known;
  if ('mistakes' in inForce) throw new Error(inForce.mistakes.join('; '));
  const pieces = configText(inForce, format, process.stdout.columns || 120);
  await pour(process.stdout.isTTY ? forTerminal(pieces) : pieces, process.stdout);
  return 0;
}

/** Prints what makes a shell complete. */
async function complete(shell = ''): Promise<number> {
  const { completionFor, SHELL_NAMES } = await import('./cli/completion.ts');
  const known = SHELL_NAMES.find((name) => name === shell);
  if (!known) return refuse(`completion wants a shell: ${SHELL_NAMES.join(', ')}${shell && `; not ${shell}`}`);
  process.stdout.write(completionFor(known));
  return 0;
}

async function keptCorrections(paths: readonly string[]): Promise<KeptCorrections> {
  const { readCorrections } = await import('./keep/corrections.ts');
  return readCorrections(paths, process.env);
}

async function keptBookmarks(paths: readonly string[]): Promise<KeptBookmarks> {
  const { readBookmarks } = await import('./keep/bookmarks.ts');
  return readBookmarks(paths, process.env);
}

async function explain({ articles }: Opened): Promise<number> {
  const { explained } = await import('./output/explain.ts');
  const { pour } = await import('./output/flow.ts');
  const lines = articles.flatMap((article) => [...explained(article)].map((line) => `${line}\n`));
  await pour(lines, process.stdout);
  return 0;
}

/** Prints, and says what became of it as an exit code. */
async function output(
  printing: Printing,
  corpus: Opened,
  kept: KeptCorrections,
  { items }: KeptBookmarks,
): Promise<number> {
  const { print } = await import('./cli/print.ts');
  const printed = await print(printing, corpus, kept, items, tell);
  await corpus.loader?.keep();
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
  { articles, index, loader }: Opened,
  { corrections, file }: KeptCorrections,
  bookmarks: KeptBookmarks,
  rank: Rank,
  tour: boolean,
  { sort }: Pick<Configured, 'sort'>,
  title: string,
): Promise<number> {
  const { bookmarkKeeper } = await import('./keep/bookmarks.ts');
  const { historyKeeper, readHistory } = await import('./keep/history.ts');
  const history = readHistory(process.env);
  const linear = cli.flags.screenReader || process.env['INK_SCREEN_READER'] === 'true';
  const { showProgram } = await import('./ui/screen.tsx');
  const { keeperOf } = await import('./keep/corrections.ts');
  const { withCopiesCounted } = await import('./index/counting.ts');
  const counted = (built: Index) => (cli.flags.countCopies ? withCopiesCounted(built) : built);
  const code = await showProgram({
    title,
    articles: articles.length,
    index: index && counted(index),
    build: async (onProgress, broken, stop) => {
      if (!loader) throw new Error('there is nothing to make an index of');
      const built = await loader.build({ onProgress, broken, stop });
      void loader.keep();
      return counted(built);
    },
    corrections,
    rank,
    keep: tour ? (list) => list : file === undefined ? refuseToKeep : keeperOf(file, corrections),
    begins: {
      bookmarks: bookmarks.items,
      history: history.searches,
      tour,
      mouse: cli.flags.mouse && !linear,
      links: showsLinks(process.env),
      sort,
    },
    outside: {
      keepHistory: tour ? () => {} : historyKeeper(history),
      keepBookmarks: tour ? (list) => list : bookmarkKeeper(bookmarks),
      exporter: async (...what) => (await import('./cli/export.ts')).exportOnScreen(...what),
    },
    colour: wantsColour(cli.flags.color, process.env, process.stdout.isTTY),
    linear,
  });
  await loader?.keep();
  return code;
}

/** Says what is kept of articles that were analysed, or removes it. */
async function cache(words: readonly string[]): Promise<number> {
  const { cacheWords } = await import('./cli/cache.ts');
  const done = cacheWords(words, process.env);
  if ('refuses' in done) return refuse(done.refuses);
  process.stdout.write(done.prints.split('\n').map(printable).join('\n'));
  return 0;
}

/** How many threads a flag asks for, or what is wrong with it, in words. */
function workersOf(given: string | undefined): number | undefined | string {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (Number.isInteger(number) && number >= 0 && number <= 64) return number;
  return `--workers is a number from 0 to 64; not ${given}`;
}

function refuseToKeep(): never {
  throw new Error('there is no home folder, or no place to find these articles again; set XDG_DATA_HOME');
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
