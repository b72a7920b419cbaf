import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openExplorer } from './explorer.ts';

test('two entities are merged by hand, it holds the next time, and is taken back', async () => {
  const data = mkdtempSync(join(tmpdir(), 'crisis-tui-data-'));
  const env = { XDG_DATA_HOME: data };
  try {
    {
      await using terminal = await openExplorer({ env });
      terminal.type('2/kremlin\r');
      await terminal.waitFor(/▸Kremlin/);
      terminal.type('xm');
      await terminal.waitFor('Kremlin is the same as:');
      terminal.type('russa');
      await terminal.waitFor('→ Russia');
      terminal.type('\r');
      await terminal.waitFor('Kremlin is now the same as Russia');
      await terminal.waitFor(/▸Russia = Kremlin/);
    }
    {
      await using terminal = await openExplorer({ env });
      terminal.type('2/kremlin\r');
      await terminal.waitFor(/▸Russia = Kremlin/);
      terminal.type('x');
      await terminal.waitFor('Correct Russia:');
      terminal.type('u');
      await terminal.waitFor(/▸Kremlin/);
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});

test('a speaker is corrected, and the preview says so', async () => {
  await using terminal = await openExplorer();
  terminal.type('3xs');
  await terminal.waitFor('It is said by:');
  terminal.type('sulivan\r');
  await terminal.waitFor('speaker by your correction');
  assert.match(terminal.screen().join('\n'), /▸Jake Sullivan: /);
});

test('where there is no home to keep it in, the reader is told and nothing changes', async () => {
  await using terminal = await openExplorer({ env: { HOME: '' } });
  terminal.type('2xh');
  await terminal.waitFor('could not be kept: there is no home');
});

test('where hiding leaves no row, what is told to press takes it back', async () => {
  await using terminal = await openExplorer({ cols: 160 });
  terminal.type('2/zelensky\r');
  await terminal.waitFor(/▸Volodymyr Zelensky/);
  terminal.type('xh');
  await terminal.waitFor('is not listed any more; x and u on any row that is listed take it back');
  terminal.type('1xu');
  await terminal.waitFor('The last correction was taken back');
  await terminal.waitFor(/Volodymyr Zelensky +person/);
});
