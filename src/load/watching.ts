import { existsSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type ChokidarOptions, watch as watchFolder } from 'chokidar';
import picomatch from 'picomatch';
import { Bounds } from '../corpus/bounds.ts';
import { Gathering } from './gathering.ts';

/** Follows what a corpus was opened from. */
export interface Watching {
  /** The folders given that are not there now. */
  gone(): readonly string[];
  /** The files that may have changed since it was last asked, when they have come to rest; none when the signal is aborted. */
  next(ended: AbortSignal): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A folder that is followed, with what is below it or only what lies in it. */
interface Root {
  readonly folder: string;
  /** Whether the folder itself was given. */
  readonly isGiven: boolean;
  /** The names in it that were given; all of it and below where it is not said. */
  readonly names?: ReadonlySet<string>;
}

/** What makes a watcher of a folder; another one in tests. */
export type Watch = (folder: string, options: ChokidarOptions) => ReturnType<typeof watchFolder>;

/** How often it is looked whether a folder that is gone has come back, in milliseconds. */
const LOOK = 500;

/**
 * Follows folders and files. Folders alone are watched: the system tells of the files in them, and a watch for each of
 * ten thousand files is more than many systems allow. What lies in hidden folders is not told.
 *
 * @param paths as a corpus is opened from them: folders, files, patterns
 * @param failed is told, once and in words, when nothing can be followed any more
 */
export function watching(
  paths: readonly string[],
  failed: (words: string) => void,
  watch: Watch = watchFolder,
): Watching {
  const roots = rootsOf(paths);
  const gathering = new Gathering();
  const watchers = new Map<Root, ReturnType<Watch>>();
  const looking = new Map<Root, NodeJS.Timeout>();
  let isOver = false;

  function attach(root: Root): void {
    const { folder, names } = root;
    const bounds = new Bounds(paths);
    const isPassedOver = (path: string, info?: Stats) =>
      resolve(path) !== folder && (isHidden(path) || info?.isFile() === true || !bounds.holdWhatIsAt(path));
    const watcher = watch(folder, {
      ignoreInitial: true,
      ignored: isPassedOver,
      ...(names && { depth: 0 }),
    });
    watchers.set(root, watcher);
    watcher.on('raw', (_event, path, details) => {
      const within = (details as { readonly watchedPath?: string } | undefined)?.watchedPath ?? folder;
      const name = String(path ?? '');
      if (!names || names.has(basename(name))) gathering.add(join(within, name));
    });
    for (const event of ['addDir', 'unlinkDir'] as const)
      watcher.on(event, (path) => {
        if (!names) gathering.add(resolve(path));
        // Whatever is there by now is another folder, which nobody watches yet.
        if (event === 'unlinkDir' && resolve(path) === folder) lookFor(root);
      });
    // What changed after it was read and before it was watched is found by looking once more.
    watcher.on('ready', () => gathering.add(folder));
    watcher.on('error', (error) => over(error));
  }
  function over(error: unknown): void {
    if (isOver || MAY_NOT.has(codeOf(error))) return;
    failed(`The folder is not watched any more: ${whyNot(error)}`);
    void close();
  }
  /** Looks for a folder that is gone until it is there again, which is a change. */
  function lookFor(root: Root): void {
    if (looking.has(root)) return;
    const timer = setInterval(() => {
      if (!existsSync(root.folder)) return;
      clearInterval(timer);
      looking.delete(root);
      void watchers
        .get(root)
        ?.close()
        .then(() => {
          if (!isOver) attach(root);
        });
    }, LOOK).unref();
    looking.set(root, timer);
  }
  async function close(): Promise<void> {
    isOver = true;
    gathering.end();
    for (const timer of looking.values()) clearInterval(timer);
    await Promise.all([...watchers.values()].map((watcher) => watcher.close()));
  }

  for (const root of roots) attach(root);
  return {
    gone: () => roots.filter(({ folder, isGiven }) => isGiven && !existsSync(folder)).map(({ folder }) => folder),
    async next(ended) {
      const names = await gathering.next(ended);
      for (const root of roots) if (!existsSync(root.folder)) lookFor(root);
      return names;
    },
    close,
  };
}

/** A folder that may not be looked into is told of where its articles are read. */
const MAY_NOT: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function whyNot(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOSPC':
      return 'the system allows no more watches (fs.inotify.max_user_watches); what is shown stays as it is';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open (ulimit -n); what is shown stays as it is';
    default:
      return `${error instanceof Error ? error.message : String(error)}; what is shown stays as it is`;
  }
}

function isHidden(path: string): boolean {
  const name = basename(path);
  return name.startsWith('.') || name === 'node_modules';
}

function rootsOf(paths: readonly string[]): readonly Root[] {
  const files = new Map<string, Set<string>>();
  const roots: Root[] = [];
  for (const given of paths) {
    const path = resolve(given);
    const info = statSync(path, { throwIfNoEntry: false });
    if (info?.isDirectory()) roots.push({ folder: path, isGiven: true });
    else if (info || !/[*?[\]{}]/.test(given)) {
      const names = files.get(dirname(path)) ?? new Set();
      files.set(dirname(path), names.add(basename(path)));
    } else roots.push({ folder: resolve(picomatch.scan(given).base || '.'), isGiven: false });
  }
  return [...roots, ...[...files].map(([folder, names]): Root => ({ folder, isGiven: false, names }))];
}
