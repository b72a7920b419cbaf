import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isMatch, openExplorer } from './explorer.ts';
import { ctrl, KEY } from './keys.ts';
import type { Terminal } from './terminal.ts';

/** What stands in the prompt. */
const promptOf = (terminal: Terminal) => terminal.screen()[0]?.slice(2).split(/ {3}/)[0];

test('Tab completes a field, then who speaks, the next Tab the next of them; Esc takes it back', async () => {
  await using terminal = await openExplorer();
  terminal.type('/spe');
  await terminal.waitFor(/^Tab {2}speaker:/m);
  terminal.type('\t');
  await terminal.waitFor(/^Tab {2}Vladimir Putin \d+ {2}/m);
  assert.equal(promptOf(terminal), 'speaker:');
  terminal.type('se');
  await terminal.waitFor(/^Tab {2}\w/m);
  terminal.type('\x7f\x7fpu\t');
  await terminal.waitFor('❯ speaker:"Vladimir Putin"');
  await terminal.waitFor(/3 Quotes ─+ \d\/34/);
  terminal.type(`${ctrl('u')}type:\t\t`);
  await terminal.waitFor('❯ type:organization');
  assert.deepEqual(
    terminal
      .runs(({ inverse }) => inverse)
      .map((run) => run.trim())
      .filter((run) => run === 'organization'),
    ['organization'],
  );
  terminal.type(KEY.shiftTab);
  await terminal.waitFor('❯ type:person');
  terminal.type(KEY.escape);
  await terminal.waitFor(/❯ type: {3}/);
});

test('Tab on a word that is nothing to complete goes to the next pane, the search kept', async () => {
  await using terminal = await openExplorer();
  terminal.type('/putin\t');
  await terminal.waitFor(/2 Entities/);
  terminal.type('?');
  await terminal.waitFor('Help');
});

test('what was searched comes back with ↑, in the next session, too; ↓ comes back to what was being typed', async () => {
  const state = mkdtempSync(join(tmpdir(), 'crisis-tui-state-'));
  const env = { XDG_STATE_HOME: state };
  try {
    {
      await using terminal = await openExplorer({ env });
      terminal.type(`/lukashenko\r/${ctrl('u')}gravely\r`);
      await terminal.waitFor('❯ gravely');
      await untilFile(join(state, 'crisis-tui/searches'), 'lukashenko\ngravely\n');
    }
    await using terminal = await openExplorer({ env });
    terminal.type(`/nat${KEY.up}`);
    await terminal.waitFor('❯ gravely');
    terminal.type(KEY.up);
    await terminal.waitFor('❯ lukashenko');
    await terminal.waitFor(/1 Sources ─+ 1\/5/);
    terminal.type(KEY.up + KEY.down + KEY.down);
    await terminal.waitFor(/❯ nat {2}/);
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
});

test('words are gone over with Alt and with Ctrl and an arrow, and whole characters are deleted', async () => {
  await using terminal = await openExplorer();
  terminal.type('/red e\u0301👧 lines');
  await terminal.waitFor('lines');
  terminal.type('\x1bb');
  terminal.type(KEY.backspace.repeat(3));
  await terminal.waitFor('❯ red lines');
  terminal.type('\x1b[1;5D');
  terminal.type('x');
  await terminal.waitFor('❯ xred lines');
  terminal.type('\x1bf\x1bd');
  await terminal.waitFor(/❯ xred {3}/);
});

test('Esc and a letter that come together are Esc and the letter where Alt means nothing', async () => {
  await using terminal = await openExplorer();
  terminal.type('c');
  await terminal.waitFor('what several have');
  terminal.type('\x1b?');
  await terminal.waitFor(/Help/);
  terminal.type(KEY.escape);
  await terminal.waitFor('1 Sources');
});

test('a paste is text, whatever it holds', async () => {
  await using terminal = await openExplorer();
  terminal.type('/\x1b[200~gravely\r\nq\x07\x1b]52;c;eA==\x07\x1b[201~');
  await terminal.waitFor(/❯ gravely q/);
  assert.ok(terminal.altScreen);
  terminal.type(`${ctrl('u')}gravely`);
  await terminal.waitFor((it: Terminal) => it.runs(isMatch).some((run) => run.startsWith('gravely')));
});

test('a query that cannot be read is told of at the foot', async () => {
  await using terminal = await openExplorer();
  terminal.type('/spaeker:putin');
  await terminal.waitFor('Searched as plain words: no field is called spaeker');
});

/** Waits until a file holds a text: nothing on the screen says when it was written. */
async function untilFile(file: string, text: string): Promise<void> {
  for (let waited = 0; readOr(file) !== text; waited += 20) {
    assert.ok(waited < 20_000, `${file} holds ${JSON.stringify(readOr(file))}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
