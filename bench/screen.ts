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
/** A frame is over when nothing more has come for so long, in milliseconds. */
const QUIET = 60;
const OPENING = 900_000;

const WORDS = ['putin ', 'nato troops ', 'white house ', 'senate ', 'economy ', 'said on friday '];

/**
 * From a key to the last byte of what it draws, 200×60, in a pseudo-terminal that only counts bytes: the cursor moving
 * through the entities, and typing in the prompt, over the seeds and over 2,000 articles; beside it a program that
 * writes as many lines without Ink. `--data=FOLDER` gives the texts that the 2,000 are made of (the seeds otherwise),
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
      // While they are read it is not they that are listed.
      const whole = `${articles} articles`;
      await measured(node, [LAUNCHER, many], `${articles} articles, cursor`, up, whole);
      await measured(node, [LAUNCHER, many], `${articles} articles, typing`, typed, whole);
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

async function measured(
  node: string,
  args: readonly string[],
  name: string,
  keyAt: (i: number) => string,
  begins = '2 Entities',
) {
  const home = mkdtempSync(join(tmpdir(), 'crisis-tui-bench-home-'));
  const env = { PATH: process.env['PATH'] ?? '', HOME: home, LANG: 'C.UTF-8' };
  const pty = spawn(node, [...args], { name: 'xterm-256color', cols: COLS, rows: ROWS, env, encoding: null });
  const watch = watching(pty);
  try {
    await watch.shown(begins);
    for (let i = 0; i < WARM_UP; i++) await watch.drawnAfter(keyAt(i));
    const before = cpuOf(pty.pid);
    const frames: { readonly ms: number; readonly bytes: number }[] = [];
    for (let i = WARM_UP; i < WARM_UP + KEYS; i++) frames.push(await watch.drawnAfter(keyAt(i)));
    const cpu = (cpuOf(pty.pid) - before) / KEYS;
    const ms = quantiles(frames.map((frame) => frame.ms));
    const bytes = quantiles(frames.map((frame) => frame.bytes));
    console.log(
      `  ${name.padEnd(26)} p50 ${ms(0.5).toFixed(1).padStart(6)} ms  p95 ${ms(0.95).toFixed(1).padStart(6)} ms` +
        `  ${String(bytes(0.5)).padStart(6)} bytes (p95 ${bytes(0.95)})  ${cpu.toFixed(1)} ms CPU a key`,
    );
  } finally {
    pty.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  }
}

/** Tells when what a program writes has come to an end. */
function watching(pty: IPty) {
  let last = 0;
  let bytes = 0;
  let text = '';
  let came = () => {};
  pty.onData((chunk) => {
    last = performance.now();
    const data = chunk as unknown as Buffer;
    bytes += data.length;
    text = (text + data.toString('latin1')).slice(-200_000);
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
    /** Presses a key. @returns milliseconds to the last byte that came before it was quiet, and how many bytes did */
    async drawnAfter(key: string): Promise<{ readonly ms: number; readonly bytes: number }> {
      const began = performance.now();
      const from = bytes;
      pty.write(key);
      await quiet();
      while (bytes === from && performance.now() - began < 2000) await quiet();
      return { ms: bytes === from ? 0 : last - began, bytes: bytes - from };
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
