// What a good citizen of the terminal does: its title, other programs around it, terminals that cannot be drawn on.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { box, findBox } from './box.ts';
import { explorerIsOpen, openExplorer } from './explorer.ts';
import { ctrl, mouse } from './keys.ts';
import { openShell } from './shell.ts';
import { LAUNCHER, Terminal, whenReady } from './terminal.ts';

const PROGRAM = `'${process.execPath}' '${LAUNCHER}'`;

test('the window’s title says what is open, and is given back', async () => {
  await using terminal = await openExplorer();
  await terminal.waitFor(({ title }) => title === 'crisis-tui · the bundled articles');
  assert.ok(terminal.modesLeft.includes('title kept'), terminal.modesLeft.join());
  terminal.type('q');
  await terminal.exit;
  assert.deepEqual(terminal.modesLeft, []);
});

test('a folder’s name cannot write anything but a title', async () => {
  await using shell = await openShell();
  await shell.run(
    `cd "$HOME" && mkdir $'x\\e]2;evil\\a\\u202ey' && cd x* && printf 'A. A said: “Yes.”' > a.txt && cd ..`,
  );
  shell.start(`${PROGRAM} x*`);
  await shell.waitFor(explorerIsOpen);
  await shell.waitFor(({ title }) => title.startsWith('crisis-tui · x␛]2;evil␇'));
  shell.type('q');
  await shell.waitFor(({ modesLeft }) => modesLeft.length === 0);
});

test('where links are shown the path leads to the file, and nowhere else a link is written', async () => {
  await using plain = await openExplorer({ cols: 120, rows: 40 });
  await using linking = await openExplorer({ cols: 120, rows: 40, env: { FORCE_HYPERLINK: '1' } });
  for (const terminal of [plain, linking]) {
    terminal.type('r');
    await terminal.waitFor(/quotes: \d+ ·/);
  }
  assert.ok(!plain.raw.includes('\x1b]8;'));
  assert.match(linking.raw, /\x1b\]8;;file:\/\/\/\S+\/seeds\/000_66bebe8ea728d4ec\.txt\x07/);
  assert.deepEqual(linking.screen(), plain.screen());
});

test('Ctrl-Z where no shell looks after the program comes back by itself', async () => {
  await using terminal = await openExplorer();
  const entered = () => terminal.raw.split('\x1b[?1049h').length - 1;
  assert.equal(entered(), 1);
  terminal.type(ctrl('z'));
  await terminal.waitFor(function backAgain(it) {
    return entered() === 2 && explorerIsOpen(it);
  });
  terminal.type('q');
  assert.deepEqual(await terminal.exit, { code: 0, signal: 0 });
});

test('Ctrl-L, however often, draws the screen anew and ends nothing', async () => {
  await using terminal = await openExplorer();
  const before = terminal.screen();
  terminal.type(ctrl('l').repeat(5));
  await terminal.waitFor(({ emptied }) => emptied.length === 5);
  await terminal.waitFor(function sameScreen(it) {
    return it.screen().join('\n') === before.join('\n');
  });
});

test('a terminal that cannot be drawn on gets a line that says so, and the articles', async () => {
  await using shell = await openShell({ cols: 120 });
  const listed = await shell.run(`TERM=dumb ${PROGRAM}`);
  assert.ok(!listed.includes('\x1b'), JSON.stringify(listed));
  assert.match(listed, /TERM=dumb: nothing can be drawn here, so the articles are listed/);
  assert.match(listed, /Biden and Putin/);
  assert.match(await shell.run(`${PROGRAM} < /dev/null`), /no keys can be pressed here/);
  const piped = await shell.run(`${PROGRAM} | cat`);
  assert.ok(!piped.includes('crisis-tui:') && !piped.includes('\x1b'), 'who pipes knows what for');
});

const has = (program: string, flag: string) => spawnSync(program, [flag]).error === undefined;

test('in tmux it is drawn, resized, clicked and left as anywhere', {
  skip: has('tmux', '-V') ? false : 'tmux is not installed here',
}, async (t) => {
  t.after(() => spawnSync('tmux', ['-L', `crisis-tui-${process.pid}`, 'kill-server']));
  const tmux = new Terminal(
    'tmux',
    [
      '-L',
      `crisis-tui-${process.pid}`,
      '-f',
      '/dev/null',
      'new-session',
      `${PROGRAM}`,
      ';',
      'set',
      '-g',
      'mouse',
      'on',
    ],
    { cols: 120, rows: 40 },
  );
  await using terminal = await whenReady(tmux, (it) => it.waitFor(explorerIsOpen));
  terminal.type('/zelenksy');
  await terminal.waitFor(/❯ zelenksy/);
  terminal.type('\r');
  terminal.resize(80, 24);
  await terminal.waitFor(function drawnForItsSize(it) {
    const quotes = findBox(it, '3 Quotes');
    return quotes !== undefined && quotes.left + quotes.width === 80 && findBox(it, 'Preview') !== undefined;
  });
  const { left, top } = box(terminal, '2 Entities');
  terminal.type(mouse.click(left + 3, top));
  await terminal.waitFor('2 Entities · by');
  terminal.type('q');
  await terminal.exit;
  assert.deepEqual(terminal.modesLeft, []);
});

test('in GNU screen it is drawn and left as anywhere', {
  skip: has('screen', '--version') ? false : 'GNU screen is not installed here',
}, async (t) => {
  const session = `crisis-tui-${process.pid}`;
  t.after(() => spawnSync('screen', ['-S', session, '-X', 'quit']));
  const screen = new Terminal(
    'screen',
    ['-S', session, '-U', '-c', '/dev/null', '-T', 'xterm-256color', process.execPath, LAUNCHER],
    {
      cols: 80,
      rows: 24,
    },
  );
  await using terminal = await whenReady(screen, (it) => it.waitFor(explorerIsOpen));
  terminal.type('3j');
  await terminal.waitFor(function secondQuote(it) {
    return findBox(it, '3 Quotes')?.rows[1]?.startsWith('▸') ?? false;
  });
  terminal.type('q');
  await terminal.exit;
});
