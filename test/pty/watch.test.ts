import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { folderFor, madeUpText } from '../load/folder.ts';
import { explorerIsOpen } from './explorer.ts';
import { ctrl, KEY } from './keys.ts';
import { openTerminal, ROOT, type Terminal, type TerminalOptions, whenReady } from './terminal.ts';

const NEWS = 'It rained on the lake all day, and nobody came to see it.\n';

/** A folder of its own with the bundled articles. */
function seedsFor(t: TestContext): string {
  const folder = join(folderFor(t), 'articles');
  mkdirSync(folder);
  for (const name of readdirSync(join(ROOT, 'seeds'))) cpSync(join(ROOT, 'seeds', name), join(folder, name));
  return folder;
}

function watched(folder: string, options: TerminalOptions = {}): Promise<Terminal> {
  return whenReady(openTerminal({ args: ['--watch', folder, '--no-cache'], ...options }), async (terminal) => {
    await terminal.waitFor(explorerIsOpen);
    await terminal.waitFor(/, watched · 5 articles/);
  });
}

/** What the cursors of panes and views are on: its row of the screen, and the words it begins with. */
const cursors = (terminal: Terminal) =>
  terminal.screen().flatMap((row, y) => (row.match(/▸\S+(?: \S+)?/g) ?? []).map((words) => `${y} ${words}`));
/** What is between the first row and the foot. */
const body = (terminal: Terminal) => terminal.screen().slice(1, -2);

for (const [view, keys, shows, seen] of [
  ['the panes', '2jjj', /▸United States/, cursors],
  ['a search', '2/putin', /❯ putin[\s\S]*▸Vladimir Putin: the West/, cursors],
  ['the reading view', '1jr\u0004', /─\n +clear are non-starters/, body],
  ['the side-by-side view', 'cj', /row 9 of/, cursors],
  ['the timeline', 'tj', /▸2021-12-30 Thu/, cursors],
  ['who quotes whom', 'mj', /▸Dmitry Peskov/, cursors],
  ['a name that is asked for', '2xn', 'New name of Russia', cursors],
] as const)
  test(`in ${view} news is taken up and said, and the reader stays where they are`, async (t) => {
    const folder = seedsFor(t);
    await using terminal = await watched(folder, { cols: 120, rows: 40 });
    terminal.type(keys);
    await terminal.waitFor(shows);
    const before = seen(terminal);
    writeFileSync(join(folder, 'zzz.txt'), NEWS);
    // While a name is asked for the foot asks for it.
    await terminal.waitFor(view === 'a name that is asked for' ? /, watched · 6 articles/ : '1 new article: zzz.txt');
    assert.deepEqual(seen(terminal), before, terminal.picture());
  });

test('what is added, changed, renamed and removed is taken up one after the other', async (t) => {
  const folder = seedsFor(t);
  await using terminal = await watched(folder);
  writeFileSync(join(folder, 'lake.txt'), NEWS);
  await terminal.waitFor(/, watched · 6 articles/);
  await terminal.waitFor('1 new article: lake.txt');
  appendFileSync(join(folder, 'lake.txt'), '\nMr. Orsolo said: “We shall see what comes of it.”\n');
  await terminal.waitFor('1 article changed: lake.txt');
  renameSync(join(folder, 'lake.txt'), join(folder, 'pond.txt'));
  await terminal.waitFor('1 article renamed: lake.txt is pond.txt');
  rmSync(join(folder, 'pond.txt'));
  await terminal.waitFor('1 article removed: pond.txt');
  await terminal.waitFor(/, watched · 5 articles/);
});

test('a whole unpacking is one change', async (t) => {
  const folder = seedsFor(t);
  await using terminal = await watched(folder);
  const from = join(folder, '..', 'unpacked');
  mkdirSync(from);
  for (let i = 0; i < 40; i++) writeFileSync(join(from, `${i}.txt`), madeUpText(i));
  renameSync(from, join(folder, 'unpacked'));
  await terminal.waitFor('40 new articles');
  await terminal.waitFor(/, watched · 45 articles/);
});

test('the article that is read goes with a word when its file goes', async (t) => {
  const folder = seedsFor(t);
  await using terminal = await watched(folder);
  const [first = ''] = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  terminal.type('r');
  await terminal.waitFor(function isRead(it) {
    return it.screen()[0]?.includes(first) ?? false;
  });
  rmSync(join(folder, first));
  await terminal.waitFor('the article you were reading was removed');
  await terminal.waitFor(explorerIsOpen);
});

test('a folder that vanishes leaves what is shown, and is followed again when it is back', async (t) => {
  const folder = seedsFor(t);
  await using terminal = await watched(folder);
  renameSync(folder, `${folder}-away`);
  await terminal.waitFor('is gone; what is shown is as it was last');
  await terminal.waitFor(/, watched · 5 articles/);
  writeFileSync(join(`${folder}-away`, 'lake.txt'), NEWS);
  renameSync(`${folder}-away`, folder);
  await terminal.waitFor('1 new article: lake.txt');
});

test('what the editor saves is taken up when the screen is back', async (t) => {
  const folder = seedsFor(t);
  const editor = join(folder, '..', 'editor.sh');
  writeFileSync(editor, `#!/bin/sh\nprintf '%s' '${NEWS}' > '${folder}/lake.txt'\n`, { mode: 0o755 });
  await using terminal = await watched(folder, { env: { EDITOR: editor } });
  terminal.type('o');
  await terminal.waitFor('1 new article: lake.txt');
  await terminal.waitFor(explorerIsOpen);
});

for (const [how, leave, exit] of [
  ['q', (it: Terminal) => it.type('q'), { code: 0, signal: 0 }],
  ['Ctrl-C', (it: Terminal) => it.type(ctrl('c')), { code: 130, signal: 0 }],
  ['SIGTERM', (it: Terminal) => it.kill('SIGTERM'), { code: 0, signal: 15 }],
] as const)
  test(`${how} ends the following, too, and gives the terminal back`, async (t) => {
    await using terminal = await watched(seedsFor(t));
    leave(terminal);
    assert.deepEqual(await terminal.exit, exit);
    assert.deepEqual(terminal.modesLeft, []);
  });

for (const [what, args, says] of [
  ['what comes with the program', ['--watch'], /--watch follows the folder or files that are given/],
  ['what is printed', ['quotes', '--watch', 'seeds'], /--watch goes with the explorer/],
  ['standard input', ['--watch', '-'], /standard input is read once/],
] as const)
  test(`${what} is not followed, and it is said why`, async () => {
    await using terminal = openTerminal({ args });
    assert.deepEqual(await terminal.exit, { code: 2, signal: 0 });
    assert.match(terminal.screen().join(' '), says);
  });

test('typing goes on while a folder is followed', async (t) => {
  const folder = seedsFor(t);
  await using terminal = await watched(folder);
  terminal.type('/putin');
  await terminal.waitFor('❯ putin');
  writeFileSync(join(folder, 'zzz.txt'), NEWS);
  await terminal.waitFor('1 new article: zzz.txt');
  terminal.type('x');
  await terminal.waitFor('❯ putinx');
  terminal.type(KEY.escape);
  await terminal.waitFor(explorerIsOpen);
});
