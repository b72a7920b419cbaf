// Pointing instead of pressing keys, as somebody does who has a mouse.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Box, box, findBox } from './box.ts';
import { openExplorer } from './explorer.ts';
import { ctrl, KEY, mouse } from './keys.ts';
import type { Terminal } from './terminal.ts';

const SIZES = [
  [80, 24],
  [120, 40],
  [200, 60],
] as const;

/** The row of a box that the cursor is on. */
const chosen = (it: Terminal, title: string) =>
  findBox(it, title)?.rows.findIndex((row) => row.startsWith('▸')) ?? Number.NaN;
/** Whether a box has the keys: its cursor is inverse. */
const hasKeys = (it: Terminal, title: string) =>
  findBox(it, title)?.cells.some((row) => row.some(({ inverse }) => inverse)) ?? false;
/** A cell in a row of a box. */
const cellOf = ({ left, top }: Box, row: number) => [left + 5, top + 1 + row] as const;

for (const [cols, rows] of SIZES)
  test(`a click goes to a pane and to its row, a second one goes in, at ${cols}×${rows}`, async () => {
    await using terminal = await openExplorer({ cols, rows });
    for (const [title, row] of [
      ['2 Entities', 3],
      ['3 Quotes', 2],
      ['1 Sources', 1],
    ] as const) {
      terminal.type(mouse.click(...cellOf(box(terminal, title), row)));
      await terminal.waitFor(function rowIsChosen(it) {
        return hasKeys(it, title) && chosen(it, title) === row;
      });
    }
    terminal.type(mouse.doubleClick(...cellOf(box(terminal, '2 Entities'), 4)));
    await terminal.waitFor('[entity: Joe Biden]');
    terminal.type(mouse.doubleClick(...cellOf(box(terminal, '3 Quotes'), 0)));
    await terminal.waitFor('story 1 of');
  });

test('the wheel scrolls the pane under it, and leaves the keys where they are', async () => {
  await using terminal = await openExplorer({ cols: 120, rows: 40 });
  const [first] = box(terminal, '2 Entities').rows;
  terminal.type(mouse.wheelDown(...cellOf(box(terminal, '2 Entities'), 2), 2));
  await terminal.waitFor(function scrolled(it) {
    return findBox(it, '2 Entities')?.rows[0] !== first;
  });
  assert.ok(hasKeys(terminal, '1 Sources'));
  assert.equal(chosen(terminal, '2 Entities'), 0, 'the cursor stays where it is seen');
  terminal.type(mouse.wheelUp(...cellOf(box(terminal, '2 Entities'), 2), 9));
  await terminal.waitFor(function backAtTheTop(it) {
    return findBox(it, '2 Entities')?.rows[0] === first?.replace('▸', '');
  });
  const preview = box(terminal, 'Preview');
  terminal.type(mouse.wheelDown(...cellOf(preview, 1)));
  await terminal.waitFor(function previewScrolled(it) {
    return findBox(it, 'Preview')?.rows[0] !== preview.rows[0];
  });
});

test('a click on a heading puts its pane in another order', async () => {
  await using terminal = await openExplorer({ cols: 120, rows: 40 });
  const { left, top } = box(terminal, '1 Sources');
  terminal.type(mouse.click(left + 3, top));
  await terminal.waitFor('1 Sources · by outlet');
  terminal.type(mouse.click(left + 3, top));
  await terminal.waitFor('1 Sources · by date');
});

test('a click on a key at the foot does what the key does, on the prompt it searches', async () => {
  await using terminal = await openExplorer({ cols: 120, rows: 40 });
  terminal.type(`${mouse.click(10, 0)}biden`);
  await terminal.waitFor('❯ biden');
  terminal.type(KEY.enter);
  await terminal.waitFor(/^\/ search/m);
  const foot = terminal.rowOf(/^\/ search/);
  terminal.type(mouse.click(terminal.screen()[foot]?.indexOf('compare') ?? 0, foot));
  await terminal.waitFor('story 1 of');
});

test('a menu and the palette take what is clicked', async () => {
  await using terminal = await openExplorer({ cols: 120, rows: 40 });
  terminal.type('2s');
  await terminal.waitFor('2 Entities: the order');
  terminal.type(mouse.click(...cellOf(box(terminal, '2 Entities: the order'), 2)));
  await terminal.waitFor('2 Entities · by name');
  terminal.type(':help');
  await terminal.waitFor(/│▸\?\s+help/);
  terminal.type(mouse.click(20, terminal.rowOf(/│▸\?\s+help/)));
  await terminal.waitFor('─ Help ─');
  terminal.type(mouse.wheelDown(20, 10));
  await terminal.waitFor(function helpScrolled(it) {
    return it.rowOf('In the panes') < 0;
  });
});

for (const [cols, rows] of SIZES)
  test(`side by side a click goes to a row and the wheel scrolls, at ${cols}×${rows}`, async () => {
    await using terminal = await openExplorer({ cols, rows });
    terminal.type('cv');
    await terminal.waitFor('what differs · row 1 of');
    const second = terminal.rowOf(/^ {2}\S/);
    assert.ok(second > 0, terminal.picture());
    terminal.type(mouse.wheelDown(10, rows - 6));
    await terminal.waitFor(function scrolled(it) {
      return it.rowOf(/· row [1-9]\d* of/) === 0;
    });
    terminal.type(mouse.click(5, 0));
    await terminal.waitFor('what agrees');
  });

test('while reading a click goes to the place under it, the wheel scrolls the text', async () => {
  await using terminal = await openExplorer({ cols: 120, rows: 40 });
  terminal.type('r');
  await terminal.waitFor(/quotes: \d+ ·/);
  terminal.type(mouse.click(5, 1));
  await terminal.waitFor(/names: \d+ ·/);
  const row = terminal.rowOf(/\d {2}.*President Biden/);
  terminal.type(mouse.click((terminal.screen()[row]?.indexOf('Biden') ?? 0) + 1, row));
  await terminal.waitFor(/names: \d+ of \d+ ·/);
  const inverse = terminal.runs(({ inverse: is }) => is);
  assert.equal(inverse.length, 1, terminal.picture());
  assert.match(inverse[0] ?? '', /Biden/);
  const [, , , first] = terminal.screen();
  terminal.type(mouse.wheelDown(20, 20));
  await terminal.waitFor(function scrolled(it) {
    return it.screen()[3] !== first;
  });
});

test('the mouse can be left to the terminal, from the start or with a key, and taken back', async () => {
  await using without = await openExplorer({ args: ['--no-mouse'] });
  assert.ok(!without.modesLeft.includes('mouse on'));
  without.type('M');
  await without.waitFor(({ modesLeft }) => modesLeft.includes('mouse on'));
  await using terminal = await openExplorer();
  terminal.type('M');
  await terminal.waitFor(/The mouse is the terminal’s/);
  await terminal.waitFor(
    ({ modesLeft }) => !modesLeft.includes('mouse on') && !modesLeft.includes('mouse coordinates on'),
  );
  terminal.type('q');
  await terminal.exit;
  assert.deepEqual(terminal.modesLeft, []);
});

test('reports that are torn or nonsense type nothing', async () => {
  await using terminal = await openExplorer();
  terminal.type('/na\x1b[<0;1');
  terminal.type('2;\x1b[<0;q\x1b[<99999;1;1M\x1b[Mabc');
  terminal.type('to');
  await terminal.waitFor('❯ nato ');
  terminal.type(ctrl('c'));
  await terminal.exit;
});
