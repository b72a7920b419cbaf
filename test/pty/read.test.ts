import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openExplorer } from './explorer.ts';
import { KEY } from './keys.ts';

test('a quote is read in its article, n goes on to the next, Esc comes back to the row', async () => {
  await using terminal = await openExplorer();
  terminal.type('/gravely\r3r');
  await terminal.waitFor(/quotes: \d of \d/);
  await terminal.waitFor('gravely concerned');
  const [first] = terminal.screen();
  assert.match(first ?? '', /~The New York Times · ~2021-12-29 · 000_/);
  terminal.type('n');
  await terminal.waitFor(/quotes: 4 of/);
  terminal.type(KEY.escape);
  await terminal.waitFor('3 Quotes');
  await terminal.waitFor('❯ gravely');
});

test('the mentions of an entity are stepped through over all articles', async () => {
  await using terminal = await openExplorer();
  terminal.type('2/zelensky\rr');
  await terminal.waitFor('mentions of Volodymyr Zelensky: 1 of 1');
  await terminal.waitFor('000_66bebe8ea728d4ec.txt');
  terminal.type('n');
  await terminal.waitFor('001_762218f71d56a540.txt');
  await terminal.waitFor('Zeleskyy');
});

test('y copies the words of the file with their citation through the terminal', async () => {
  await using terminal = await openExplorer();
  terminal.type('/gravely\r3y');
  await terminal.waitFor('Copied, if this terminal allows it');
  const sequence = /\u001b\]52;c;([A-Za-z0-9+/=]+)\u0007/.exec(terminal.raw);
  const text = Buffer.from(sequence?.[1] ?? '', 'base64').toString('utf8');
  assert.match(
    text,
    /^“We continue to be gravely concerned about .*” — .*, in The New York Times \(inferred, confidence high\), .*, line 42, characters \d+–\d+$/,
  );
});

test('o opens the file at the line in the user’s editor, and the explorer is there again after it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-editor-'));
  try {
    const editor = join(folder, 'vi');
    writeFileSync(editor, `#!/bin/sh\nprintf '%s\\n' "$@" > ${folder}/called\n`);
    chmodSync(editor, 0o700);
    await using terminal = await openExplorer({ env: { EDITOR: editor } });
    terminal.type('/gravely\r3o');
    await terminal.waitFor(() => readOr(join(folder, 'called')).includes('000_'));
    assert.match(readOr(join(folder, 'called')), /^\+42\n.*000_66bebe8ea728d4ec\.txt\n$/);
    terminal.type('?');
    await terminal.waitFor('Help');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('without such an editor the reader is told', async () => {
  await using terminal = await openExplorer({ env: { EDITOR: 'no-such-editor' } });
  terminal.type('o');
  await terminal.waitFor('there is no no-such-editor');
});

test('/ searches in the article: matches are marked and counted, n goes on, Esc ends it', async () => {
  await using terminal = await openExplorer({ cols: 100, rows: 30 });
  terminal.type('r/mr. putin');
  await terminal.waitFor(/In this article: mr\. putin.*1\/\d+ /);
  terminal.type('\r');
  await terminal.waitFor(/“mr\. putin”: 1\/\d+/);
  terminal.type('nn');
  await terminal.waitFor(/“mr\. putin”: 3\/\d+/);
  terminal.type('N');
  await terminal.waitFor(/“mr\. putin”: 2\/\d+/);
  assert.deepEqual(
    terminal.runs(({ inverse }) => inverse),
    ['Mr. Putin'],
  );
  terminal.type(KEY.escape);
  await terminal.waitFor(/quotes: \d/);
  terminal.type('/nowhere at all');
  await terminal.waitFor('not in this article');
  terminal.type(KEY.escape);
  await terminal.waitFor(/n next/);
  terminal.type(KEY.escape);
  await terminal.waitFor('1 Sources');
});

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
