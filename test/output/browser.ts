import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A Chromium of this machine: CRISIS_TUI_CHROMIUM, or the first on the path. */
export function chromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const files = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env['CRISIS_TUI_CHROMIUM'], ...files].find((file) => file && existsSync(file));
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/**
 * A headless browser with one page, driven by the Chrome DevTools Protocol over a pipe
 * (https://chromedevtools.github.io/devtools-protocol/): messages of JSON, each ended by a zero byte.
 */
export class Browser {
  /** What the page told of since it was opened. */
  readonly told: Message[] = [];
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #listening = new Set<(message: Message) => void>();
  #next = 1;
  #session: string | undefined;

  private constructor(file: string) {
    this.#folder = mkdtempSync(join(tmpdir(), 'crisis-tui-browser-'));
    const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];
    const args = [...flags, '--remote-debugging-pipe', `--user-data-dir=${this.#folder}`, 'about:blank'];
    this.#process = spawn(file, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    let text = '';
    (this.#process.stdio[4] as Readable).setEncoding('utf8').on('data', (chunk: string) => {
      const messages = (text + chunk).split('\0');
      text = messages.pop() ?? '';
      for (const message of messages) this.#hear(JSON.parse(message));
    });
  }

  /** Starts it, with a page of its own. */
  static async open(file: string): Promise<Browser> {
    const browser = new Browser(file);
    const { targetId } = await browser.ask('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.ask('Target.attachToTarget', { targetId, flatten: true });
    browser.#session = sessionId as string;
    for (const domain of ['Page', 'Network', 'Log', 'Audits']) await browser.ask(`${domain}.enable`);
    return browser;
  }

  /** Asks the browser, or its page once there is one. @throws with what it says is wrong */
  async ask(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    const id = this.#next++;
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    const message = { id, method, params, ...(this.#session && { sessionId: this.#session }) };
    (this.#process.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  /** Opens an address, and waits until all of it is there. */
  async show(url: string): Promise<void> {
    this.told.length = 0;
    const loaded = new Promise<void>((resolve) => {
      const listen = ({ method }: Message) => {
        if (method !== 'Page.loadEventFired') return;
        this.#listening.delete(listen);
        resolve();
      };
      this.#listening.add(listen);
    });
    await this.ask('Page.navigate', { url });
    await loaded;
  }

  /** The value of an expression in the page; of a promise what it resolves with. */
  async value(expression: string): Promise<unknown> {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.ask('Runtime.evaluate', asked);
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { readonly value: unknown }).value;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await ended;
    // Its own processes write a little longer than it lives.
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  }

  #hear(message: Message): void {
    this.told.push(message);
    if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    for (const listen of [...this.#listening]) listen(message);
  }
}
