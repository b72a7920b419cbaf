import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import meow from 'meow';
import type { Configured } from './cli/config.ts';
import { FLAGS } from './cli/flags.ts';
import { helpOf, programHelp } from './cli/help.ts';
import {
  loaderOf,
  type Opened,
  type Asked as Opening,
  opened,
  openedAtOnce,
  pathsOr,
  problemWords,
} from './cli/open.ts';
import type { Printing } from './cli/print.ts';
import { asked, CACHE, COMPLETION, unasked, unknownFlag, type Asked as Words } from './cli/words.ts';
import { readingOptions } from './corpus/options.ts';
import type { ReadOptions } from './corpus/read.ts';
import type { Index } from './index/access.ts';
import type { KeptBookmarks } from './keep/bookmarks.ts';
import type { KeptCorrections } from './keep/corrections.ts';
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
  const interactive = process.stdout.isTTY && process.stdin.isTTY && process.env['TERM'] !== 'dumb';
  const asking: Asking = {
    paths,
    options: { ...options, exclude },
    how: { cache: cli.flags.cache, workers, tell },
    /** What the reader made of these articles before. The tour begins alike each time, and leaves nothing behind. */
    async made() {
      const its = pathsOr(paths);
      const kept = cli.flags.corrections && !wanted.tour ? await keptCorrections(its) : NOTHING_KEPT;
      const bookmarks = wanted.tour ? NO_BOOKMARKS : await keptBookmarks(its);
      for (const { problem } of [kept, bookmarks]) if (problem !== undefined) tell(problem);
      keptIn = kept.file;
      return { kept, bookmarks };
    },
  };
  if (cli.flags.watch) {
    const why = whyUnwatched(wanted, interactive);
    if (why !== undefined) return refuse(why);
  }
  if (!printing && !wanted.explainsReading && interactive) return explore(asking, wanted, config);
  const corpus = await opened(paths, asking.options, asking.how);
  try {
    for (const problem of corpus.problems) tell(problemWords(problem));
    if (corpus.articles.length === 0) return refuse(nothingIn(paths));
    /** What was not read makes it bad use, where the user asked for all or nothing. */
    const strictly = (code: number) => (cli.flags.strict && corpus.problems.length > 0 ? UNUSABLE : code);
    if (wanted.explainsReading) return strictly(await explain(corpus));
    const { kept, bookmarks } = await asking.made();
    if (wanted.tour) return refuse('the tour needs a terminal to draw in');
    if (!printing && process.stdout.isTTY) {
      const why =
        process.env['TERM'] === 'dumb' ? 'TERM=dumb: nothing can be drawn here' : 'no keys can be pressed here';
      tell(`${why}, so the articles are listed; --help says what else can be printed`);
    }
    return strictly(await output(printing ?? unasked(rank, cli.flags.countCopies), corpus, kept, bookmarks));
  } finally {
    // Threads that are left would keep the process from ending.
    await corpus.loader?.close();
  }
}

/** What is to be opened, and how. */
interface Asking {
  readonly paths: readonly string[];
  readonly options: ReadOptions;
  readonly how: Opening;
  readonly made: () => Promise<{ readonly kept: KeptCorrections; readonly bookmarks: KeptBookmarks }>;
}

function nothingIn(paths: readonly string[]): string {
  return `no articles to read${paths.length > 0 ? ` in ${paths.join(', ')}` : ''}; give a folder or files of articles (--help says which kinds)`;
}

/** Why nothing can be followed, in words. */
function whyUnwatched({ printing, paths, explainsReading, tour }: Words, interactive: boolean): string | undefined {
  if (printing || explainsReading) return '--watch goes with the explorer: what is printed is printed once';
  if (tour || paths.length === 0)
    return '--watch follows the folder or files that are given; what comes with crisis-tui does not change';
  if (paths.includes('-')) return '--watch follows folders and files; standard input is read once';
  return interactive ? undefined : '--watch needs a terminal, to show what changes';
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
  { paths, options, how, made }: Asking,
  { rank, tour }: Words,
  { sort }: Pick<Configured, 'sort'>,
): Promise<number> {
  const { withCopiesCounted } = await import('./index/counting.ts');
  const counted = (built: Index) => (cli.flags.countCopies ? withCopiesCounted(built) : built);
  const known = await openedAtOnce(paths, options);
  const live = known
    ? undefined
    : await (await import('./cli/begin.ts')).begun(
        await loaderOf(pathsOr(paths), options, { ...how, watch: cli.flags.watch }),
        pathsOr(paths),
        {
          adapt: counted,
          watch: cli.flags.watch,
        },
      );
  for (const problem of live?.read?.problems ?? []) tell(problemWords(problem));
  if (live?.read?.articles.length === 0 && live.read.unread === 0) {
    await live.end();
    return refuse(nothingIn(paths));
  }
  const { kept, bookmarks } = await made();
  const { corrections, file } = kept;
  const { bookmarkKeeper } = await import('./keep/bookmarks.ts');
  const { historyKeeper, readHistory } = await import('./keep/history.ts');
  const history = readHistory(process.env);
  const linear = cli.flags.screenReader || process.env['INK_SCREEN_READER'] === 'true';
  const { showProgram } = await import('./ui/screen.tsx');
  const { keeperOf } = await import('./keep/corrections.ts');
  let code: number;
  try {
    code = await showProgram({
      title: paths.length > 0 ? paths.map((path) => basename(resolve(path))).join(', ') : 'the bundled articles',
      index: known?.index && counted(known.index),
      follow: live?.follow,
      corrections,
      rank,
      keep: tour ? (list) => list : file === undefined ? refuseToKeep : keeperOf(file, corrections),
      begins: {
        bookmarks: bookmarks.items,
        history: history.searches,
        problems: (live?.read?.problems ?? []).map(problemWords),
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
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'NothingToRead') throw error;
    code = refuse(nothingIn(paths));
  }
  await live?.end();
  for (const problem of live?.problems() ?? []) tell(problem);
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
