import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { WIRE } from '../wire.ts';
import { openExplorer } from './explorer.ts';

/** A folder of four articles, three of which print one text. */
async function withWire(does: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-wire-'));
  try {
    for (const [name, text] of Object.entries(WIRE)) writeFileSync(join(folder, name), text);
    await does(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('four articles, two texts: copies are marked, and who quotes whom counts them once', () =>
  withWire(async (folder) => {
    await using terminal = await openExplorer({ cols: 120, rows: 40, args: [folder] });
    await terminal.waitFor('4 articles, 2 texts');
    await terminal.waitFor(/Anna Holm .* ≡[▁-█]≡[▁-█]/);
    terminal.type('m');
    await terminal.waitFor(/▸Anna Holm +\d .*≡1/);
    assert.match(terminal.screen().join('\n'), /who is quoted +1 +1 +0 +0/);
  }));

test('--count-copies counts each', () =>
  withWire(async (folder) => {
    await using terminal = await openExplorer({ cols: 120, rows: 40, args: [folder, '--count-copies'] });
    await terminal.waitFor(/Anna Holm .* [▁-█]{4}/);
    terminal.type('m');
    await terminal.waitFor(/who is quoted +1 +1 +1 +1/);
  }));
