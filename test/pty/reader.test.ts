// What a screen reader reads: every view line by line, bars in words, what the cursor is on last.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ctrl, KEY } from './keys.ts';
import { openTerminal, type Terminal, whenReady } from './terminal.ts';

/** What only the eye can read: frames, bars, blocks, and columns that stand side by side. */
const FOR_THE_EYE = /[─│╭╮╰╯┄▁-█▆▪▸◆●]|\[\d+\]/;

const openReader = (rows: number) =>
  whenReady(openTerminal({ args: ['--screen-reader'], cols: 80, rows }), (it) => it.waitFor('1 Sources, 5'));

/** The last lines on the screen: what the cursor is on, broken at the edge. */
async function hears(terminal: Terminal, keys: string, words: RegExp): Promise<void> {
  terminal.type(keys);
  await terminal.waitFor(function said(it) {
    return words.test(it.screen().join('\n').trimEnd().split('\n').slice(-8).join(' ').replaceAll(/\s+/g, ' '));
  });
  assert.doesNotMatch(terminal.screen().join('\n'), FOR_THE_EYE, terminal.picture());
}

for (const rows of [24, 60])
  test(`each view says where the cursor is, row by row, in a terminal of ${rows} rows`, async () => {
    await using terminal = await openReader(rows);
    assert.ok(!terminal.altScreen && !terminal.modesLeft.includes('mouse on'));
    await hears(terminal, '', /Sources, row 1 of 5: inferred: The New York Times Biden and Putin .*, 6 quotes$/);
    await hears(terminal, 'j', /Sources, row 2 of 5: inferred: TIME .*, 10 quotes$/);
    await hears(terminal, 'b', /Bookmarked$/);
    await hears(terminal, ' k', /Sources, row 2 of 5: marked, bookmarked, inferred: TIME/);
    await hears(terminal, `${KEY.escape}2`, /Entities, row 1 of 86: Russia, place, 73 mentions in 5 of 5 sources$/);
    await hears(terminal, 'f', /Choice 1 of \d: all$/);
    await hears(
      terminal,
      `${KEY.escape}3`,
      /Quotes, row 1 of 34: A senior administration official: .*, in inferred: The New York Times$/,
    );
    await hears(terminal, '/gravely', /Found: \d+ sources, \d+ entities, 1 quotes$/);
    await hears(
      terminal,
      `${ctrl('u')}\rt`,
      /Period \d+ of \d+: 2021-12-29 Wed: 10 sentences in 4 sources, 3 published$/,
    );
    await hears(terminal, '\tj', /Passage 2 of \d+: inferred: The New York Times · inferred: 2021-12-29 A senior/);
    await hears(
      terminal,
      `${KEY.escape}${KEY.escape}m`,
      /outlet 1 of 5: inferred: TIME quotes Vladimir Putin: 2 quotes$/,
    );
    await terminal.waitFor(/here: Vladimir Putin: 4 in all, inferred: TIME 2/);
    await hears(terminal, 'l', /outlet 2 of 5: inferred: The Washington Post quotes Vladimir Putin: 0 quotes$/);
    await hears(terminal, `${KEY.escape}c`, /Row \d+ of \d+: utterance · different words$/);
    await terminal.waitFor(/here: utterance[^\n]*\ninferred: The New York Times:\n/);
    assert.match(terminal.screen().join('\n'), /\*[^*]+\*/, 'words that differ are between asterisks');
    await hears(terminal, 'r', /Place \d of \d: .*Mr. Biden will communicate/);
    await hears(terminal, `${KEY.escape}${KEY.escape}:comp`, /Command 1 of \d+, c, compare: Side by side/);
    await hears(terminal, `${KEY.escape}'`, /Bookmark 1 of 1: article President Joe Biden/);
    terminal.type(`${KEY.escape}?`);
    await terminal.waitFor(/^Help, j for more/m);
    assert.doesNotMatch(terminal.screen().join('\n'), /[─│╭╮╰╯]/);
    terminal.type('qq');
    assert.deepEqual(await terminal.exit, { code: 0, signal: 0 });
    assert.deepEqual(terminal.modesLeft, []);
  });
