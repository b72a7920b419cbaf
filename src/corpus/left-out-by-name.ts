import { join } from 'node:path';
import ignore from 'ignore';
import { readWhole } from './bytes.ts';
import { explainFileError } from './file-errors.ts';
import { Unreadable } from './unreadable.ts';

/** A file beside articles with the patterns of what is not to be read, as `.gitignore` has them. */
export const IGNORE_FILE = '.crisisignore';
const LONGEST = 64 * 1024;
/**
 * Who made the folder may have made this file, too. Each pattern is held against each name; one with several `**` against
 * all ways to part a path, which are as many as the power of these (`ignore` makes an expression of it).
 */
const MOST_PATTERNS = 200;
const MOST_STARS = 2;

/**
 * What `.crisisignore` and the flags leave of a folder.
 *
 * @param exclude patterns as in `.gitignore`, relative to the folder
 * @param tell is given what is wrong with the file, in words for the user
 */
export async function wantedIn(
  folder: string,
  exclude: readonly string[],
  tell: (problem: { readonly file: string; readonly says: string }) => void,
): Promise<(path: string, isFolder: boolean) => boolean> {
  const file = join(folder, IGNORE_FILE);
  const say = (says: string) => tell({ file, says });
  const patterns = usable(await textOf(file, say), say);
  if (patterns.length === 0 && exclude.length === 0) return () => true;
  const rules = ignore().add(patterns).add(exclude);
  return (path, isFolder) => !rules.ignores(isFolder ? `${path}/` : path);
}

const NOTHING = 'nothing is left out by it';

async function textOf(file: string, say: (says: string) => void): Promise<string> {
  try {
    return new TextDecoder().decode(await readWhole(file, LONGEST, NOTHING));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    say(error instanceof Unreadable ? error.message : `${explainFileError(error)}; ${NOTHING}`);
    return '';
  }
}

/** The patterns that can be held against names without end to it. */
function usable(text: string, say: (says: string) => void): readonly string[] {
  const patterns = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const few = patterns.filter((pattern) => pattern.split('**').length - 1 <= MOST_STARS);
  if (few.length < patterns.length) say(`has patterns with more than ${MOST_STARS} “**”; nothing is left out by them`);
  if (few.length > MOST_PATTERNS) say(`has more than ${MOST_PATTERNS} patterns; nothing is left out by those behind`);
  return few.slice(0, MOST_PATTERNS);
}
