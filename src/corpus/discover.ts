import { realpathSync } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { Bounds } from './bounds.ts';
import { STANDARD_INPUT } from './bytes.ts';
import { CONFIG_FILE } from './config-name.ts';
import { explainFileError } from './file-errors.ts';
import { isReadable } from './formats/table.ts';
import { IGNORE_FILE, wantedIn } from './left-out-by-name.ts';
import type { Limits } from './limits.ts';
import { isManifest } from './manifest.ts';

/** A file to read. */
export interface FoundFile {
  /** As it is on this machine. */
  readonly file: string;
  /** Relative to the folder given, with `/`. */
  readonly path: string;
}

/** A file or folder that could not be used, in words for the user: what is wrong, and what to do. */
export interface Problem {
  readonly file: string;
  readonly says: string;
}

/** The files to read, in order, and what could not be taken. */
export interface Discovery {
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
}

/** Folders in folders: what is nested deeper was made to be walked through without end, not to be read. */
const MOST_NESTED = 64;
/** So many links that are not followed are named. */
const LINKS_TOLD = 3;

/** Files beside articles that are none. */
const NO_ARTICLES: ReadonlySet<string> = new Set(['readme.md', CONFIG_FILE]);

/** Whether a file of this name says of others whether they are read, or what is known of them. */
export function speaksOfOthers(name: string): boolean {
  return name === IGNORE_FILE || isManifest(name);
}

/**
 * Finds the articles below the paths given, in the order of their names.
 *
 * Hidden files and folders, manifests, files of formats that are not read and what `.crisisignore` or `exclude` names
 * are passed over silently inside a folder; a path that was named itself and cannot be read is a problem. A folder that
 * links lead back to is entered once; a link in a folder that leads to nothing of what was given is not followed. A path
 * with `*`, `?`, `[` or `{` that is no file is a pattern of files.
 *
 * @param exclude patterns as in `.gitignore`, relative to each folder given
 * @param onLooked is told with each name in a folder how many were looked at by now
 */
export async function discover(
  paths: readonly string[],
  limits: Limits,
  exclude: readonly string[] = [],
  onLooked: (names: number) => void = () => {},
): Promise<Discovery> {
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const entered = new Set<string>();
  const taken = new Set<string>();
  const bounds = new Bounds(paths);
  const tell = (problem: Problem) => problems.push(problem);
  let full = false;
  let looked = 0;

  function take(
    file: string,
    root: string,
    real = file === STANDARD_INPUT ? file : realpathSync(file),
    path = file === STANDARD_INPUT ? 'standard input' : relative(root, file).split(sep).join('/'),
  ) {
    if (taken.has(real)) return;
    if (files.length >= limits.files) {
      if (!full) problems.push({ file: root, says: `holds more than ${limits.files} files; --max-files allows more` });
      full = true;
      return;
    }
    taken.add(real);
    files.push({ file, path });
  }

  /** Walks through a folder that was given, and tells of links in it that lead to nothing that was. */
  async function walkAll(root: string, isWanted: (path: string, isFolder: boolean) => boolean) {
    const out: string[] = [];
    await walk(root, root, isWanted, out);
    if (out.length === 0) return;
    const some = out.length > LINKS_TOLD ? [...out.slice(0, LINKS_TOLD), '…'] : out;
    const links = out.length === 1 ? 'a link that leads' : `${out.length} links that lead`;
    problems.push({
      file: root,
      says: `holds ${links} out of it (${some.join(', ')}); what is there is read where it is given by name`,
    });
  }

  async function walk(
    folder: string,
    root: string,
    isWanted: (path: string, isFolder: boolean) => boolean,
    out: string[],
  ) {
    const real = realpathSync(folder);
    if (entered.has(real) || full) return;
    entered.add(real);
    const within = relative(root, folder).split(sep).join('/');
    if (within.split('/').length > MOST_NESTED)
      return void problems.push({ file: folder, says: `is nested more than ${MOST_NESTED} deep; give it by name` });
    const entries = new Map((await readdir(folder, { withFileTypes: true })).map((entry) => [entry.name, entry]));
    for (const name of [...entries.keys()].sort()) {
      onLooked(++looked);
      if (name.startsWith('.') || name === 'node_modules') continue;
      const file = join(folder, name);
      const path = within === '' ? name : `${within}/${name}`;
      try {
        const entry = entries.get(name)!;
        // Where the folder tells what it is, it need not be asked for itself.
        const isPlain = entry.isFile() || entry.isDirectory();
        const info = isPlain ? entry : await stat(file);
        if (!isWanted(path, info.isDirectory())) continue;
        const isOther = !isReadable(name) || isManifest(name) || NO_ARTICLES.has(name.toLowerCase());
        if (isOther && !info.isDirectory()) continue;
        const its = isPlain ? join(real, name) : realpathSync(file);
        if (!isPlain && !bounds.hold(its)) out.push(path);
        else if (info.isDirectory()) await walk(file, root, isWanted, out);
        else if (info.isFile()) take(file, root, its, path);
        else problems.push({ file, says: NO_FILE });
      } catch (error) {
        const link = await lstat(file).then(
          (info) => info.isSymbolicLink(),
          () => false,
        );
        const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        problems.push({ file, says: gone && link ? 'is a link that leads nowhere' : explainFileError(error, file) });
      }
    }
  }

  async function find(pattern: string) {
    const { base, glob } = picomatch.scan(pattern);
    const root = resolve(base || '.');
    const matches = picomatch(glob, { dot: false });
    const isWanted = await wantedIn(root, exclude, tell);
    const before = files.length;
    await walkAll(root, (path, isFolder) => isWanted(path, isFolder) && (isFolder || matches(path)));
    if (files.length === before) problems.push({ file: pattern, says: 'matches no file that is read' });
  }

  for (const given of paths) {
    onLooked(++looked);
    if (given === STANDARD_INPUT) {
      take(given, '');
      continue;
    }
    const path = resolve(given);
    try {
      const info = await stat(path);
      if (info.isDirectory()) await walkAll(path, await wantedIn(path, exclude, tell));
      else if (info.isFile()) take(path, dirname(path));
      else problems.push({ file: given, says: NO_FILE });
    } catch (error) {
      const isPattern = /[*?[\]{}]/.test(given) && error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isPattern) problems.push({ file: given, says: explainFileError(error) });
      else if (picomatch.scan(given).glob === '') problems.push({ file: given, says: explainFileError(error) });
      else await find(given).catch((inner) => problems.push({ file: given, says: explainFileError(inner) }));
    }
  }
  return { files: distinctPaths(files), problems };
}

const NO_FILE = 'is neither a file nor a folder (a device, a pipe or a socket); it was passed over';

/** Two roots may hold files of one name: then both are known by more of their folder. */
function distinctPaths(files: readonly FoundFile[]): readonly FoundFile[] {
  const count = new Map<string, number>();
  for (const { path } of files) count.set(path, (count.get(path) ?? 0) + 1);
  return files.map((found) => (count.get(found.path) === 1 ? found : { ...found, path: found.file }));
}
