import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Index } from '../index/access.ts';
import type { PrintCommand } from '../output/command.ts';
import { MENTIONS, PLACES, PRINT_COMMANDS } from '../output/commands.ts';
import { whyUnwritten } from '../output/failure.ts';
import { writeFileWhole } from '../output/file.ts';
import { FORMATS, type Format, printFormat } from '../output/formats.ts';
import { articlePage } from '../output/pages/article.ts';
import { everythingOf, type Request } from '../output/request.ts';
import { whyNot } from '../output/target.ts';
import { formatOfFile } from '../output/words.ts';
import type { Exported, OnScreen } from '../ui/exporting.ts';

/** Writes what is on the screen into a file; see `Exporter`. What goes wrong is told, never thrown. */
export async function exportOnScreen(
  index: Index,
  shown: OnScreen,
  typed: string,
  over: boolean,
  columns: number,
): Promise<Exported> {
  const file = resolve(typed.startsWith('~/') ? join(homedir(), typed.slice(2)) : typed);
  const known = formatOfFile(file);
  const format = known && printFormat(known);
  if (!format || (format.only !== undefined && !isOfArticles(shown)))
    return { ended: 'failed', says: `the name must end in ${endingsFor(shown).join(', ')}` };
  const [command, request] = askedOf(index, shown, format);
  const unusable = whyNot(file, true);
  if (unusable !== undefined) return { ended: 'failed', says: unusable };
  if (!over && whyNot(file, false) !== undefined) return { ended: 'there', file };
  try {
    await writeFileWhole(pieces(format.fileStart ?? '', format.print(command, request, columns)), file, over);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // It came to be between the look and the writing.
    if (code === 'EEXIST' && !over) return { ended: 'there', file };
    const says = whyUnwritten(error) ?? (error instanceof Error ? error.message : String(error));
    return { ended: 'failed', says };
  }
  return { ended: 'written', file };
}

/** The command that prints it, and what it is asked. */
function askedOf(index: Index, shown: OnScreen, format: Format): readonly [PrintCommand, Request] {
  const request = everythingOf(index);
  switch (shown.what) {
    case 'sources':
      return [named('articles'), { ...request, listed: { articles: shown.articles } }];
    case 'entities':
      return [named('entities'), { ...request, listed: { entities: shown.entities } }];
    case 'quotes':
      return [named('quotes'), { ...request, listed: { quotes: shown.quotes } }];
    case 'article':
      return articleAsked(index, shown, format);
    case 'timeline':
      return [named('timeline'), { ...request, listed: { articles: shown.articles, unit: shown.unit } }];
    case 'matrix':
      return [named('matrix'), { ...request, listed: { quotes: shown.quotes, orders: shown.orders } }];
    case 'bookmarks':
      return [named('bookmarks'), { ...request, bookmarks: shown.bookmarks }];
    case 'comparison': {
      const story = shown.story === null ? null : (index.stories[shown.story] ?? null);
      return [named('compare'), { ...request, compared: { story, comparison: shown.comparison } }];
    }
  }
}

/** An article is a document with its marks; as rows it is what is marked in it, as a reference it is itself. */
function articleAsked(
  index: Index,
  { article, marking, places }: Extract<OnScreen, { what: 'article' }>,
  { only }: Format,
): readonly [PrintCommand, Request] {
  const page = () => articlePage(index, article, marking.of === 'quotes' || marking.of === 'names' ? [] : places);
  const request: Request = { ...everythingOf(index), listed: { articles: [article], places } };
  if (only !== undefined) return [named(only), request];
  switch (marking.of) {
    case 'quotes': {
      const quotes = index.articles[article]!.annotations.quotes.flatMap(({ kind }, item) =>
        kind === 'indirect' ? [] : [{ article, item }],
      );
      return [
        { ...named('quotes'), page },
        { ...request, listed: { articles: [article], quotes } },
      ];
    }
    case 'names':
      return [{ ...MENTIONS, page }, request];
    case 'entity': {
      const { chosen } = request;
      return [
        { ...MENTIONS, page },
        { ...request, chosen: { ...chosen, entity: (it) => it === marking.entity } },
      ];
    }
    default:
      return [{ ...PLACES, page }, request];
  }
}

function named(name: string): PrintCommand {
  const command = PRINT_COMMANDS.find((known) => known.name === name);
  if (!command) throw new RangeError(`no command ${name}`);
  return command;
}

/** Whether a reference manager can take it. */
function isOfArticles({ what }: OnScreen): boolean {
  return what === 'sources' || what === 'article';
}

/** The first ending of each format that can say it. */
function endingsFor(shown: OnScreen): readonly string[] {
  return FORMATS.filter(({ only }) => only === undefined || isOfArticles(shown)).flatMap(
    ({ endings }) => endings[0] ?? [],
  );
}

function* pieces(start: string, rest: Iterable<string>): Generator<string> {
  if (start !== '') yield start;
  yield* rest;
}
