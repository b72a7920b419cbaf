import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file whole or not at all: to a new file beside it, to the disk, and then in its place. The version before
 * stays beside it as `.previous`. Only the user may read it.
 *
 * @throws what the file system throws; the file is then as it was
 */
export function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}.new`;
  const handle = openSync(fresh, 'w', 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } catch (error) {
    closeSync(handle);
    rmSync(fresh, { force: true });
    throw error;
  }
  closeSync(handle);
  chmodSync(fresh, 0o600);
  keepPrevious(file);
  renameSync(fresh, file);
}

function keepPrevious(file: string): void {
  if (!existsSync(file)) return;
  copyFileSync(file, `${file}.previous`);
  chmodSync(`${file}.previous`, 0o600);
}
