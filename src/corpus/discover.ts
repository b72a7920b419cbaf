import { realpathSync } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isReadable } from './formats/table.ts';

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

export interface Discovery {
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
}

const MANIFEST_NAMES = new Set(['corpus.json', 'readme.md']);

/** The words for an error of the file system; the code alone helps nobody. */
export function explainFileError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'does not exist; check the spelling';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read; check its permissions';
    case 'ELOOP':
      return 'is a link that leads back to itself';
    case 'ENOTDIR':
      return 'lies below something that is not a folder';
    case 'EMFILE':
    case 'ENFILE':
      return 'could not be opened: too many files are open';
    default:
      return `could not be read (${code || String(error)})`;
  }
}

/**
 * Finds the articles below the paths given, in the order of their names.
 *
 * Hidden files and folders, manifests, and files of formats that are not read are passed over silently inside a
 * folder; a path that was named itself and cannot be read is a problem. A folder that links lead back to is
 * entered once.
 */
export async function discover(paths: readonly string[]): Promise<Discovery> {
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const entered = new Set<string>();
  const taken = new Set<string>();

  function take(file: string, root: string) {
    const real = realpathSync(file);
    if (taken.has(real)) return;
    taken.add(real);
    files.push({ file, path: relative(root, file).split(sep).join('/') });
  }

  async function walk(folder: string, root: string): Promise<void> {
    const real = realpathSync(folder);
    if (entered.has(real)) return;
    entered.add(real);
    const names = (await readdir(folder)).sort();
    for (const name of names) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      const file = join(folder, name);
      try {
        const info = await stat(file);
        if (info.isDirectory()) await walk(file, root);
        else if (info.isFile() && isReadable(name) && !MANIFEST_NAMES.has(name.toLowerCase())) take(file, root);
      } catch (error) {
        const link = await lstat(file).then(
          (info) => info.isSymbolicLink(),
          () => false,
        );
        problems.push({ file, says: link ? 'is a link that leads nowhere' : explainFileError(error) });
      }
    }
  }

  for (const given of paths) {
    const path = resolve(given);
    try {
      const info = await stat(path);
      if (info.isDirectory()) await walk(path, path);
      else if (!info.isFile()) problems.push({ file: given, says: 'is neither a file nor a folder' });
      else if (isReadable(basename(path))) take(path, dirname(path));
      else problems.push({ file: given, says: 'is of a kind that is not read; .txt, .md and .html files are' });
    } catch (error) {
      problems.push({ file: given, says: explainFileError(error) });
    }
  }
  return { files: distinctPaths(files), problems };
}

/** Two roots may hold files of one name: then both are known by more of their folder. */
function distinctPaths(files: readonly FoundFile[]): readonly FoundFile[] {
  const count = new Map<string, number>();
  for (const { path } of files) count.set(path, (count.get(path) ?? 0) + 1);
  return files.map((found) => (count.get(found.path) === 1 ? found : { ...found, path: found.file }));
}
