/**
 * Runs a program in a real pseudo-terminal whose bytes a real terminal emulator reads, so that a test presses keys
 * and looks at the screen as a person does:
 *
 *     await using terminal = openTerminal({ cols: 80, rows: 24, args: ['seeds'] });
 *     await terminal.waitFor('Sources');
 *     terminal.type('q');
 *     assert.deepEqual(await terminal.exit, { code: 0, signal: 0 });
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { fileURLToPath } from 'node:url';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { watchActs } from './acts.ts';
import { watchModes } from './modes.ts';
import { type Cell, cellsOf, rowsOf, runsOf } from './screen.ts';
import { setTodaysWidths } from './width.ts';

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The committed launcher: what `npx crisis-tui` runs. */
export const LAUNCHER = join(ROOT, 'bin/crisis-tui.js');

export interface PtyOptions {
  readonly cols?: number;
  readonly rows?: number;
  readonly cwd?: string;
  /** Added to the little environment that every program here gets; nothing of the caller's own leaks in. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface TerminalOptions extends PtyOptions {
  readonly args?: readonly string[];
  /** The Node binary that runs the program. */
  readonly node?: string;
}

/** How a program ended. `code` is 0 when a signal ended it. */
export interface Exit {
  readonly code: number;
  readonly signal: number;
}

/** A text on the screen, a pattern of the screen's rows joined by line feeds, or anything else one can ask. */
export type Awaited = string | RegExp | ((terminal: Terminal) => boolean);

/** Opens crisis-tui in a terminal of its own. */
export function openTerminal({ args = [], node = process.execPath, ...options }: TerminalOptions = {}): Terminal {
  return new Terminal(node, [LAUNCHER, ...args], options);
}

/**
 * The terminal, once it is ready.
 *
 * @param wait what it takes to be ready; when that fails the terminal is closed, so that no program is left behind
 */
export async function whenReady<T extends Terminal>(terminal: T, wait: (terminal: T) => Promise<unknown>): Promise<T> {
  try {
    await wait(terminal);
    return terminal;
  } catch (error) {
    await terminal.close();
    throw error;
  }
}

/** What programs may ask of the window. */
const WINDOW = { pushTitle: true, popTitle: true };

/** A pseudo-terminal with a program in it, and the emulator that draws what it writes. */
export class Terminal {
  /** Resolves when the program has ended and all it wrote is on the screen. */
  readonly exit: Promise<Exit>;
  readonly #pty: IPty;
  readonly #emulator: xterm.Terminal;
  /** The program's home, empty at first. */
  readonly home = mkdtempSync(join(tmpdir(), 'crisis-tui-home-'));
  readonly #modesLeft: () => string[];
  readonly #acts: readonly string[];
  readonly #emptied: Cell[][][] = [];
  readonly #notes: string[] = [];
  #title = '';
  readonly #bytes: Buffer[] = [];
  /** xterm.js 6 loses some characters that come in two pieces: it gets whole ones. */
  readonly #characters = new StringDecoder('utf8');
  readonly #watchers = new Set<() => void>();
  #drawn: Promise<void> = Promise.resolve();
  #ended: Exit | undefined;

