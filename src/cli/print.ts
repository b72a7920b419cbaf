import { analysisProblems, type Index } from '../index/access.ts';
import type { Bookmark } from '../index/bookmarks.ts';
import { corrected } from '../index/corrections.ts';
import { withCopiesCounted } from '../index/counting.ts';
import { inWords } from '../index/progress.ts';
import type { KeptCorrections } from '../keep/corrections.ts';
import type { Article } from '../model.ts';
import { chosenBy } from '../output/chosen.ts';
import type { PrintCommand } from '../output/command.ts';
import { printCommand } from '../output/commands.ts';
import { whyUnwritten } from '../output/failure.ts';
import { forTerminal, pour } from '../output/flow.ts';
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
  if (!opened.index && command.each && format.flow && query === undefined && story === undefined) {
    const rows = rowsOfEach(opened.articles, command.each, await import('../language/analyse.ts'), tell);
    return write(format.flow(rows, command), format, printing);
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

/** The rows of each article as soon as it is analysed. */
function* rowsOfEach(
  articles: readonly Article[],
  each: NonNullable<PrintCommand['each']>,
  { annotate }: typeof import('../language/analyse.ts'),
  tell: (words: string) => void,
): Generator<Row> {
  const line = new ProgressLine(process.stderr);
  const problems: string[] = [];
  for (const [done, article] of articles.entries()) {
    line.show(inWords({ doing: 'Reading articles', done, of: articles.length, path: article.path }));
    const annotated = annotate(article);
    if (annotated.problem !== undefined) problems.push(annotated.problem);
    yield* each(annotated);
  }
  line.clear();
  for (const problem of problems) tell(problem);
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

async function write(pieces: Iterable<string>, format: Format, { file, force }: Printing): Promise<Printed> {
  try {
    if (file === undefined) await pour(process.stdout.isTTY ? forTerminal(pieces) : pieces, process.stdout);
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

function* after(first: string, pieces: Iterable<string>): Generator<string> {
  yield first;
  yield* pieces;
}
