import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBox } from './box.ts';
import { explorerIsOpen, openExplorer } from './explorer.ts';
import type { Terminal } from './terminal.ts';

/** The program leaves the last row free, or the terminal would scroll; nothing is cut off at the right. */
function fits(terminal: Terminal): void {
  const screen = terminal.screen();
  assert.equal(screen.at(-1), '', terminal.picture());
  assert.match(screen[0] ?? '', /^❯/, terminal.picture());
  assert.match(screen.at(-2) ?? '', /^\/ search/, terminal.picture());
  for (const title of ['1 Sources', '2 Entities', '3 Quotes', 'Preview'])
    for (const row of findBox(terminal, title)?.cells ?? [])
      assert.ok(!row.some(({ text }) => '╭╮╰╯'.includes(text)), `${title} is torn:\n${terminal.picture()}`);
}

for (const [cols, rows] of [
  [80, 24],
  [120, 40],
  [200, 60],
] as const)
  test(`opens at ${cols}x${rows}, and fits`, async () => {
    await using terminal = await openExplorer({ cols, rows });
    fits(terminal);
    for (const title of ['1 Sources', '2 Entities', '3 Quotes', 'Preview']) assert.ok(findBox(terminal, title), title);
    assert.match(
      terminal.screen().at(-2) ?? '',
      /\? help .*q quit/,
      'whatever does not fit, the way to help and out does',
    );
  });

test('follows the window while it is resized, and keeps the search and the selection', async () => {
  await using terminal = await openExplorer({ cols: 120, rows: 40 });
  terminal.type('/putin\r2j');
  await terminal.waitFor('❯ putin');
  for (const [cols, rows] of [
    [80, 24],
    [200, 60],
    [80, 24],
    [120, 40],
  ] as const) {
    terminal.resize(cols, rows);
    await terminal.waitFor(function drawnForItsSize(it) {
      const drawn = it.screen();
      const widest = Math.max(...['1 Sources', '2 Entities', '3 Quotes'].map((title) => rightOf(it, title)));
      return widest === cols && drawn.at(-2) !== '' && drawn.at(-1) === '';
    });
    fits(terminal);
    assert.match(terminal.screen()[0] ?? '', /❯ putin/);
  }
});

test('a wide terminal is used: names and quotes have more room', async () => {
  await using small = await openExplorer({ cols: 80, rows: 24 });
  await using wide = await openExplorer({ cols: 200, rows: 60 });
  for (const title of ['2 Entities', '3 Quotes']) {
    assert.ok((findBox(wide, title)?.width ?? 0) > (findBox(small, title)?.width ?? 0), title);
    assert.ok((findBox(wide, title)?.height ?? 0) > (findBox(small, title)?.height ?? 0), title);
  }
});

test('a window that is too small is told so, and can still be left; grown again it is used', async () => {
  await using terminal = await openExplorer({ cols: 120, rows: 40 });
  terminal.resize(30, 8);
  await terminal.waitFor(/Too small/);
  terminal.resize(100, 30);
  await terminal.waitFor(explorerIsOpen);
  fits(terminal);
  terminal.resize(30, 8);
  await terminal.waitFor(/Too small/);
  terminal.type('q');
  assert.deepEqual(await terminal.exit, { code: 0, signal: 0 });
});

function rightOf(terminal: Terminal, title: string): number {
  const box = findBox(terminal, title);
  return box ? box.left + box.width : 0;
}
