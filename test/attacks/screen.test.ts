// The whole program in a terminal, on a folder whose every field attacks it, through every view.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { readCorrections } from '../../src/keep/corrections.ts';
import { ctrl, KEY } from '../pty/keys.ts';
import { openTerminal, ROOT } from '../pty/terminal.ts';
import { attackFolder, HOSTILE_FOLDER, hostileFolder } from './folder.ts';
import { assertHarmless, opened, panesAreShown, type Step, walk } from './harmless.ts';
import { PAYLOADS } from './payloads.ts';

const ATTACK = '\u001b]0;OWNED\u0007';
/** A paste that ends itself and goes on as keys would. */
const PASTED = `\u001b[200~n${ATTACK}\u009b2J\u202e\u001b[201~`;

const attacks = attackFolder();
after(() => attacks[Symbol.dispose]());

/** Leaves a view for the panes. */
const BACK = ['back', KEY.escape, panesAreShown] as const;
const WALK: readonly Step[] = [
  ['down the sources', 'jjjjjjjjG'],
  ['the entities', '2jjjjjjjjjj'],
  ['the quotes', '3jjjjjjjjjj'],
  ['an attack typed', '/]0;OWNED', /❯ \]0;OWNED/],
  ['the search for it', KEY.enter],
  ['another search', `/${ctrl('u')}putin${KEY.enter}`, /❯ putin/],
  ['a copy', '3y', /Copied/],
  ['reading', 'r', /quotes: \d+/],
  ['reading on', 'nnnnGg'],
  ['searching in it', '/putin', /putin/],
  ['what it found', `${KEY.enter}nnN`],
  ['another marking', 'mm', /\w+: \d+ ·/],
  ['what was left out', 'z'],
  BACK,
  ['side by side', '1c', /row \d+/],
  ['the rows of it', 'jjjjjG'],
  ['what is shown of it', 'vjjv'],
  ['the columns of it', 'lll'],
  BACK,
  ['the help', '?', /Next row/],
  BACK,
  // Which days there are is worked out beside the keys: until then none can be chosen.
  ['what is told when', 't', /What ─+ \d+\/\d+ /],
  ['its periods', 'jjGg'],
  ['its passages', `${KEY.tab}jj`, /What/],
  ['a passage read', 'r', /the place/],
  ['back to the timeline', KEY.escape, /Timeline by/],
  ['by month, by year', 'uu', /Timeline by/],
  BACK,
  ['who quotes whom', 'm', / quotes .*: \d+ quote/],
  ['its rows and columns', 'jjjlllSsi'],
  BACK,
  ['the commands', ':', /Esc/],
  ['a command looked for', 'tim', /[Tt]imeline/],
  BACK,
  ['the orders', '1s', /by outlet/],
  ['another order', `jj${KEY.enter}`],
  ['the parts', '2f', /persons/],
  ['another part', `j${KEY.enter}`],
  ['back to all of it', 'uu'],
  ['filtered by a hostile source', `1gjjjj${KEY.enter}`, panesAreShown],
  ['a file proposed for it', '1e', /Export to: /],
  ['the file written', `${KEY.enter}`, /Written: /],
  ['a file of a hostile name', `e${ctrl('u')}${PASTED}.md${KEY.enter}`, /Written: |could not/],
  ['without the filter', 'u'],
  ['a bookmark', '3b', /Bookmarked|taken off/],
  ['a note pasted', `B${PASTED}`, /Note: /],
  ['the note kept', KEY.enter, /Noted/],
  ['a bookmark of a source', '1b', /Bookmarked|taken off/],
  ['the bookmarks', "'", /Bookmarks/],
  ['down the bookmarks', 'jk'],
  ['to one of them', KEY.enter],
  ['to the panes', '1', panesAreShown],
  ['correcting an entity', '2x'],
  ['another name', 'n'],
  ['a correction kept', `OWNED${KEY.enter}`],
];

