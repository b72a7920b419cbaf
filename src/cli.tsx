import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import meow from 'meow';
import { inMegabytes } from './corpus/limits.ts';
import { READING_FLAGS, READING_HELP, readingOptions } from './corpus/options.ts';
import { type Corpus, type ReadOptions, readCorpus } from './corpus/read.ts';
import { type KeptCorrections, keepCorrections, readCorrections } from './keep/corrections.ts';
import { MENTIONS, PRINT_COMMANDS, type PrintCommand, SEARCH, searchCommand } from './output/commands.ts';
import { FORMATS, type Format } from './output/print.ts';
import { RANKS, type Rank } from './search/ranks.ts';
import { wantsColour } from './terminal/colour.ts';
import { printable } from './terminal/printable.ts';
import { ProgressLine } from './terminal/progress.ts';

/** Exit codes, beside 0 and the screen's 130: a mistake in the program; bad use, or nothing that could be read. */
const FAULT = 1;
/** A search that found nothing. */
const NOT_FOUND = 1;
const UNUSABLE = 2;

const NOTHING_KEPT: KeptCorrections = { corrections: [], file: undefined };

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
    $ crisis-tui COMMAND [PATH...]    print and end

  PATH is a folder of articles, a file, a pattern of files, or - for standard input. What is read: text, Markdown,
  HTML pages, JSON, JSON Lines, CSV, TSV, RSS and Atom files, .eml and .mbox, and any of them as .gz.

  Commands
${PRINT_COMMANDS.map(({ name, does }) => `    ${name.padEnd(10)} ${does}`).join('\n')}
    search QUERY [PATH...]
               ${SEARCH.does}

  Options
    --format F     ${FORMATS.join(', ')} (table in a terminal, else jsonl)
    --rank R       how a search ranks: ${RANKS.join(', ')} (exactly as Fuse.js does; no signs, no fields)
    --mentions     with entities: every place where one is named
    --no-corrections  as read and worked out, without what you corrected in the explorer
    --explain      with articles: what was decided of each, and why
${READING_HELP}
    --no-color     no colours (as NO_COLOR=1); bold and underline stay
    --version      the version
    --help         this

  Examples
    $ crisis-tui ~/articles/summit
    $ crisis-tui quotes --format jsonl ~/articles/summit > quotes.jsonl

  In the explorer ? shows every key. Exit codes: 0 all well, 1 a search found nothing, 2 bad use or nothing readable, 130 interrupted.
