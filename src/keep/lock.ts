import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { isRunning } from './whole.ts';

/** Reading and writing a list takes some milliseconds; so long after its last sign a lock is nobody's any more. */
const ABANDONED = 10_000;
/** Nobody is kept waiting longer, in milliseconds. */
const LONGEST = 3_000;
const STEP = 10;

/**
 * Does something with a file while no other explorer does: what is read is then still what is written over.
 *
 * @throws what `work` and the file system throw, and words where others hold the file for too long
 */
export function locked<T>(file: string, work: () => T): T {
  const lock = `${file}.lock`;
  const mine = `${hostname()} ${process.pid} ${randomBytes(8).toString('hex')}`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  for (let waited = 0; !taken(lock, mine); waited += STEP) {
    if (waited >= LONGEST) throw new Error(`another program holds ${lock}`);
    // The pause is short, and what waits for it is one key.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STEP);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(lock: string, mine: string): boolean {
  try {
    writeFileSync(lock, mine, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    takeAwayAbandoned(lock, mine);
    return false;
  }
}

/** Takes away the lock of a process that was killed; one that somebody took meanwhile is put back. */
function takeAwayAbandoned(lock: string, mine: string): void {
  const aside = `${lock}.${mine.replaceAll(/\W/g, '-')}`;
  try {
    const its = readFileSync(lock, 'utf8');
    const [host, pid] = its.split(' ');
    const isGone = host === hostname() && /^\d{1,10}$/.test(pid ?? '') && !isRunning(Number(pid));
    if (!isGone && Date.now() - statSync(lock).mtimeMs < ABANDONED) return;
    renameSync(lock, aside);
    if (readFileSync(aside, 'utf8') !== its) linkSync(aside, lock);
  } catch {
    // Another has taken it away already.
  } finally {
    rmSync(aside, { force: true });
  }
}
