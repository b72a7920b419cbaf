import { type PtyOptions, Terminal, whenReady } from './terminal.ts';

const PROMPT = 'ready$ ';

/**
 * Opens a shell in a terminal, to see what a program leaves behind when it ends.
 *
 *     await using shell = await openShell();
 *     await shell.run('echo before');
 *     const status = await shell.run('stty -a');
 */
export function openShell(options: PtyOptions = {}): Promise<Shell> {
  const shell = new Shell('bash', ['--norc', '--noprofile', '--noediting'], {
    ...options,
    env: { PS1: PROMPT, BASH_SILENCE_DEPRECATION_WARNING: '1', ...options.env },
  });
  return whenReady(shell, () => shell.waitFor(PROMPT.trimEnd()));
}

/** A terminal with a shell in it. */
export class Shell extends Terminal {
  /** Types a command and waits for the next prompt. @returns what the command wrote, without the echo of its line */
  async run(command: string): Promise<string> {
    return this.start(command).done();
  }

  /** Types a command. @returns a way to wait for the next prompt, so that keys can be pressed while it runs */
  start(command: string): { readonly done: () => Promise<string> } {
    const from = this.raw.length;
    const since = () => this.raw.slice(from);
    this.type(`${command}\r`);
    const done = async () => {
      await this.waitFor(function promptIsBack() {
        return since().includes('\n') && since().endsWith(PROMPT);
      });
      const written = since();
      return written.slice(written.indexOf('\n') + 1, -PROMPT.length).replaceAll('\r\n', '\n');
    };
    return { done };
  }
}
