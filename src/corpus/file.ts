import { basename } from 'node:path';
import type { Article } from '../model.ts';
import { articleOf } from './article.ts';
import { readBytes, STANDARD_INPUT } from './bytes.ts';
import { decode } from './decode.ts';
import type { FoundFile, Problem } from './discover.ts';
import { explainFileError } from './file-errors.ts';
import { formatOf } from './formats/table.ts';
import type { FieldMap } from './given.ts';
import type { Limits } from './limits.ts';
import type { Manifests } from './manifests.ts';
import { Unreadable } from './unreadable.ts';

/** What one file holds: its articles in order, and what could not be read of it. */
export interface FileRead {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  readonly bytes: number;
}

/** How a file is read. */
export interface FileOptions {
  readonly limits: Limits;
  readonly manifests: Manifests;
  readonly map?: FieldMap | undefined;
  /** Ends the reading between two records; what was read until then is what the file holds. */
  readonly signal?: AbortSignal | undefined;
  /** Is told again and again while a large file is taken apart: its bytes and how many records it had until then. */
  readonly onRecords?: (bytes: number, records: number) => void;
}

/** While a file of many records is taken apart, progress is told so often, in milliseconds. */
const PACE = 50;
/** Of one file no more problems than these are told one by one. */
const MAX_TOLD = 5;

/** Reads the articles of a file. Never throws for what the file holds: that is a problem of the file. */
export async function readFileArticles(file: FoundFile, options: FileOptions): Promise<FileRead> {
  const articles: Article[] = [];
  const told: string[] = [];
  let bytes = 0;
  try {
    bytes = await read(file, options, articles, (says) => told.push(says));
  } catch (error) {
    told.push(whyNot(error, file.file));
  }
  const name = file.file === STANDARD_INPUT ? file.path : file.file;
  const problems = told.slice(0, MAX_TOLD).map((says) => ({ file: name, says }));
  if (told.length > MAX_TOLD)
    problems.push({ file: name, says: `has ${told.length - MAX_TOLD} more troubles like these` });
  return { articles, problems, bytes };
}

async function read(
  file: FoundFile,
  { limits, manifests, map, signal, onRecords }: FileOptions,
  articles: Article[],
  tell: (says: string) => void,
): Promise<number> {
  const content = await readBytes(file.file, limits);
  const { text, encoding, broken } = decode(content);
  if (broken > 0) tell(`holds ${broken} characters that are not ${encoding}; \ufffd stands for each`);
  const format = formatOf(basename(file.file), text);
  const reader = await format.load();
  let records = 0;
  let paused = performance.now();
  for await (const given of reader({ text, bytes: content, map: map ?? {} })) {
    if (++records > limits.articles) {
      tell(`holds more than ${limits.articles} articles; --max-articles allows more`);
      break;
    }
    if (performance.now() - paused > PACE) {
      onRecords?.(content.length, records);
      // A signal, as of Ctrl-C, comes only between turns of the event loop.
      await new Promise((resume) => setImmediate(resume));
      if (signal?.aborted) break;
      paused = performance.now();
    }
    if (!('text' in given)) {
      tell(given.trouble);
      continue;
    }
    const { article, problems } = articleOf(file, given, await manifests.entryFor(file.file, given.part));
    for (const says of problems) tell(says);
    if (article.paragraphs.some(({ kind }) => kind !== 'headline')) articles.push(article);
    else tell(given.part === undefined ? HOLDS_NOTHING : `record ${given.part} ${HOLDS_NOTHING}`);
  }
  return content.length;
}

const HOLDS_NOTHING = 'holds no text; it was passed over';

/** Why a file was passed over, in words. What a library throws for what a file holds is the file's trouble too. */
function whyNot(error: unknown, file: string): string {
  if (error instanceof Unreadable) return `${error.message}; it was passed over`;
  if (error instanceof Error && 'syscall' in error) return explainFileError(error, file);
  return `could not be read (${error instanceof Error ? error.message.slice(0, 200) : error}); it was passed over`;
}
