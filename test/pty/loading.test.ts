import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { articlesFor } from '../load/folder.ts';
import { explorerIsOpen } from './explorer.ts';
import { ctrl } from './keys.ts';
import { openTerminal } from './terminal.ts';

/** Many more than are analysed until the first key is pressed. */
const MANY = 1500;

test('Ctrl-C while articles are analysed opens the explorer with those that are; there it ends the program', async (t) => {
  const folder = articlesFor(t, MANY);
  await using terminal = openTerminal({ args: [folder, '--workers', '0', '--no-cache', '--count-copies'] });
  await terminal.waitFor(
    /Ctrl-C opens what there is\) {2}Reading articles \d+ of 1,500, \d+ a second, \d+ (?:s|min) left/,
  );
  terminal.type(ctrl('c'));
  await terminal.waitFor(explorerIsOpen);
  const [, count] = /1 Sources ─+ (\d[\d,]*) ─/.exec(terminal.picture()) ?? [];
  const shown = Number(count?.replace(',', ''));
  assert.ok(shown > 0 && shown < MANY, terminal.picture());
  terminal.type(ctrl('c'));
  assert.deepEqual(await terminal.exit, { code: 130, signal: 0 });
});

test('what could not be read is told in the explorer, too, and what was read is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-passed-'));
  try {
    writeFileSync(join(folder, 'a.txt'), 'Anna Smith said: “Yes, we will go there now.”\n');
    writeFileSync(join(folder, 'b.json'), '{"x":');
    await using terminal = openTerminal({ args: [folder], cols: 80, rows: 24 });
    await terminal.waitFor(explorerIsOpen);
    await terminal.waitFor(/b\.json is not JSON[\s\S]*passed\s+over/);
    terminal.type('2');
    await terminal.waitFor(/^\/ search .*q quit$/m);
    assert.match(terminal.screen().join('\n'), /▸Anna Smith/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
