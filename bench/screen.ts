import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, extname, join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { LAUNCHER, ROOT, Terminal } from '../test/pty/terminal.ts';
import { seeded } from '../training/random.ts';
import { madeUpWord } from './corpus.ts';

const COLS = 200;
const ROWS = 60;
/** Keys pressed before those that are measured. */
const WARM_UP = 20;
const KEYS = 100;
/** All that a key causes has come when nothing more has come for so long, in milliseconds: longer than the preview waits. */
const QUIET = 120;
/** What a frame ends with (mode 2026). */
const END_OF_FRAME = '\u001b[?2026l';
const OPENING = 900_000;
/** Who uses no more CPU in a second has nothing to do, in milliseconds. */
const IDLE = 20;

const WORDS = ['putin ', 'nato troops ', 'white house ', 'senate ', 'economy ', 'said on friday '];

/**
 * From a key to the last byte of what it draws, 200×60, in a pseudo-terminal that only counts bytes: the cursor moving
 * through the entities, and typing in the prompt, over the seeds and over 2,000 articles; beside it a program that
 * writes as many lines without Ink. Told is the first frame that a key draws, and everything that it causes: while the
 * cursor moves the preview waits until it rests, and follows as a frame of its own. `--data=FOLDER` gives the texts that the 2,000 are made of (the seeds otherwise),
 * `--articles=N` another number.
 */
