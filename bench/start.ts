import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explorerIsOpen } from '../test/pty/explorer.ts';
import { LAUNCHER, openTerminal, ROOT, Terminal, whenReady } from '../test/pty/terminal.ts';
import { measure, report } from './measure.ts';

const PRINTED = [
  'articles',
  'entities',
  'quotes',
  'utterances',
  'stories',
  'sentences',
  'figures',
  'events',
  'compare',
];

/**
 * How long it takes from the command to a version, to what is printed of the seeds, and to the first whole frame of the
 * explorer on them; beside Node alone, an Ink program that does nothing, and fzf where it is there. What was compiled is
 * kept from the start before, as it is for who starts it a second time; `kept: no` is the first start.
 */
export async function start(): Promise<void> {
  const caches = mkdtempSync(join(tmpdir(), 'crisis-tui-bench-'));
  const kept = { XDG_CACHE_HOME: caches };
  const notKept = { NODE_DISABLE_COMPILE_CACHE: '1' };
  const run = (args: readonly string[], env: Readonly<Record<string, string>> = kept) =>
    execFileSync(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ours = (...args: string[]) => ({
    name: `crisis-tui ${args.join(' ')}`,
    run: () => run([LAUNCHER, ...args]),
  });
  const hasFzf = spawnSync('fzf', ['--version']).error === undefined;
  if (!hasFzf) console.log('\nfzf is not on this machine');
  try {
    // Ended as a person ends it, so that what was compiled is kept.
    await using first = openTerminal({ env: kept });
    await first.waitFor(explorerIsOpen);
    first.type('q');
    await first.exit;
    report(
      'start, until it is there',
      await measure([
        { name: 'node -e 0', run: () => run(['-e', '0']) },
        ...(hasFzf ? [{ name: 'fzf --version', run: () => execFileSync('fzf', ['--version']) }] : []),
        ours('--version'),
        ours('--help'),
        ...PRINTED.map((command) => ours(command)),
        ours('search', 'putin'),
        { name: 'crisis-tui quotes, kept: no', run: () => run([LAUNCHER, 'quotes'], notKept) },
        { name: 'an empty Ink program, first frame', run: () => frameOf(emptyInk(), 'empty') },
        { name: 'the explorer, first whole frame', run: () => frameOf(openTerminal({ env: kept }), explorerIsOpen) },
        {
          name: 'the explorer, first whole frame, kept: no',
          run: () => frameOf(openTerminal({ env: notKept }), explorerIsOpen),
        },
      ]),
    );
  } finally {
    rmSync(caches, { recursive: true });
  }
}

function emptyInk(): Terminal {
  return new Terminal(process.execPath, [join(ROOT, 'bench/empty-ink.mjs')], { env: { NODE_ENV: 'production' } });
}

async function frameOf(terminal: Terminal, frame: Parameters<Terminal['waitFor']>[0]): Promise<void> {
  await using shown = await whenReady(terminal, (it) => it.waitFor(frame));
  void shown;
}
