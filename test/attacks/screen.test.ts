// The whole program in a terminal, on a folder whose every field attacks it, through every view.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { readCorrections } from '../../src/keep/corrections.ts';
import { ctrl, KEY } from '../pty/keys.ts';
import { openTerminal, type Terminal } from '../pty/terminal.ts';
import { escapesIn } from './escapes.ts';
import { attackFolder, HOSTILE_FOLDER } from './folder.ts';
import { PAYLOADS } from './payloads.ts';

const ATTACK = '\u001b]0;OWNED\u0007';
/** The copy that a key asks for: the only command to the terminal's system there is. */
const COPIED = /^\]52;c;[A-Za-z0-9+/=]*\u0007$/;

const attacks = attackFolder();
after(() => attacks[Symbol.dispose]());

/** A copy that a key asked for; the program's own title, kept and given back. */
const MEANT_ACT =
  /^(?:OSC 52 c;[A-Za-z0-9+/=]*|(?:OSC 2|title:) (?:crisis-tui[^\u0000-\u001f\u007f-\u009f]*)?|CSI 2[23];2 t)$/;
/** With what the screen is drawn anew. */
const ANEW = /\u001b\[(?:2J|\?1049h)/;

/** What every screen must keep to. */
function assertHarmless(terminal: Terminal, doing: string): void {
  assert.deepEqual(escapesIn(terminal.raw, [COPIED]), [], doing);
  const acts = terminal.acts.filter((act) => !MEANT_ACT.test(act));
  assert.deepEqual(acts, [], doing);
  assert.doesNotMatch(terminal.screen().join(''), /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/, doing);
}

/** Whether the explorer's panes are shown, and no view that hides them. */
function panesAreShown(terminal: Terminal): boolean {
  return terminal.rowOf(/[123] (?:Sources|Entities|Quotes) ─/) >= 0;
}

/** Keys from view to view; `BACK` leaves one. */
const BACK = '';
const WALK: readonly (readonly [doing: string, keys: string])[] = [
  ['down the sources', 'jjjjjjjjG'],
  ['the entities', '2jjjjjjjjjj'],
  ['the quotes', '3jjjjjjjjjj'],
  ['an attack typed', '/]0;OWNED'],
  ['the search for it', KEY.enter],
  ['another search', `/${ctrl('u')}putin${KEY.enter}`],
  ['a copy', '3y'],
  ['reading', 'r'],
  ['reading on', 'nnnnGg'],
  ['back', BACK],
  ['side by side', '1c'],
  ['the rows of it', 'jjjjjG'],
  ['what is shown of it', 'vjjv'],
  ['the columns of it', 'lll'],
  ['back', BACK],
  ['the help', '?'],
  ['back', BACK],
  ['correcting an entity', '2x'],
  ['another name', 'n'],
  ['a correction kept', `OWNED${KEY.enter}`],
];

for (const [cols, rows] of [
  [80, 24],
  [140, 40],
] as const)
  test(`no view of ${cols} × ${rows} does what a file asks the terminal to do`, async () => {
    await using terminal = openTerminal({ cols, rows, args: [attacks.path] });
    await terminal.waitFor(panesAreShown, { timeout: 120_000 });
    assertHarmless(terminal, 'opening');
    for (const [doing, keys] of WALK) {
      if (keys === BACK) {
        terminal.type(KEY.escape);
        await terminal.waitFor(panesAreShown, { timeout: 60_000 });
      } else {
        // Keys are obeyed in their order: when it is drawn anew, all before that are.
        const drawnAnew = terminal.raw.split(ANEW).length;
        terminal.type(keys + ctrl('l'));
        await terminal.waitFor(() => terminal.raw.split(ANEW).length > drawnAnew, { timeout: 60_000 });
      }
      assertHarmless(terminal, doing);
    }
    terminal.resize(60, 20);
    terminal.resize(cols, rows);
    terminal.type(ctrl('c'));
    await terminal.exit;
    assertHarmless(terminal, 'leaving');
    assert.deepEqual(terminal.modesLeft, []);
    assert.ok(terminal.raw.includes('OWNED'), 'the attacks were on the screen, as text');
  });

test('the environment, the corrections and the words of the command line cannot do it either', async () => {
  const data = mkdtempSync(join(tmpdir(), 'crisis-tui-data-'));
  try {
    const { file = '' } = readCorrections([join(attacks.path, HOSTILE_FOLDER)], { XDG_DATA_HOME: data });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      JSON.stringify({
        version: 1,
        corrections: Object.values(PAYLOADS)
          .slice(0, 9)
          .map((attack) => ({ kind: 'hide', entity: attack })),
      }),
    );
    await using terminal = openTerminal({
      cols: 80,
      rows: 24,
      args: [join(attacks.path, HOSTILE_FOLDER)],
      env: { XDG_DATA_HOME: data, EDITOR: ATTACK, PAGER: ATTACK, VISUAL: ATTACK, COLUMNS: ATTACK, LINES: ATTACK },
    });
    await terminal.waitFor(panesAreShown, { timeout: 120_000 });
    terminal.type('1o');
    await terminal.waitFor(/there is no|set \$EDITOR/, { timeout: 60_000 });
    assertHarmless(terminal, 'a hostile editor');
    terminal.type('q');
    await terminal.exit;
    assertHarmless(terminal, 'leaving');
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});

for (const args of [
  [`--${ATTACK}`],
  [`${ATTACK}.txt`],
  ['quotes', '--format', ATTACK],
  [`quot${ATTACK}es`, '--format', 'table'],
  ['search', ATTACK, 'seeds'],
  ['quotes', '--query', `speaker:${ATTACK}`, 'seeds'],
  ['quotes', '--story', ATTACK, 'seeds'],
  ['quotes', '-o', `/nowhere/${ATTACK}.csv`, 'seeds'],
  ['entities', '--explain', ATTACK, 'seeds'],
  ['articles', '--map', `${ATTACK}=x`, 'seeds'],
  ['--help', ATTACK],
])
  test(`crisis-tui ${JSON.stringify(args.join(' '))} tells what is wrong and does not do it`, async () => {
    await using terminal = openTerminal({ cols: 100, rows: 30, args });
    await terminal.exit;
    assertHarmless(terminal, args.join(' '));
  });