export async function screen({ data = join(ROOT, 'seeds'), articles = '2000' }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-bench-'));
  try {
    const many = join(folder, 'articles');
    makeUp(data, many, Number(articles));
    const bare = join(folder, 'bare.mjs');
    writeFileSync(bare, await bareProgram());
    for (const node of nodes()) {
      console.log(`\nscreen, ${COLS}×${ROWS}, Node ${versionOf(node)}: key → last byte of the frame`);
      await measured(node, [bare], 'bare program, cursor', () => 'j');
      await measured(node, [LAUNCHER], 'seeds, cursor', up);
      await measured(node, [LAUNCHER], 'seeds, typing', typed);
      await measured(node, [LAUNCHER, many], `${articles} articles, cursor`, up);
      await measured(node, [LAUNCHER, many], `${articles} articles, typing`, typed);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Down through the list and up again. */
const up = (i: number) => (i === 0 ? '2' : i % 40 < 20 ? 'j' : 'k');
/** Words, letter by letter, each deleted at once before the next. */
function typed(i: number): string {
  const stream = `/${Array.from({ length: 20 }, (_, n) => `${WORDS[n % WORDS.length]}\u0015`).join('')}`;
  return stream[i] ?? 'j';
}

async function measured(node: string, args: readonly string[], name: string, keyAt: (i: number) => string) {
  const home = mkdtempSync(join(tmpdir(), 'crisis-tui-bench-home-'));
  const env = { PATH: process.env['PATH'] ?? '', HOME: home, LANG: 'C.UTF-8' };
  const pty = spawn(node, [...args], { name: 'xterm-256color', cols: COLS, rows: ROWS, env, encoding: null });
  const watch = watching(pty);
  try {
    await watch.shown('2 Entities');
    await idle(pty.pid);
    for (let i = 0; i < WARM_UP; i++) await watch.drawnAfter(keyAt(i));
    const before = cpuOf(pty.pid);
    const drawn: Drawn[] = [];
    for (let i = WARM_UP; i < WARM_UP + KEYS; i++) drawn.push(await watch.drawnAfter(keyAt(i)));
    const cpu = cpuOf(pty.pid) - before;
    const frames = drawn.reduce((sum, its) => sum + its.frames, 0);
    const told = (what: string, parts: readonly Part[]) => {
      const ms = quantiles(parts.map((part) => part.ms));
      const bytes = quantiles(parts.map((part) => part.bytes));
      return (
        `  ${what.padEnd(34)} p50 ${ms(0.5).toFixed(1).padStart(6)} ms  p95 ${ms(0.95).toFixed(1).padStart(6)} ms` +
        `  ${String(bytes(0.5)).padStart(6)} bytes (p95 ${bytes(0.95)})`
      );
    };
    console.log(
      told(
        `${name}: first frame`,
        drawn.map(({ first }) => first),
      ),
    );
    console.log(
      `${told(
        `${name}: all of it`,
        drawn.map(({ all }) => all),
      )}  ${(cpu / KEYS).toFixed(1)} ms CPU a key, ` +
        `${(frames / KEYS).toFixed(1)} frames a key, ${(cpu / Math.max(1, frames)).toFixed(1)} ms CPU a frame`,
    );
  } finally {
    pty.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  }
}

/** When something had come, in milliseconds from the key, and how many bytes it was. */
interface Part {
  readonly ms: number;
  readonly bytes: number;
}
interface Drawn {
  readonly first: Part;
  readonly all: Part;
  readonly frames: number;
}

/** Tells when what a program writes has come to an end. */
function watching(pty: IPty) {
  let last = 0;
  let bytes = 0;
  let text = '';
  let came = () => {};
  /** The ends of frames since the last key. */
  const ends: { readonly at: number; readonly bytes: number }[] = [];
  pty.onData((chunk) => {
    last = performance.now();
    const data = chunk as unknown as Buffer;
    const piece = data.toString('latin1');
    const torn = text.slice(1 - END_OF_FRAME.length);
    const joined = torn + piece;
    for (let at = joined.indexOf(END_OF_FRAME); at >= 0; at = joined.indexOf(END_OF_FRAME, at + 1))
      ends.push({ at: last, bytes: bytes - torn.length + at + END_OF_FRAME.length });
    bytes += data.length;
    text = (text + piece).slice(-200_000);
    came();
  });
  const quiet = () =>
    new Promise<void>((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const again = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          came = () => {};
          resolve();
        }, QUIET);
      };
      came = again;
      again();
    });
  return {
    async shown(what: string): Promise<void> {
      for (const began = performance.now(); !text.includes(what); ) {
        if (performance.now() - began > OPENING) throw new Error(`${what} was never shown`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await quiet();
    },
    /** Presses a key. @returns its first frame, and all that came before it was quiet, to the last byte */
    async drawnAfter(key: string): Promise<Drawn> {
      const began = performance.now();
      const from = bytes;
      ends.length = 0;
      pty.write(key);
      await quiet();
      while (bytes === from && performance.now() - began < 2000) await quiet();
      if (bytes === from) return { first: { ms: 0, bytes: 0 }, all: { ms: 0, bytes: 0 }, frames: 0 };
      const all = { ms: last - began, bytes: bytes - from };
      const [end] = ends;
      return { first: end ? { ms: end.at - began, bytes: end.bytes - from } : all, all, frames: ends.length };
    },
  };
}

/** Milliseconds of CPU that a process has used (Linux: /proc, in ticks of 10 ms); NaN elsewhere. */
function cpuOf(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Waits until a process has nothing to do: what is opened is read to its end and kept, and that is no key's work. */
async function idle(pid: number): Promise<void> {
  const began = performance.now();
  for (let used = Number.POSITIVE_INFINITY; used > IDLE && performance.now() - began < OPENING; ) {
    const before = cpuOf(pid);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    used = cpuOf(pid) - before;
  }
}

/** A program that on each key writes the explorer's own lines again, all of them, without Ink. */
async function bareProgram(): Promise<string> {
  await using terminal = new Terminal(process.execPath, [LAUNCHER], { cols: COLS, rows: ROWS });
  await terminal.waitFor('2 Entities');
  const lines = terminal.screen().slice(0, -1);
  return `const lines = ${JSON.stringify(lines)};
let at = 0;
process.stdin.setRawMode(true);
const draw = () => process.stdout.write('\\x1b[?2026h\\x1b[H' + lines.map((line, i) =>
  '\\x1b[2K' + (i === 2 + (at % 30) ? '\\x1b[7m' + line + '\\x1b[0m' : line)).join('\\r\\n') + '\\x1b[?2026l');
process.stdin.on('data', () => { at++; draw(); });
draw();
`;
}

/** Writes as many articles as asked for: the texts of a folder again and again, each time with other words in them. */
function makeUp(from: string, to: string, count: number): void {
  mkdirSync(to);
  const files = readdirSync(from)
    .filter((name) => ['.txt', '.md'].includes(extname(name)))
    .sort();
  const random = seeded(count);
  for (let i = 0; i < count; i++) {
    const name = files[i % files.length] ?? '';
    const text = readFileSync(join(from, name), 'utf8');
    const changed =
      i < files.length
        ? text
        : text.replace(/\p{L}{4,}/gu, (word) => (random() < 0.1 ? madeUpWord(random, word.length) : word));
    writeFileSync(join(to, `${String(i).padStart(5, '0')}-${name}`), changed);
  }
}

/** The Node that runs this, and another of the path that is older. */
function nodes(): readonly string[] {
  const own = versionOf(process.execPath);
  const places = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  const other = places.find((file) => existsSync(file) && versionOf(file) !== own);
  return other === undefined ? [process.execPath] : [process.execPath, other];
}

function versionOf(node: string): string {
  return execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
}

function quantiles(list: readonly number[]): (q: number) => number {
  const sorted = [...list].sort((a, b) => a - b);
  return (q) => sorted[Math.round((sorted.length - 1) * q)] ?? Number.NaN;
}
