import { realpathSync, rmSync } from 'node:fs';
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Pieces, writable } from './flow.ts';
import { lstatOfTarget } from './target.ts';

/** What the process ends with when it is interrupted. */
const INTERRUPTED = 130;

/**
 * Writes a file whole or not at all: beside its place, to the disk, and then into its place. Without `force` never
 * over another file, not even one that came to be meanwhile. What is broken off (Ctrl-C, too) leaves nothing behind.
 *
 * @throws what the file system throws; the file is then as it was
 */
export async function writeFileWhole(pieces: Pieces, file: string, force: boolean): Promise<void> {
  const target = lstatOfTarget(file) ? realpathSync(file) : file;
  const fresh = join(dirname(target), `.${basename(target)}.${crypto.randomUUID()}.new`);
  // For the user alone, as long as the user has not said otherwise.
  const handle = await open(fresh, 'wx', 0o600);
  const before = lstatOfTarget(file);
  const brokenOff = () => {
    rmSync(fresh, { force: true });
    process.exit(INTERRUPTED);
  };
  // Without a listener a file that may grow no more (ulimit -f) would end the process: the write tells of it.
  const told = () => {};
  process.once('SIGINT', brokenOff).once('SIGTERM', brokenOff).on('SIGXFSZ', told);
  try {
    if (before) await handle.chmod(before.mode & 0o777);
    await fill(handle, pieces);
    if (force) await rename(fresh, target);
    else await link(fresh, target);
  } finally {
    await rm(fresh, { force: true });
    process.off('SIGINT', brokenOff).off('SIGTERM', brokenOff).off('SIGXFSZ', told);
  }
}

async function fill(handle: FileHandle, pieces: Pieces): Promise<void> {
  try {
    for await (const piece of writable(pieces)) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
