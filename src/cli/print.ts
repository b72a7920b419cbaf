import { analysisProblems, type Index } from '../index/access.ts';
import type { Bookmark } from '../index/bookmarks.ts';
import { corrected } from '../index/corrections.ts';
import { withCopiesCounted } from '../index/counting.ts';
import { inWords } from '../index/progress.ts';
import type { KeptCorrections } from '../keep/corrections.ts';
import type { Loader } from '../load/loader.ts';
import type { AnnotatedArticle } from '../model.ts';
import { chosenBy } from '../output/chosen.ts';
import type { PrintCommand } from '../output/command.ts';
import { printCommand } from '../output/commands.ts';
import { whyUnwritten } from '../output/failure.ts';
import { asTheyCome, forTerminal, forTerminalAsTheyCome, type Pieces, pour, writable } from '../output/flow.ts';
import { type Format, printFormat } from '../output/formats.ts';
import { EVERYTHING, type Request } from '../output/request.ts';
import type { Row } from '../output/rows/row.ts';
import type { Command, KnownFormat } from '../output/words.ts';
import type { Rank } from '../search/ranks.ts';
import { ProgressLine } from '../terminal/progress.ts';
import { indexOf, type Opened } from './open.ts';

/** What the command line asks to be printed. */
export interface Printing {
  readonly command: Command;
  readonly format: KnownFormat;
  /** What the command wants before the paths; empty where it wants nothing. */
  readonly words: string;
  readonly rank: Rank;
  readonly query: string | undefined;
  readonly story: string | undefined;
  /** Standard output where it is not given. */
  readonly file: string | undefined;
  readonly force: boolean;
  /** Whether each copy of a text counts. */
  readonly countCopies: boolean;
}

/** How printing ended: well, with nothing found, or in words what kept it from being done. */
export type Printed =
  | { readonly ended: 'well' | 'nothing found' }
  | { readonly ended: 'bad use' | 'unwritten'; readonly says: string };

/** Prints a corpus. @param tell what is to be known besides goes to the user, never among the data */
export async function print(
  printing: Printing,
  opened: Opened,
  { corrections }: KeptCorrections,
  bookmarks: readonly Bookmark[],
  tell: (words: string) => void,
): Promise<Printed> {
  const command = printCommand(printing.command);
  const format = printFormat(printing.format);
  const { words, query, story } = printing;
  const { each } = command;
  const { flow } = format;
  if (opened.loader && each && flow && query === undefined && story === undefined) {
    const rows = rowsOfEach(opened.loader, each, tell);
    const pieces = asTheyCome(rows, (its: Iterable<Row>) => flow(its, command));
    return write(pieces, format, printing);
  }
  const built = await indexOf(opened);
  const { index, problems } = corrected(printing.countCopies ? withCopiesCounted(built) : built, corrections);
  for (const problem of [...analysisProblems(index), ...problems]) tell(problem);
  const request = requestOf(printing, index, bookmarks, tell);
  if (typeof request === 'string') return { ended: 'bad use', says: request };
  const sought = command.wants ? words : query;
  // Nobody wants an empty file for an answer.
  if (sought !== undefined && isEmpty(command.rows(request))) {
    tell(`nothing found for ${sought}`);
    return { ended: 'nothing found' };
  }
  return write(format.print(command, request, process.stdout.columns || 120), format, printing);
}

/** The rows of articles as soon as these are analysed. */
async function* rowsOfEach(
  loader: Loader,
  each: NonNullable<PrintCommand['each']>,
  tell: (words: string) => void,
): AsyncGenerator<Iterable<Row>> {
  const line = new ProgressLine(process.stderr);
  const problems: string[] = [];
  try {
    for await (const articles of loader.analysed({ onProgress: (progress) => line.show(inWords(progress)) })) {
      // What is written to the same terminal begins where the line stood.
      line.clear();
      problems.push(...articles.flatMap(({ problem }) => problem ?? []));
      yield rowsIn(articles, each);
    }
  } finally {
    line.clear();
  }
  for (const problem of problems) tell(problem);
}

function* rowsIn(articles: readonly AnnotatedArticle[], each: NonNullable<PrintCommand['each']>): Generator<Row> {
  for (const article of articles) yield* each(article);
}

function requestOf(
  { query, story, words, rank }: Printing,
  index: Index,
  bookmarks: readonly Bookmark[],
  tell: (words: string) => void,
): Request | string {
  const asked = query === undefined ? undefined : chosenBy(index, query, bookmarks);
  if (asked?.problem) tell(`searched as plain words: ${asked.problem}`);
  const its = index.stories.find(({ id }) => id === story) ?? null;
  if (story !== undefined && !its)
    return `there is no story ${story}; crisis-tui stories lists them, from ${index.stories[0]?.id} to ${index.stories.at(-1)?.id}`;
  return { index, chosen: asked?.chosen ?? EVERYTHING, story: its, words, rank, bookmarks };
}

function isEmpty(rows: Iterable<unknown>): boolean {
  for (const _ of rows) return false;
  return true;
}

async function write(pieces: Pieces, format: Format, { file, force }: Printing): Promise<Printed> {
  try {
    if (file === undefined) await pour(process.stdout.isTTY ? harmless(pieces) : pieces, process.stdout);
    else {
      const { writeFileWhole } = await import('../output/file.ts');
      await writeFileWhole(after(format.fileStart ?? '', pieces), file, force);
    }
    return { ended: 'well' };
  } catch (error) {
    const why = whyUnwritten(error);
    if (why === undefined) throw error;
    return { ended: 'unwritten', says: `${file ?? 'standard output'} could not be written: ${why}` };
  }
}

function harmless(pieces: Pieces): Pieces {
  return Symbol.asyncIterator in pieces ? forTerminalAsTheyCome(pieces) : forTerminal(pieces);
}

async function* after(first: string, pieces: Pieces): AsyncGenerator<string> {
  yield first;
  yield* writable(pieces);
}
