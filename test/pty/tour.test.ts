// The tour, taken as it says.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { explorerIsOpen } from './explorer.ts';
import { openTerminal } from './terminal.ts';

for (const [cols, rows] of [
  [80, 24],
  [120, 40],
  [200, 60],
] as const)
  test(`the tour goes on when what it says was done, at ${cols}×${rows}`, async () => {
    await using terminal = openTerminal({ cols, rows, args: ['tour'] });
    await terminal.waitFor(explorerIsOpen);
    const step = (n: number) => terminal.waitFor(`${n}/8 `);
    await step(1);
    terminal.type('/zelenksy');
    await step(2);
    assert.ok(terminal.rowOf('Zelensky') >= 0, terminal.picture());
    terminal.type('\x1b');
    await terminal.waitFor(/^\/ search|\/ search/m);
    terminal.type('\x1b');
    await step(3);
    terminal.type('2\r');
    await step(4);
    terminal.type('\x1b');
    await terminal.waitFor(({ screen }) => !screen.call(terminal).some((row) => row.includes('[entity:')));
    terminal.type('3');
    await step(5);
    terminal.type('c');
    await step(6);
    terminal.type('r');
    await step(7);
    terminal.type('\x1b');
    await terminal.waitFor('story 1');
    terminal.type('\x1b');
    await step(8);
    for (const row of terminal.screen().slice(-3)) assert.ok(!row.includes('…'), row);
    terminal.type('q');
    assert.deepEqual(await terminal.exit, { code: 0, signal: 0 });
  });

test('nothing is left behind by it, also when something was corrected', async () => {
  await using terminal = openTerminal({ args: ['tour'] });
  await terminal.waitFor('1/8 ');
  terminal.type('2xh');
  await terminal.waitFor(/2 Entities ─+ 85 /);
  terminal.type('q');
  assert.deepEqual(await terminal.exit, { code: 0, signal: 0 });
  assert.ok(!existsSync(join(terminal.home, '.local')));
});
