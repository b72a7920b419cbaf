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
  // It has its words from its first moment on: who is killed in between leaves no lock of nobody.
  const fresh = freshOf(lock);
  try {
    writeFileSync(fresh, mine, { mode: 0o600 });
    try {
      linkSync(fresh, lock);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') throw error;
      // Not every file system has two names for one file.
      writeFileSync(lock, mine, { flag: 'wx', mode: 0o600 });
    }
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    takeAwayAbandoned(lock);
    return false;
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** What a process writes beside a lock; where it is killed the next that writes takes it away (`whole.ts`). */
function freshOf(lock: string): string {
  return `${lock}.${process.pid}.new`;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Takes away the lock of a process that was killed; one that somebody took meanwhile is put back. */
function takeAwayAbandoned(lock: string): void {
  const aside = freshOf(`${lock}.aside`);
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
