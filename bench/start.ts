import { execFileSync } from 'node:child_process';
import { explorerIsOpen } from '../test/pty/explorer.ts';
import { LAUNCHER, openTerminal } from '../test/pty/terminal.ts';
import { measure, report } from './measure.ts';

/** How long it takes from the command to a version, and to the first whole frame of the explorer on the seeds. */
export async function start(): Promise<void> {
  const run = (...args: string[]) => execFileSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  report(
    'start, until it is there',
    await measure([
      { name: 'node -e 0', run: () => run('-e', '0') },
      { name: 'crisis-tui --version', run: () => run(LAUNCHER, '--version') },
      { name: 'crisis-tui articles (the seeds)', run: () => run(LAUNCHER, 'articles', '--format', 'jsonl') },
      { name: 'the explorer, first whole frame', run: firstFrame },
    ]),
  );
}

async function firstFrame(): Promise<void> {
  await using terminal = openTerminal();
  await terminal.waitFor(explorerIsOpen);
}
