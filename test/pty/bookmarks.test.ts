import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openExplorer } from './explorer.ts';
import { KEY } from './keys.ts';
import { LAUNCHER } from './terminal.ts';

function home() {
  const path = mkdtempSync(join(tmpdir(), 'crisis-tui-data-'));
  return {
    env: { XDG_DATA_HOME: path },
    print: (...args: string[]) =>
      spawnSync(process.execPath, [LAUNCHER, ...args], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] ?? '', XDG_DATA_HOME: path },
      }).stdout,
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

test('a quote is bookmarked with a note, and both are there the next time and when printing', async () => {
  using here = home();
  {
    await using terminal = await openExplorer({ env: here.env });
    terminal.type('/gravely\r3b');
    await terminal.waitFor('Bookmarked');
    await terminal.waitFor(/▸◆ A senior/);
    terminal.type('B');
    await terminal.waitFor('Note: ');
    terminal.type('ask\x1b[200~ the\r\n\x1b[31mWhite House\x1b[201~\r');
    await terminal.waitFor('Noted');
    await terminal.waitFor(/◆ ask the \[31mWhite House/);
    terminal.type('b');
    await terminal.waitFor('This has a note');
  }
  {
    await using terminal = await openExplorer({ env: here.env });
    terminal.type("'");
    await terminal.waitFor(/Bookmarks ─+ 1 /);
    await terminal.waitFor(/quote .*A senior administration official: .*The New York Times, line 42/);
    terminal.type('\r');
    await terminal.waitFor(/▸◆ A senior.*gravely/);
  }
  const [row, ...more] = JSON.parse(here.print('bookmarks', '--format', 'json'));
  assert.deepEqual(more, []);
  assert.equal(row.note, 'ask the [31mWhite House');
  assert.match(row.text, /gravely concerned/);
  assert.equal(here.print('bookmarks', '--format', 'jsonl', '--query', 'lukashenko'), '');
  assert.equal(here.print('quotes', '--query', 'is:bookmarked').trimEnd().split('\n').length, 1);
  assert.match(here.print('bookmarks', '--format', 'markdown'), /^# Bookmarks\n\nask the .*\n\n> .*\[\^1\]/);
});

test('keys that come together bookmark each row; is:bookmarked lists them, and b there takes one off', async () => {
  using here = home();
  await using terminal = await openExplorer({ env: here.env });
  // What another key tells in between takes nothing away.
  terminal.type('bjyb2b3b');
  await terminal.waitFor(/1 Sources[\s\S]*◆ ~TIME/);
  terminal.type("'");
  await terminal.waitFor(/Bookmarks ─+ 4 /);
  terminal.type(`${KEY.escape}`);
  await terminal.waitFor('1 Sources');
  terminal.type('1/is:bookmarked\r');
  await terminal.waitFor(/1 Sources ─+ 2\/5 [\s\S]*2 Entities ─+ 1\/[\s\S]*3 Quotes ─+ 1\//);
  terminal.type('b');
  await terminal.waitFor(/1 Sources ─+ 1\/5 /);
  await terminal.waitFor('The bookmark was taken off');
});

test('a bookmark is gone to whatever hides it, also from the article that is read', async () => {
  await using terminal = await openExplorer();
  terminal.type('1jb');
  await terminal.waitFor('Bookmarked');
  terminal.type('/lukashenko\rr');
  await terminal.waitFor(/search matches: /);
  terminal.type("'\r");
  await terminal.waitFor(/press \/ to search[\s\S]*▸◆ ~TIME/);
});

test('where there is no home to keep it in, the reader is told and nothing is marked', async () => {
  await using terminal = await openExplorer({ env: { HOME: '' }, cols: 80, rows: 24 });
  const above = terminal.screen().at(-3);
  terminal.type('b');
  // What to do stands at the end of it: it has a second row.
  await terminal.waitFor(/^The bookmark could not be kept: there is no home.*\n.*set XDG_DATA_HOME$/m);
  terminal.type('j');
  await terminal.waitFor(/^\/ search .*q quit$/m);
  assert.equal(terminal.screen().at(-3), above, 'and is gone with the next key');
  assert.doesNotMatch(terminal.screen().join('\n'), /◆/);
});

test('two explorers of the same articles bookmark and correct beside each other, and nothing is lost', async () => {
  using here = home();
  await using one = await openExplorer({ env: here.env, cols: 80, rows: 24 });
  await using other = await openExplorer({ env: here.env, cols: 80, rows: 24 });
  one.type('b');
  await one.waitFor('Bookmarked');
  other.type('jb');
  await other.waitFor('Bookmarked; those of another explorer are listed, too');
  await other.waitFor(/◆[\s\S]*◆/);
  one.type('Bwhy\r');
  await one.waitFor('Noted; those of another explorer are listed, too');
  other.type('b');
  await other.waitFor('The bookmark was taken off; those of another explorer are listed, too');
  const rows = JSON.parse(here.print('bookmarks', '--format', 'json')) as readonly { note?: string }[];
  assert.deepEqual(
    rows.map(({ note }) => note),
    ['why'],
  );
  one.type('2xh');
  await one.waitFor('is not listed any more');
  other.type('2jxh');
  await other.waitFor('With those of another explorer: ');
  const entities = JSON.parse(here.print('entities', '--format', 'json')) as readonly unknown[];
  const all = JSON.parse(home().print('entities', '--format', 'json')) as readonly unknown[];
  assert.equal(entities.length, all.length - 2);
});
