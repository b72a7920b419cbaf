// The key table, row by row: each command is pressed in each place where it holds, and does what its row says.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { BINDINGS, type Command, type Context } from '../../src/ui/commands.ts';
import { box } from './box.ts';
import { openExplorer } from './explorer.ts';
import { framesAreWhole } from './frames.ts';
import { ctrl, KEY } from './keys.ts';
import type { Awaited, Terminal } from './terminal.ts';

/** What has been pressed where. */
const pressed = new Set<string>();

const NAMED: Readonly<Record<string, string>> = {
  ...{ enter: '\r', escape: KEY.escape, tab: '\t', 'shift-tab': KEY.shiftTab, backspace: KEY.backspace },
  ...{ delete: KEY.delete, up: KEY.up, down: KEY.down, left: KEY.left, right: KEY.right, home: KEY.home },
  ...{ end: KEY.end, pageup: KEY.pageUp, pagedown: KEY.pageDown },
  ...{ 'ctrl-left': '\x1b[1;5D', 'ctrl-right': '\x1b[1;5C' },
};

/** What a terminal sends for the first key of a command in a place. */
function keyOf(context: Context, command: Command): string {
  const key = BINDINGS.find((it) => it.command === command && it.where.includes(context))?.keys[0];
  assert.ok(key !== undefined, `${command} holds not in ${context}`);
  pressed.add(`${context} ${command}`);
  const [, held, letter = ''] = /^(ctrl|alt)-(.)$/.exec(key) ?? [];
  if (held === 'ctrl') return ctrl(letter);
  return held === 'alt' ? `\x1b${letter}` : (NAMED[key] ?? key);
}

/** The keys that lead from the panes to a place. */
const TO: Readonly<Partial<Record<Context, string>>> = {
  ...{ panes: '', prompt: '/', compare: 'c', timeline: 't', matrix: 'm', read: 'r', help: '?', palette: ':' },
  ...{ menu: 's', bookmarks: "'", fixSource: 'x', fixEntity: '2x', fixQuote: '3x' },
};

/** Back to where the explorer begins, whatever is open. */
async function home(terminal: Terminal): Promise<void> {
  terminal.type(`${KEY.escape.repeat(8)}3g2g1g`);
  await terminal.waitFor(function begins(it) {
    const screen = it.screen().join('\n');
    return (
      /^❯ press \/ to search/.test(screen) &&
      /▸.*~The New York Times/.test(screen) &&
      /^\/ search .*q quit/m.test(screen)
    );
  });
}

/** Presses a command in a place and waits for what it does, which must not be there before. */
async function does(
  terminal: Terminal,
  context: Context,
  command: Command,
  seen: Awaited,
  first = TO[context],
): Promise<void> {
  await home(terminal);
  await arrived(terminal, context, first);
  if (typeof seen !== 'function') {
    const before = terminal.screen().join('\n');
    assert.ok(
      typeof seen === 'string' ? !before.includes(seen) : !seen.test(before),
      `${context} ${command}: ${seen}\n${before}`,
    );
  }
  terminal.type(keyOf(context, command));
  await terminal.waitFor(seen);
  framesAreWhole(terminal);
}

/** What says that a place is open. */
const SEEN: Readonly<Partial<Record<Context, RegExp>>> = {
  ...{
    prompt: /^Ctrl-N row/m,
    compare: /· row [1-9]/,
    timeline: /When .*\d+\/\d+/,
    matrix: /^Who quotes whom · \d/,
    read: /^\w+: \d/m,
  },
  ...{ help: /─ Help ─/, palette: /─ Commands ─/, menu: /the order ─|which part ─/, bookmarks: /─ Bookmarks ─/ },
  ...{ fixSource: /^Correct /m, fixEntity: /^Correct /m, fixQuote: /^Correct /m },
};

/** Presses keys, and waits until they are obeyed: the screen is then drawn anew. */
async function obeyed(terminal: Terminal, keys: string): Promise<void> {
  const drawings = terminal.emptied.length;
  terminal.type(keys + ctrl('l'));
  await terminal.waitFor(function drawnAnew(it) {
    return it.emptied.length > drawings && it.screen().some((row) => row !== '');
  });
}

