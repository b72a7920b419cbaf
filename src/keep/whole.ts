import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: to a new file beside it, to the disk, and then in its place. The version before
 * stays beside it as `.previous`, and is whole at every moment too. Only the user may read it.
 *
 * @throws what the file system throws; the file is then as it was
 */
export function writeWhole(file: string, text: string): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeLeftOver(folder, basename(file));
  const fresh = `${file}.${process.pid}.new`;
  try {
    writeToDisk(fresh, text);
    keepPrevious(file);
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  syncFolder(folder);
}

function writeToDisk(file: string, content: string | Uint8Array): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  chmodSync(file, 0o600);
}

function keepPrevious(file: string): void {
  if (!existsSync(file)) return;
  const fresh = `${file}.previous.${process.pid}.new`;
  rmSync(fresh, { force: true });
  try {
    linkSync(file, fresh);
  } catch {
    // Not every file system has two names for one file.
    writeToDisk(fresh, readFileSync(file));
  }
  renameSync(fresh, `${file}.previous`);
  // Where both were one file already nothing was renamed.
  rmSync(fresh, { force: true });
}

/** A rename is on the disk when its folder is. */
function syncFolder(folder: string): void {
  // Windows opens no folders.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Takes away what processes left that were killed while they wrote. */
function removeLeftOver(folder: string, name: string): void {
  for (const found of readdirSync(folder)) {
    const pid = found.startsWith(name) && /\.(\d{1,10})\.new$/.exec(found)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(folder, found), { force: true });
  }
}

/** Whether there is a process of this number. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
