import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const KEPT = ['corrections', 'bookmarks', 'searches', 'export'] as const;
export type Kept = (typeof KEPT)[number];

export interface Killed {
  readonly kills: number;
  /** Versions that were written before a kill, all kills together. */
  readonly written: number;
  /** What was lost or torn, in words. */
  readonly losses: readonly string[];
}

/**
 * Kills a process with SIGKILL while it writes one version of a file after the other, again and again.
 *
 * @param random a number below 1, for the moment
 */
export async function killWhileWriting(kind: Kept, times: number, random: () => number): Promise<Killed> {
  const home = mkdtempSync(join(tmpdir(), 'crisis-tui-kills-'));
  const losses: string[] = [];
  let said = 0;
  try {
    for (let i = 0; i < times; i++) {
      said = Math.max(said, await oneKill(kind, home, said, random));
      const file = fileOf(home);
      const now = file === undefined ? 0 : versionIn(file);
      if (now === undefined) losses.push(`kill ${i}: ${file} is torn`);
      else if (now < said) losses.push(`kill ${i}: version ${said} was written, ${now} is there`);
      if (file !== undefined && existsSync(`${file}.previous`)) {
        const previous = versionIn(`${file}.previous`);
        if (previous === undefined || previous < said - 1) losses.push(`kill ${i}: the version before is ${previous}`);
      }
      said = Math.max(said, now ?? 0);
    }
    // What was left over is taken away by the next that writes.
    const leftOver = filesIn(home).filter((name) => name.endsWith('.new')).length;
    if (kind !== 'export' && leftOver > 2) losses.push(`${leftOver} left over`);
    return { kills: times, written: said, losses };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function oneKill(kind: Kept, home: string, from: number, random: () => number): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('writer.ts', import.meta.url)), kind, home, String(from)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const stderr: Buffer[] = [];
  child.stderr.on('data', (data: Buffer) => stderr.push(data));
  let said = from;
  let killing = false;
  const closed = once(child, 'close');
  let rest = '';
  child.stdout.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) said = Number(lines.at(-1));
    if (killing) return;
    killing = true;
    // At any moment of the writes that follow.
    setTimeout(() => child.kill('SIGKILL'), random() * 30);
  });
  const [, signal] = await closed;
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself: ${Buffer.concat(stderr)}`);
  return said;
}

function filesIn(home: string): readonly string[] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' });
}

function fileOf(home: string): string | undefined {
  const found = filesIn(home).find((name) => /(?:\.json|[\\/]searches)$/.test(name));
  return found === undefined ? undefined : join(home, found);
}

/** The newest version that a whole file holds; undefined when it is torn. */
function versionIn(file: string): number | undefined {
  const text = readFileSync(file, 'utf8');
  if (!text.includes('!\n'))
    try {
      JSON.parse(text);
    } catch {
      return undefined;
    }
  const versions = [...text.matchAll(/v(\d{1,9})!/g)].map(([, version]) => Number(version));
  return versions.length > 0 ? Math.max(...versions) : undefined;
}