async function arrived(terminal: Terminal, context: Context, first = ''): Promise<void> {
  if (first !== '') await obeyed(terminal, first);
  const seen = SEEN[context];
  if (seen && first === TO[context]) await terminal.waitFor(seen);
}

/** Where a list is: it changes when a command moves. */
const PLACE: Readonly<Partial<Record<Context, (terminal: Terminal) => string | undefined>>> = {
  panes: (it) => box(it, '2 Entities').rows.find((row) => row.startsWith('▸')),
  compare: (it) => /· row (\d+) of/.exec(it.screen()[0] ?? '')?.[1],
  timeline: (it) => /When .*? (\d+)\/\d+ ─/.exec(it.screen()[1] ?? '')?.[1],
  matrix: (it) => / (\d+)\/\d+ ─/.exec(it.screen()[1] ?? '')?.[1],
  read: (it) => it.screen().slice(3, 8).join('\n'),
  help: (it) => it.screen()[1],
  bookmarks: (it) => it.screen().find((row) => row.startsWith('│▸')),
};

async function moves(terminal: Terminal, context: Context): Promise<void> {
  await home(terminal);
  await arrived(terminal, context, context === 'panes' ? '2' : TO[context]);
  const place = PLACE[context];
  assert.ok(place, context);
  /** Where it is once all that was pressed is obeyed: the screen is then drawn anew. */
  const after = async (command: Command) => {
    await obeyed(terminal, keyOf(context, command));
    framesAreWhole(terminal);
    return place(terminal);
  };
  const end = await after('last');
  const start = await after('first');
  assert.notEqual(start, end, context);
  for (const [down, up] of [
    ['down', 'up'],
    ['halfPageDown', 'halfPageUp'],
    ['pageDown', 'pageUp'],
    ['last', 'first'],
  ] as const) {
    assert.notEqual(await after(down), start, `${context} ${down}`);
    assert.equal(await after(up), start, `${context} ${up}`);
  }
}

/** Types and edits; after each step the text must be as it says. */
async function edits(terminal: Terminal, context: Context, textNow: (terminal: Terminal) => string): Promise<void> {
  const steps: readonly (readonly [string | Command, string])[] = [
    ['one two', 'one two'],
    ['deleteWord', 'one'],
    ['two', 'one two'],
    ['cursorStart', 'one two'],
    ['x', 'xone two'],
    ['cursorRight', 'xone two'],
    ['-', 'xo-ne two'],
    ['cursorLeft', 'xo-ne two'],
    ['backspace', 'x-ne two'],
    ['delete', 'xne two'],
    ['wordRight', 'xne two'],
    ['!', 'xne! two'],
    ['deleteNextWord', 'xne!'],
    [' two', 'xne! two'],
    ['wordLeft', 'xne! two'],
    ['z', 'xne! ztwo'],
    ['deleteToEnd', 'xne! z'],
    ['cursorStart', 'xne! z'],
    ['cursorEnd', 'xne! z'],
    ['k', 'xne! zk'],
    ['deleteToStart', ''],
  ];
  const commands = new Set<string>(BINDINGS.map(({ command }) => command));
  for (const [step, text] of steps) {
    terminal.type(commands.has(step) ? keyOf(context, step as Command) : step);
    await terminal.waitFor(function edited(it) {
      return textNow(it) === text;
    });
  }
}

