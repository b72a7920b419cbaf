import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBox } from './box.ts';
import { openExplorer } from './explorer.ts';
import { KEY } from './keys.ts';
import type { Terminal } from './terminal.ts';

const SIZES = [
  [80, 24],
  [120, 40],
  [200, 60],
] as const;

/** Nothing is drawn on the last row, and no frame is torn. */
function fits(terminal: Terminal, ...titles: readonly string[]): void {
  assert.equal(terminal.screen().at(-1), '', terminal.picture());
  for (const title of titles) {
    const box = findBox(terminal, title);
    assert.ok(box, `no ${title}:\n${terminal.picture()}`);
    for (const row of box.cells) assert.ok(!row.some(({ text }) => '╭╮╰╯'.includes(text)), terminal.picture());
  }
}

for (const [cols, rows] of SIZES)
  for (const [how, env] of Object.entries({ 'in colour': {}, 'without colour': { NO_COLOR: '1' } }))
    test(`at ${cols}x${rows}, ${how}: t shows what is told when, the passages behind a bar, the text in place, and back`, async () => {
      await using terminal = await openExplorer({ cols, rows, env });
      terminal.type('t');
      await terminal.waitFor(/▸2021-12-29 Wed +▆+ \d+ in 4 ▪3/);
      fits(terminal, 'When', 'What');
      assert.match(terminal.screen()[0] ?? '', /Timeline by day · 5 sources/);
      terminal.type('j');
      await terminal.waitFor(/▸2021-12-30 Thu +▆+/);
      await terminal.waitFor(/“Thursday” is 2021-12-30: the one nearest to 2021-12-29/);
      terminal.type('\tr');
      await terminal.waitFor('the place: 1 of 1');
      await terminal.waitFor(/Thursday/);
      terminal.type(KEY.escape);
      await terminal.waitFor('Timeline by day');
      terminal.type(KEY.escape);
      await terminal.waitFor(function barsInUse(it) {
        return !/│▸ ~/.test(it.screen().join('\n')) && it.screen().join('\n').includes('▸2021-12-30');
      });
      terminal.type(KEY.escape);
      await terminal.waitFor('1 Sources');
    });

test('Enter filters the panes by the period, u changes the unit, and the chip is taken off by Esc', async () => {
  await using terminal = await openExplorer({ cols: 120, rows: 40 });
  terminal.type('tu');
  await terminal.waitFor('Timeline by month');
  terminal.type('g\r');
  await terminal.waitFor('[tells of 2014]');
  terminal.type('t');
  await terminal.waitFor(/4 of 5 sources, by the filters/);
  terminal.type(KEY.escape);
  await terminal.waitFor('1 Sources');
  terminal.type(KEY.escape);
  await terminal.waitFor(function unfiltered(it) {
    return !(it.screen()[0] ?? '').includes('[tells of');
  });
});

test('with nothing listed the timeline says why', async () => {
  await using terminal = await openExplorer({ cols: 80, rows: 24 });
  terminal.type('/zzzqqq\rt');
  await terminal.waitFor('No sources are listed');
});
