import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { WIRE } from '../wire.ts';
import { isDifferent, openExplorer } from './explorer.ts';
import { KEY } from './keys.ts';
import type { Cell } from './screen.ts';
import { type Terminal, type TerminalOptions, whenReady } from './terminal.ts';

/** Opens the side-by-side view of the story that most of the seeds tell. */
async function openComparison(options: TerminalOptions = {}): Promise<Terminal> {
  return whenReady(await openExplorer({ cols: 200, rows: 60, ...options }), (terminal) => {
    terminal.type('c');
    return terminal.waitFor(/story 1 of \d+/);
  });
}

/** Goes one row down. @throws when it is the last */
async function nextRow(terminal: Terminal): Promise<void> {
  const place = () => /row (\d+) of (\d+)/.exec(terminal.screen()[0] ?? '') ?? [];
  const [before, row, last] = place();
  if (row === last) throw new Error(`the last row:\n${terminal.picture()}`);
  terminal.type('j');
  await terminal.waitFor(function atTheNextRow() {
    return place()[0] !== before;
  });
}

/** The columns of the view: what stands between its rules, row by row. */
function columns(terminal: Terminal): { readonly text: string; readonly cells: readonly Cell[] }[][] {
  return terminal.screen().map((_, row) => {
    const parts: Cell[][] = [[]];
    for (const cell of terminal.cells(row)) {
      if (cell.text === '│') parts.push([]);
      else parts.at(-1)?.push(cell);
    }
    return parts.map((cells) => ({ text: cells.map(({ text }) => text).join(''), cells }));
  });
}

/** The column that has a text, the number of its row, and the words marked as different around there. */
function find(terminal: Terminal, text: RegExp): { row: number; column: number; different: string } | undefined {
  const all = columns(terminal);
  for (const [row, parts] of all.entries()) {
    const column = parts.findIndex((part) => text.test(part.text));
    if (column < 0) continue;
    const near = all.slice(row - 1, row + 3).flatMap((it) => it[column]?.cells ?? []);
    return { row, column, different: near.map((cell) => (isDifferent(cell) ? cell.text : ' ')).join('') };
  }
  return undefined;
}

for (const [how, env] of Object.entries({ 'in colour': {}, 'without colour': { NO_COLOR: '1' } }))
  test(`what two outlets quote differently stands side by side with the words marked, ${how}`, async () => {
    await using terminal = await openComparison({ env });
    while (!(find(terminal, /gravely/) && find(terminal, /very concerned/))) await nextRow(terminal);
    const gravely = find(terminal, /gravely/);
    const very = find(terminal, /very concerned/);
    assert.ok(gravely && very, terminal.picture());
    assert.notEqual(gravely.column, very.column);
    assert.ok(Math.abs(gravely.row - very.row) <= 2, `rows ${gravely.row} and ${very.row}`);
    assert.match(gravely.different, /\bgravely\b/);
    assert.match(very.different, /\bvery\b/);
    assert.doesNotMatch(gravely.different + very.different, /\bconcerned\b/, 'what is the same is not marked');
  });

test('each column says whose telling it is', async () => {
  await using terminal = await openComparison();
  const heads = terminal.screen().slice(0, 4).join('\n');
  for (const outlet of ['The New York Times', 'TIME', 'Los Angeles Times']) assert.ok(heads.includes(outlet), heads);
});

test('what is shown can be narrowed, and Esc goes back to the panes', async () => {
  await using terminal = await openComparison();
  const before = terminal.screen()[0];
  terminal.type('v');
  await terminal.waitFor(function shownIsAnother(it) {
    return it.screen()[0] !== before;
  });
  terminal.type(KEY.escape);
  await terminal.waitFor('1 Sources');
});

test('quotes are marked with Space and set side by side, whatever their stories', async () => {
  await using terminal = await openExplorer({ cols: 120, rows: 40 });
  terminal.type('/concerned\r3  ');
  await terminal.waitFor('2 quotes marked');
  terminal.type('c');
  await terminal.waitFor('2 marked quotes');
  await terminal.waitFor('put together by you');
  terminal.type(KEY.escape);
  await terminal.waitFor('❯ concerned');
  terminal.type(KEY.escape);
  await terminal.waitFor('press / to search');
  terminal.type(KEY.escape);
  await terminal.waitFor(function nothingMarked(it) {
    return !it.screen().join('\n').includes('marked');
  });
});

test('an entity is set side by side by what each outlet says of it', async () => {
  await using terminal = await openExplorer({ cols: 120, rows: 40 });
  terminal.type('2/lukashenko\rc');
  await terminal.waitFor('Lukashenko: what is said of and by it');
  await terminal.waitFor('Lukashenko:');
});

test('w goes on to who is quoted by whom; r reads the first of the quotes, and Esc comes back', async () => {
  await using terminal = await openComparison({ cols: 80, rows: 24 });
  for (const kind of ['utterances:', 'passages:', 'figures:', 'who is quoted by whom:']) {
    terminal.type('w');
    await terminal.waitFor(kind);
  }
  await terminal.waitFor(/── Vladimir Putin · in \d of \d/);
  terminal.type('r');
  await terminal.waitFor(/(?:quotes: \d+ of \d+|the place: 1 of 1)/);
  terminal.type(KEY.escape);
  await terminal.waitFor('who is quoted by whom:');
  terminal.type('wwwjr');
  await terminal.waitFor('the place: 1 of 1');
});

test('copies of one text stand in one column until u unfolds them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-wire-'));
  try {
    for (const [name, text] of Object.entries(WIRE)) writeFileSync(join(folder, name), text);
    await using terminal = await openExplorer({ cols: 120, rows: 40, args: [folder] });
    await terminal.waitFor('≡ The Courier');
    await terminal.waitFor('≡ same as The Herald (herald.md), The Mirror (mirror.md)');
    terminal.type('c');
    await terminal.waitFor('One text in The Herald, The Courier, The Mirror');
    terminal.type('u');
    await terminal.waitFor('one text with The Herald, The Mirror');
    terminal.type('u');
    await terminal.waitFor('3 copies, all of it word for word; u unfolds');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