test('each command of the key table does what its row says, wherever it holds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-commands-'));
  try {
    const log = join(folder, 'opened');
    const editor = join(folder, 'editor');
    writeFileSync(log, '');
    writeFileSync(editor, `#!/bin/sh\necho "$@" >> '${log}'\n`);
    chmodSync(editor, 0o700);
    await using terminal = await openExplorer({ cwd: folder, env: { VISUAL: editor } });
    const it = (context: Context, command: Command, seen: Awaited, first?: string) =>
      does(terminal, context, command, seen, first);
    const opened = () => readFileSync(log, 'utf8').split('\n').length - 1;

    // Lists
    await home(terminal);
    terminal.type('bjb');
    await terminal.waitFor(/◆[\s\S]*◆/);
    for (const context of ['panes', 'compare', 'timeline', 'matrix', 'read', 'help', 'bookmarks'] as const)
      await moves(terminal, context);

    // Texts
    await home(terminal);
    terminal.type('/');
    await edits(terminal, 'prompt', (now) => (now.screen()[0] ?? '').slice(2, 60).trim());
    await home(terminal);
    terminal.type(':');
    await edits(terminal, 'palette', (now) => (now.screen()[0] ?? '').slice(2, 60).trim());
    await home(terminal);
    terminal.type('B');
    await edits(terminal, 'ask', (now) => /^Note: (.*?) {2,}Enter/m.exec(now.screen().at(-2) ?? '')?.[1]?.trim() ?? '');

    // The panes
    await it('panes', 'search', /^Ctrl-N row/m);
    await it('panes', 'nextPane', /─ Preview [^\n]*─[^\n]*\n│ Russia {2}place/);
    await it('panes', 'previousPane', /─ Preview [^\n]*─[^\n]*\n│ A senior/);
    await it('panes', 'entitiesPane', /─ Preview [^\n]*─[^\n]*\n│ Russia {2}place/);
    await it('panes', 'quotesPane', /─ Preview [^\n]*─[^\n]*\n│ A senior/);
    await it('panes', 'sourcesPane', /─ Preview [^\n]*─[^\n]*\n│ outlet/, '3');
    await it('panes', 'enter', '[source: ~The New York Times]');
    await it('panes', 'mark', '● 1 marked');
    await it('panes', 'compare', /what several have · row/);
    await it('panes', 'read', /^quotes: 6/m);
    await it('panes', 'timeline', /^Timeline by day/m);
    await it('panes', 'matrix', /^Who quotes whom/m);
    await it('panes', 'indirect', /3 Quotes ─+ (?!34 )\d+ /);
    terminal.type('i');
    await it('panes', 'sort', '1 Sources: the order');
    await it('panes', 'facet', '1 Sources: which part');
    await it('panes', 'nextSort', '1 Sources · by outlet');
    await it('panes', 'undo', /1 Sources ─/, '');
    await it('panes', 'nextFacet', /1 Sources · outlet de/);
    await it('panes', 'correct', /^Correct /m);
    await it('panes', 'copy', 'Copied, if this terminal allows it: The New York Times');
    await it('panes', 'open', () => opened() === 1);
    await it('panes', 'export', 'Export to: sources.csv');
    await it('panes', 'bookmark', 'The bookmark was taken off');
    await it('panes', 'note', 'Note: ');
    await it('panes', 'bookmarks', /─ Bookmarks ─/);
    await it('panes', 'previewDown', /─ Preview [^\n]*─[^\n]*\n│ +· courtesy titles/);
    await it('panes', 'previewUp', /─ Preview [^\n]*─[^\n]*\n│ outlet/, 'J');
    // What it does while articles are read stands in loading.test.ts.
    await it('panes', 'enough', 'No more articles are being read');
    await it('panes', 'palette', /─ Commands ─/);
    await it('panes', 'help', /─ Help ─/);

    // The search
    await it('prompt', 'down', /1 Sources[\s\S]*│▸.*~TIME/);
    await it('prompt', 'up', /1 Sources[\s\S]*│▸.*~The New York/, `/${ctrl('n')}`);
    await it('prompt', 'enter', /^\/ search/m, '/');
    await it('prompt', 'older', '❯ putin', '/putin\r/\x15');
    await it('prompt', 'newer', /❯ {3}/, `/${KEY.up}`);
    await it('prompt', 'complete', '❯ speaker:', '/spe');
    await it('prompt', 'completeBack', /❯ type:\w/, '/type:');

    // Side by side
    await it('compare', 'search', /^Ctrl-N row/m);
    await it('compare', 'right', 'All columns there are on this side are shown');
    await it('compare', 'left', 'All columns there are on this side are shown');
    await it('compare', 'show', 'what differs · row');
    await it('compare', 'showKind', 'utterances: what several have');
    await it('compare', 'nextStory', 'story 2 of 2');
    await it('compare', 'previousStory', 'story 2 of 2');
    await it('compare', 'enter', /3 Quotes[\s\S]*▸A senior/);
    await it('compare', 'copies', 'None of these sources prints the text of another');
    await it('compare', 'copy', /Copied, if this terminal allows it: \d lines, /);
    await it('compare', 'open', () => opened() === 2);
    await it('compare', 'export', 'Export to: story-1.html');
    await it('compare', 'bookmark', 'Bookmarked');
    await it('compare', 'note', 'Note: ');
    await it('compare', 'bookmarks', /─ Bookmarks ─/);
    await it('compare', 'read', /^quotes: \d of 6/m);
    await it('compare', 'palette', /─ Commands ─/);
    await it('compare', 'help', /│ Side by side/);

    // The timeline
    await it('timeline', 'enter', /\[tells of 2021-12-29\]/);
    await it('timeline', 'published', /\[published 2021-12-29\]/);
    await it('timeline', 'nextPane', '│ ▸ ~The New York Times');
    await it('timeline', 'previousPane', (now) => !now.screen().join('\n').includes('│ ▸ ~'), 't\t');
    await it('timeline', 'unit', /^Timeline by month/m);
    await it('timeline', 'copy', /Copied, .*: 13 lines, /);
    await it('timeline', 'open', () => opened() === 3);
    await it('timeline', 'export', 'Export to: timeline.md');
    await it('timeline', 'bookmark', 'Bookmarked this source');
    await it('timeline', 'note', 'Note: ');
    await it('timeline', 'bookmarks', /─ Bookmarks ─/);
    await it('timeline', 'read', /^the place: 1 of 1/m);
    await it('timeline', 'search', /^Ctrl-N row/m);
    await it('timeline', 'palette', /─ Commands ─/);
    await it('timeline', 'help', /│ In the timeline/);

    // Who quotes whom
    await it('matrix', 'enter', '[outlet: ~TIME] [speaker: Vladimir Putin]');
    await it('matrix', 'right', '~The Washington Post quotes Vladimir Putin');
    await it('matrix', 'left', '~TIME quotes Vladimir Putin', 'ml');
    await it('matrix', 'sort', 'speakers by name');
    await it('matrix', 'sortColumns', 'outlets by name');
    await it('matrix', 'indirect', /^Who quotes whom · \d+ quotes · /m);
    terminal.type('i');
    await it('matrix', 'copy', /Copied, .*: 2 lines, /);
    await it('matrix', 'open', () => opened() === 4);
    await it('matrix', 'export', 'Export to: who-quotes-whom.html');
    await it('matrix', 'bookmark', /Bookmarked$/m);
    await it('matrix', 'note', 'Note: ');
    await it('matrix', 'bookmarks', /─ Bookmarks ─/);
    await it('matrix', 'read', /^(?:quotes|the place): \d of \d/m);
    await it('matrix', 'search', /^Ctrl-N row/m);
    await it('matrix', 'palette', /─ Commands ─/);
    await it('matrix', 'help', /│ In who quotes whom/);

    // Reading
    await it('read', 'search', 'In this article: ');
    await it('read', 'nextStop', /^quotes: 1 of 6/m);
    await it('read', 'previousStop', /^quotes: 1 of 6/m, 'rnn');
    await it('read', 'marking', /^names: \d/m);
    await it('read', 'enter', /^mentions of /m, 'rmn');
    await it('read', 'unfold', /1 {2}World/);
    await it('read', 'copy', 'Copied, if this terminal allows it: The New York Times');
    await it('read', 'open', () => opened() === 5);
    await it('read', 'export', 'Export to: 000_66bebe8ea728d4ec.md');
    await it('read', 'bookmark', /taken off|Bookmarked/);
    await it('read', 'note', 'Note: ');
    await it('read', 'bookmarks', /─ Bookmarks ─/);
    await it('read', 'palette', /─ Commands ─/);
    await it('read', 'help', /│ Reading/);

    // The bookmarks
    await it('bookmarks', 'enter', /▸.*◆/);
    await it('bookmarks', 'note', 'Note: ');
    await it('bookmarks', 'read', /^\w+: \d/m);
    await it('bookmarks', 'copy', 'Copied, if this terminal allows it: ');
    await it('bookmarks', 'open', () => opened() === 6);
    await it('bookmarks', 'export', 'Export to: bookmarks.md');
    await it('bookmarks', 'bookmark', 'The bookmark was taken off');
    await it('bookmarks', 'help', /│ Bookmarks/);

    // Menu and palette
    await it('menu', 'down', /│▸.*by outlet/);
    await it('menu', 'up', /│▸.*by file/, 'sj');
    await it('menu', 'last', /│▸.*by quotes/);
    await it('menu', 'first', /│▸.*by file/, 'sG');
    await it('menu', 'enter', '1 Sources · by outlet', 'sj');
    terminal.type('u');
    await it('palette', 'down', /│▸j/);
    await it('palette', 'up', /│▸\//, `:${KEY.down}`);
    await it('palette', 'pageDown', (now) => !/│▸\//.test(now.screen().join('\n')));
    await it('palette', 'pageUp', /│▸\//, `:${KEY.pageDown}`);
    await it('palette', 'enter', /^Timeline by day/m, ':timel');

    // Correcting
    await it('fixEntity', 'fixMerge', 'Russia is the same as');
    await it('fixEntity', 'fixSplit', 'Spelling of Russia that means another');
    await it('fixEntity', 'fixName', 'New name of Russia');
    await it('fixQuote', 'fixSpeaker', 'It is said by');
    await it('fixSource', 'fixOutlet', 'The outlet of ~The New York Times is');
    await it('fixEntity', 'fixType', 'Russia is now of type misc');
    await it('fixEntity', 'fixUndo', 'The last correction was taken back');
    await it('fixEntity', 'fixHide', 'Russia is not listed any more');
    await it('fixSource', 'fixUndo', 'The last correction was taken back');
    await it('fixQuote', 'fixUnknown', 'The speaker is now unknown');
    await it('fixQuote', 'fixUndo', 'The last correction was taken back');
    await it('ask', 'down', /Moscow {2}2 of 2/, '2xs');
    await it('ask', 'up', /Russia {2}1 of 2/, `2xs${KEY.down}`);
    await it('ask', 'enter', 'Russia is now called Rus', '2xnRus');
    await home(terminal);
    terminal.type('2xu');
    await terminal.waitFor('The last correction was taken back');

    // A file that is there already
    writeFileSync(join(folder, 'sources.csv'), 'mine');
    await it('sure', 'no', 'Export to: sources.csv', 'e\r');
    await it('sure', 'yes', 'Written: ', 'e\r');

    // Everywhere
    for (const context of ['panes', 'compare', 'timeline', 'matrix', 'read', 'help', 'bookmarks'] as const) {
      await it(context, 'mouse', ({ modesLeft }) => !modesLeft.includes('mouse on'));
      terminal.type('M');
      await terminal.waitFor(({ modesLeft }) => modesLeft.includes('mouse on'));
    }
    await it('help', 'quit', /^\/ search/m);
    await it('help', 'help', /^\/ search/m);
    await it('everywhere', 'back', /^\/ search/m, '?');
    const drawings = terminal.emptied.length;
    await it('everywhere', 'redraw', ({ emptied }) => emptied.length > drawings);
    const entered = () => terminal.raw.split('\x1b[?1049h').length;
    const before = entered();
    await it('everywhere', 'suspend', () => entered() > before);
    await home(terminal);
    terminal.type(keyOf('everywhere', 'interrupt'));
    assert.deepEqual(await terminal.exit, { code: 130, signal: 0 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const context of ['panes', 'compare', 'timeline', 'matrix', 'read', 'bookmarks'] as const) {
    await using terminal = await openExplorer();
    await arrived(terminal, context, TO[context]);
    terminal.type(keyOf(context, 'quit'));
    assert.deepEqual(await terminal.exit, { code: 0, signal: 0 });
  }
  const all = BINDINGS.flatMap(({ command, where }) => where.map((context) => `${context} ${command}`));
  assert.deepEqual(
    all.filter((it) => !pressed.has(it)),
    [],
    'a row of the table that no step above presses: add one',
  );
});

for (const [cols, rows] of [
  [80, 24],
  [200, 60],
] as const)
  test(`in each view nothing is wider than the screen, and no frame is torn, at ${cols}×${rows}`, async () => {
    await using terminal = await openExplorer({ cols, rows });
    for (const context of [
      'prompt',
      'compare',
      'timeline',
      'matrix',
      'read',
      'help',
      'palette',
      'menu',
      'bookmarks',
      'fixEntity',
    ] as const) {
      await arrived(terminal, context, TO[context]);
      framesAreWhole(terminal);
      await home(terminal);
    }
  });