`,
      {
        importMeta: import.meta,
        // Bundled as dist/cli.js and read as src/cli.tsx: the package is one folder up from both.
        pkg,
        description: false,
        allowUnknownFlags: false,
        // A flag that is not given is neither true nor false.
        booleanDefault: undefined,
        flags: {
          format: { type: 'string' },
          mentions: { type: 'boolean', default: false },
          explain: { type: 'boolean', default: false },
          strict: { type: 'boolean', default: false },
          ...READING_FLAGS,
          rank: { type: 'string', default: RANKS[0] },
          color: { type: 'boolean' },
          corrections: { type: 'boolean', default: true },
        },
      },
    );
  } catch (error) {
    process.exit(refuse(error instanceof Error ? error.message : String(error)));
  }
}

async function main(): Promise<number> {
  const [word, ...rest] = cli.input;
  const named = PRINT_COMMANDS.find(({ name }) => name === word);
  const rank = RANKS.find((known) => known === cli.flags.rank);
  if (!rank) return refuse(`--rank is one of ${RANKS.join(', ')}; not ${cli.flags.rank}`);
  const query = word === SEARCH.name ? rest.shift() : undefined;
  if (word === SEARCH.name && query === undefined)
    return refuse('search wants a query: crisis-tui search QUERY [PATH...]');
  const command =
    query !== undefined
      ? searchCommand(query, rank)
      : named?.name === 'entities' && cli.flags.mentions
        ? MENTIONS
        : named;
  if (cli.flags.mentions && command !== MENTIONS) return refuse('--mentions goes with the command entities');
  const format = FORMATS.find((known) => known === cli.flags.format);
  if (cli.flags.format !== undefined && !format)
    return refuse(`--format is one of ${FORMATS.join(', ')}; not ${cli.flags.format}`);
  if (cli.flags.explain && named?.name !== 'articles') return refuse('--explain goes with the command articles');
  const options = readingOptions(cli.flags);
  if (typeof options === 'string') return refuse(options);
  const paths = command ? rest : cli.input;
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
  if (cli.flags.explain) return strictly(await explain(corpus));
  const kept = cli.flags.corrections
    ? readCorrections(paths.length > 0 ? paths : [seedFolder()], process.env)
    : NOTHING_KEPT;
  if (kept.problem !== undefined) tell(kept.problem);
  const interactive = process.stdout.isTTY && process.stdin.isTTY && process.env['TERM'] !== 'dumb';
  if (command)
    return strictly(await print(command, format ?? (process.stdout.isTTY ? 'table' : 'jsonl'), corpus, kept));
  if (cli.flags.format !== undefined)
    return refuse(`--format goes with a command: ${PRINT_COMMANDS.map(({ name }) => name).join(', ')}`);
  if (!interactive) return strictly(await print(PRINT_COMMANDS[0] as PrintCommand, 'table', corpus, kept));
  return explore(
    corpus,
    kept,
    rank,
    paths.length > 0 ? paths.map((path) => basename(resolve(path))).join(', ') : 'the bundled articles',
  );
}

/** Reads the corpus; a first Ctrl-C ends the reading and goes on with what there is, a second ends the program. */
async function read(paths: readonly string[], options: ReadOptions): Promise<Corpus> {
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  const line = new ProgressLine(process.stderr);
  process.once('SIGINT', onInterrupt);
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

/** Whoever reads what is printed may stop reading: `| head -1` is no failure. */
function endWithItsReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

async function explain({ articles }: Corpus): Promise<number> {
  const { explained } = await import('./output/explain.ts');
  endWithItsReader();
  for (const article of articles) for (const line of explained(article)) process.stdout.write(`${line}\n`);
  return 0;
}

async function print(
  command: PrintCommand,
  format: Format,
  { articles }: Corpus,
  { corrections }: KeptCorrections,
): Promise<number> {
  const { buildIndex } = await import('./index/build.ts');
  const { corrected } = await import('./index/corrections.ts');
  const { printed } = await import('./output/print.ts');
  endWithItsReader();
  const { index, problems } = corrected(buildIndex(articles), corrections);
  for (const problem of problems) tell(`a correction was not applied: ${problem}`);
  let found = false;
  const rows = seen(command.rows(index), () => {
    found = true;
  });
  for (const piece of printed(rows, format, command.columns, process.stdout.columns || 120)) {
    if (!process.stdout.write(piece)) await new Promise((ready) => process.stdout.once('drain', ready));
  }
  return command.name === SEARCH.name && !found ? NOT_FOUND : 0;
}

/** The same, telling when there is one at least. */
function* seen<T>(rows: Iterable<T>, any: () => void): Generator<T> {
  for (const row of rows) {
    any();
    yield row;
  }
}

async function explore(
  { articles }: Corpus,
  { corrections, file }: KeptCorrections,
  rank: Rank,
  title: string,
): Promise<number> {
  const { showProgram } = await import('./ui/screen.tsx');
  const { buildInSlices } = await import('./index/slices.ts');
  return showProgram({
    title,
    articles: articles.length,
    build: (onProgress, broken) => buildInSlices(articles, onProgress, broken),
    corrections,
    rank,
    keep: (list) => {
      if (file === undefined) throw new Error('there is no home folder to keep it in; set XDG_DATA_HOME');
      keepCorrections(file, list);
    },
    colour: wantsColour(cli.flags.color, process.env, process.stdout.isTTY),
  });
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
