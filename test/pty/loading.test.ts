import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { articlesFor, folderFor } from '../load/folder.ts';
import { explorerIsOpen } from './explorer.ts';
import { ctrl, KEY } from './keys.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** Many more than are analysed until the first key is pressed. */
const MANY = 4000;

test('the explorer opens before all is read, and what is there can be used meanwhile', async (t) => {
  const folder = articlesFor(t, MANY);
  await using terminal = openTerminal({ args: [folder, '--workers', '0', '--no-cache'], cols: 160 });
  await terminal.waitFor(/[\d,]+ of 4,000 read, \d+ (?:s|min) left · \d+ shown so far/);
  await terminal.waitFor(explorerIsOpen);
  assert.ok(articlesShown(terminal) < MANY, terminal.picture());
  terminal.type('/putin');
  await terminal.waitFor(/❯ putin[\s\S]*▸Vladimir Putin/);
  terminal.type('\r1r');
  await terminal.waitFor(/^search matches: \d+/m);
  terminal.type(KEY.escape);
  await terminal.waitFor(explorerIsOpen);
  terminal.type('c');
  await terminal.waitFor('What articles have in common, and their stories, are known when all are read');
  terminal.type('q');
  assert.deepEqual(await terminal.exit, { code: 0, signal: 0 });
  assert.deepEqual(terminal.modesLeft, []);
});

test('X reads no more: what is read is worked out, stories and all', async (t) => {
  const folder = articlesFor(t, MANY);
  await using terminal = openTerminal({ args: [folder, '--workers', '0', '--no-cache'], cols: 160 });
  await terminal.waitFor(/ shown so far/);
  terminal.type('X');
  await terminal.waitFor(/Reading was ended: these are \d+ articles/, { timeout: 120_000 });
  const shown = articlesShown(terminal);
  assert.ok(shown >= 100 && shown < MANY, terminal.picture());
  terminal.type('c');
  await terminal.waitFor(/story \d+ of \d+/);
  terminal.type('q');
  assert.deepEqual(await terminal.exit, { code: 0, signal: 0 });
});

test('Ctrl-C while articles are read ends the program at once, and what was found is kept', async (t) => {
  const folder = articlesFor(t, MANY);
  const cache = folderFor(t);
  await using terminal = openTerminal({ args: [folder, '--workers', '0'], env: { XDG_CACHE_HOME: cache } });
  await terminal.waitFor(/ shown so far/);
  terminal.type(ctrl('c'));
  assert.deepEqual(await terminal.exit, { code: 130, signal: 0 });
  const kept = readdirSync(join(cache, 'crisis-tui')).filter((name) => name.endsWith('.cache'));
  assert.equal(kept.length, 1);
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

/** How many articles the explorer has. */
function articlesShown(terminal: Terminal): number {
  return Number(/1 Sources ─+ (?:[\d]+\/)?([\d]+) ─/.exec(terminal.picture())?.[1]);
}
