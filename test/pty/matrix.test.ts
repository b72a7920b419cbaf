import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBox } from './box.ts';
import { openExplorer } from './explorer.ts';
import { KEY } from './keys.ts';

for (const [cols, rows] of [
  [80, 24],
  [120, 40],
  [200, 60],
] as const)
  for (const [how, env] of Object.entries({ 'in colour': {}, 'without colour': { NO_COLOR: '1' } }))
    test(`at ${cols}x${rows}, ${how}: m shows who quotes whom, and Enter the quotes of a cell among the quotes`, async () => {
      await using terminal = await openExplorer({ cols, rows, env });
      terminal.type('m');
      await terminal.waitFor(/▸Vladimir Putin +4 +\[2\]/);
      await terminal.waitFor('~TIME quotes Vladimir Putin: 2 quotes');
      assert.equal(terminal.screen().at(-1), '', terminal.picture());
      assert.equal(findBox(terminal, 'Quotes')?.width, cols);
      terminal.type('ll');
      await terminal.waitFor('~The New York Times quotes Vladimir Putin: 1 quote');
      terminal.type('\r');
      await terminal.waitFor(/\[outlet: ~The New York Times\] \[speaker: Vladimi/);
      await terminal.waitFor(/1\/34/);
      terminal.type(KEY.escape);
      await terminal.waitFor(function oneChipLess(it) {
        return !(it.screen()[0] ?? '').includes('speaker:');
      });
      terminal.type('m');
      await terminal.waitFor(/6 of 34 quotes/);
      terminal.type(KEY.escape);
      await terminal.waitFor('1 Sources');
    });

test('a speaker that is a guess is counted apart, and i counts what is said without marks', async () => {
  await using terminal = await openExplorer({ cols: 120, rows: 40 });
  terminal.type('m');
  await terminal.waitFor(/not named .* 2\+1\?/);
  terminal.type('i');
  await terminal.waitFor(function countsMore(it) {
    return !(it.screen()[0] ?? '').includes('in quotation marks');
  });
  await terminal.waitFor(/▸Russia +10 +\[3\]/);
});