  constructor(file: string, args: readonly string[], { cols = 120, rows = 40, cwd = ROOT, env = {} }: PtyOptions = {}) {
    this.#emulator = new xterm.Terminal({
      cols,
      rows,
      scrollback: 1000,
      allowProposedApi: true,
      windowOptions: WINDOW,
    });
    setTodaysWidths(this.#emulator);
    this.#modesLeft = watchModes(this.#emulator);
    this.#acts = watchActs(this.#emulator);
    this.#emulator.parser.registerCsiHandler({ final: 'J' }, ([what]) => {
      if (what === 2) this.#emptied.push(this.allCells());
      return false;
    });
    this.#emulator.onTitleChange((title) => {
      this.#title = title;
    });
    this.#emulator.parser.registerOscHandler(777, (note) => {
      this.#notes.push(note);
      return true;
    });
    const base = { PATH: process.env['PATH'] ?? '', HOME: this.home, LANG: 'C.UTF-8', TERM: 'xterm-256color' };
    // Without an encoding the bytes come as they are; the types know only the other case.
    this.#pty = spawn(file, [...args], { name: base.TERM, cols, rows, cwd, env: { ...base, ...env }, encoding: null });
    this.#pty.onData((data) => this.#read(data as unknown as Buffer));
    this.#emulator.onData((answer) => this.#ended ?? this.#pty.write(answer));
    this.exit = new Promise((resolve) => {
      this.#pty.onExit(async ({ exitCode, signal = 0 }) => {
        await this.#drawn;
        this.#ended = { code: exitCode, signal };
        resolve(this.#ended);
        this.#tell();
      });
    });
  }

  get cols(): number {
    return this.#emulator.cols;
  }

  get rows(): number {
    return this.#emulator.rows;
  }

  /** Everything the program has written so far. */
  get raw(): string {
    return Buffer.concat(this.#bytes).toString('utf8');
  }

  /** Is the alternate screen shown? */
  get altScreen(): boolean {
    return this.#emulator.buffer.active.type === 'alternate';
  }

  /** What is not as in a fresh terminal: `alternate screen on`, `cursor off`, `mouse on` and the like. */
  get modesLeft(): string[] {
    return this.#modesLeft();
  }

  /** What the program did to the terminal besides drawing: `title: x`, `OSC 52 c;…`, `bell`; in the order it did. */
  get acts(): readonly string[] {
    return this.#acts;
  }

  /** The cells of the screen as they were each time the program was about to empty all of it (CSI 2 J). */
  get emptied(): readonly Cell[][][] {
    return this.#emptied;
  }

  /** The window's title, as it was last set. */
  get title(): string {
    return this.#title;
  }

  /** What the program has had the terminal note (OSC 777), for what a test loads into it. */
  get notes(): readonly string[] {
    return this.#notes;
  }

  /** Sends bytes as the keyboard does; see `keys.ts` for the keys that are no letters. */
  type(keys: string): void {
    this.#pty.write(keys);
  }

  /** The visible rows, each without its trailing blanks. */
  screen(): string[] {
    return rowsOf(this.#emulator);
  }

  /** The cells of a visible row with their colours and attributes. */
  cells(row: number): Cell[] {
    return cellsOf(this.#emulator, row);
  }

  /** The cells of all visible rows, from top to bottom. */
  allCells(): Cell[][] {
    return Array.from({ length: this.rows }, (_, row) => this.cells(row));
  }

  /** The stretches of cells on the screen for which `is` holds, from top to bottom. */
  runs(is: (cell: Cell) => boolean): string[] {
    return Array.from({ length: this.rows }, (_, row) => runsOf(this.cells(row), is)).flat();
  }

  /** The number of the first visible row that has a text or matches a pattern; -1 if none does. */
  rowOf(what: string | RegExp): number {
    return this.screen().findIndex((row) => (typeof what === 'string' ? row.includes(what) : what.test(row)));
  }

  cursor(): { readonly row: number; readonly col: number } {
    const { cursorX, cursorY } = this.#emulator.buffer.active;
    return { row: cursorY, col: cursorX };
  }

  /**
   * Waits until the screen shows something.
   *
   * @param what see {@link Awaited}; give a predicate a name (`function threePanes(t) {…}`), it is in the message
   * @throws an error with the screen in it when the time is over or the program ends without having shown it
   */
  waitFor(what: Awaited, { timeout = 20_000 } = {}): Promise<void> {
    return this.#until(
      () => holds(this, what),
      (why) => `${why} waiting for ${nameOf(what)}; the screen:\n${this.picture()}`,
      timeout,
    );
  }

  /** Waits until nothing has been written for a while. For looking, not for asserting: prefer {@link waitFor}. */
  async settled(quietMs = 150): Promise<void> {
    for (let seen = -1; seen !== this.#bytes.length; ) {
      seen = this.#bytes.length;
      await new Promise((resolve) => setTimeout(resolve, quietMs));
    }
  }

  /** Makes the window another size; the program gets SIGWINCH. */
  resize(cols: number, rows: number): void {
    this.#emulator.resize(cols, rows);
    this.#pty.resize(cols, rows);
  }

  kill(signal: NodeJS.Signals): void {
    this.#pty.kill(signal);
  }

  /** The screen as text with an edge around it, for a message. */
  picture(): string {
    const edge = `+${'-'.repeat(this.cols)}+`;
    return [edge, ...this.screen().map((row) => `|${row}`), edge].join('\n');
  }

  /** Ends the program if it still runs, and tidies up. */
  async close(): Promise<void> {
    if (!this.#ended) this.#pty.kill('SIGKILL');
    await this.exit;
    this.#emulator.dispose();
    rmSync(this.home, { recursive: true, force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Draws what arrives piece by piece, so that a test that waited sees the screen it waited for, not a later one. */
  #read(data: Buffer): void {
    this.#drawn = this.#drawn.then(async () => {
      await new Promise<void>((parsed) => this.#emulator.write(this.#characters.write(data), parsed));
      this.#bytes.push(data);
      this.#tell();
      await new Promise(setImmediate);
    });
  }

  /** Lets the waits look. Not in the midst of a frame: programs say where one begins and ends (mode 2026). */
  #tell(): void {
    if (this.#emulator.modes.synchronizedOutputMode && !this.#ended) return;
    for (const watcher of [...this.#watchers]) watcher();
  }

  #until(done: () => boolean, message: (why: string) => string, timeout: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        this.#watchers.delete(look);
        clearTimeout(timer);
        settle();
      };
      const fail = (why: string) => finish(() => reject(new Error(message(why))));
      const look = () => {
        try {
          if (done()) finish(resolve);
          else if (this.#ended) fail(`The program ended (${JSON.stringify(this.#ended)})`);
        } catch (error) {
          finish(() => reject(error));
        }
      };
      const timer = setTimeout(fail, timeout, `${timeout} ms passed`);
      this.#watchers.add(look);
      this.#tell();
    });
  }
}

function holds(terminal: Terminal, what: Awaited): boolean {
  if (typeof what === 'function') return what(terminal);
  const text = terminal.screen().join('\n');
  return typeof what === 'string' ? text.includes(what) : what.test(text);
}

function nameOf(what: Awaited): string {
  if (typeof what === 'string') return JSON.stringify(what);
  return typeof what === 'function' ? what.name || what.toString() : String(what);
}