for (const [cols, rows] of [
  [80, 24],
  [140, 40],
] as const)
  test(`no view of ${cols} × ${rows} does what a file asks the terminal to do`, async () => {
    using here = hostileFolder();
    await using terminal = openTerminal({ cols, rows, args: [attacks.path], cwd: here.path });
    await opened(terminal);
    assertHarmless(terminal, 'opening');
    await walk(terminal, WALK);
    terminal.resize(60, 20);
    terminal.resize(cols, rows);
    terminal.type(ctrl('c'));
    await terminal.exit;
    assertHarmless(terminal, 'leaving');
    assert.deepEqual(terminal.modesLeft, []);
    assert.ok(terminal.raw.includes('OWNED'), 'the attacks were on the screen, as text');
  });

test('read aloud it does nothing else either', async () => {
  await using terminal = openTerminal({ cols: 100, rows: 40, args: ['--screen-reader', attacks.path] });
  await terminal.waitFor(/ · \d+ articles[\s\S]*1 Sources, \d+\nhere: /, { timeout: 120_000 });
  for (const [keys, shows] of [
    ['3jjj', /3 Quotes, \d+\n/],
    ['c', /row \d+ of \d+/],
    ['v', /row \d+ of \d+/],
  ] as const) {
    terminal.type(keys);
    await terminal.waitFor(shows, { timeout: 120_000 });
    assertHarmless(terminal, keys);
  }
  terminal.type(ctrl('c'));
  await terminal.exit;
  assertHarmless(terminal, 'leaving');
});

test('where links are shown, only the program’s own are, of plain characters', async () => {
  const LINK = /^\]8;;(?:file:\/\/[!-~]*)?\u0007$/;
  await using terminal = openTerminal({ cols: 100, rows: 30, args: [attacks.path], env: { FORCE_HYPERLINK: '1' } });
  await opened(terminal);
  const also = { sequence: LINK, act: /^OSC 8 ;(?:file:\/\/[!-~]*)?$/ };
  for (const step of ['1gr', '1Gr']) await walk(terminal, [['reading', step, /quotes: \d+/], BACK], also);
  assert.match(terminal.raw, /\u001b\]8;;file:/);
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
    await opened(terminal);
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

/** Settings whose every word attacks. */
const SETTINGS: Readonly<Record<string, string>> = {
  'keys and values': JSON.stringify({
    theme: ATTACK,
    [ATTACK]: ATTACK,
    keys: { [ATTACK]: [ATTACK], copy: ATTACK },
    sort: { entities: ATTACK, [ATTACK]: 1 },
  }),
  'no JSON': `{"theme": ${ATTACK}`,
  'patterns of files': JSON.stringify({ exclude: Object.values(PAYLOADS) }),
  'a list': JSON.stringify([ATTACK]),
};

for (const [what, settings] of Object.entries(SETTINGS))
  test(`settings cannot do it: ${what}`, async () => {
    using here = hostileFolder({
      'a.txt': 'Talks begin\n\nMinisters met on Monday.\n',
      'crisis-tui.config.json': settings,
    });
    using config = hostileFolder({ 'crisis-tui/config.json': settings });
    for (const [args, env] of [
      [['config', '--format', 'table', here.path], {}],
      [['config', '--format', 'table'], { XDG_CONFIG_HOME: config.path }],
      [['articles', here.path], {}],
    ] as const) {
      await using terminal = openTerminal({ cols: 100, rows: 40, args, env });
      await terminal.exit;
      assertHarmless(terminal, args.join(' '));
      assert.ok(terminal.screen().join('').trim().length > 0, 'something was said');
    }
  });

test('what lists what is kept, completes a shell or is a manual has nothing of a stranger’s that acts', async () => {
  using home = hostileFolder({ [`crisis-tui/${ATTACK}-0123456789ab.cache`]: 'x' });
  const env = { XDG_CACHE_HOME: home.path, XDG_DATA_HOME: home.path, SHELL: ATTACK };
  for (const args of [
    ['cache', 'info'],
    ['cache', ATTACK],
    ['completion', 'bash'],
    ['completion', ATTACK],
    ['config', '--format', 'table'],
    ['--help'],
    ['quotes', '--help'],
    ['cache', 'clear'],
  ]) {
    await using terminal = openTerminal({ cols: 100, rows: 60, args, env });
    await terminal.exit;
    assertHarmless(terminal, args.join(' '));
  }
  // What troff shows of it.
  assert.doesNotMatch(
    readFileSync(join(ROOT, 'dist/crisis-tui.1'), 'utf8'),
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/,
  );
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
