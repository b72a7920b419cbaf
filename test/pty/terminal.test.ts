import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ctrl, KEY } from './keys.ts';
import { openShell } from './shell.ts';
import { Terminal } from './terminal.ts';

const run = (code: string, options = {}) => new Terminal(process.execPath, ['-e', code], options);

test('reads text, colours and attributes off the screen', async () => {
  await using terminal = run(
    `process.stdout.write('plain \\x1b[1;31mbold red\\x1b[0m \\x1b[7mmark\\x1b[0m ab\\x1b[4mcd')`,
  );
  await terminal.exit;
  assert.equal(terminal.screen()[0], 'plain bold red mark abcd');
  assert.deepEqual(
    terminal.runs(({ bold }) => bold),
    ['bold red'],
  );
  assert.deepEqual(
    terminal.runs(({ inverse }) => inverse),
    ['mark'],
  );
  assert.deepEqual(
    terminal.runs(({ underline }) => underline),
    ['cd'],
  );
  assert.equal(terminal.cells(0)[6]?.fg, 1);
  assert.equal(terminal.cells(0)[0]?.fg, 'default');
});

test('an emoji and a Chinese character are two columns wide, an accent that combines is none', async () => {
  await using terminal = run(`process.stdout.write('🌍北e\\u0301|')`);
  await terminal.exit;
  assert.equal(terminal.cursor().col, 6);
  assert.deepEqual(
    terminal
      .cells(0)
      .slice(0, 4)
      .map(({ text, width }) => [text, width]),
    [
      ['🌍', 2],
      ['北', 2],
      ['e\u0301', 1],
      ['|', 1],
    ],
  );
});

test('keys reach the program as bytes, and it learns of a new size', async () => {
  await using terminal = run(
    `process.stdin.setRawMode(true);
     process.stdin.on('data', (d) => { console.log(JSON.stringify(String(d))); if (d[0] === 4) process.exit(7); });
     process.stdout.on('resize', () => console.log(process.stdout.columns + 'x' + process.stdout.rows));
     console.log('listening')`,
    { cols: 60, rows: 10 },
  );
  await terminal.waitFor('listening');
  terminal.type(`q${KEY.up}`);
  await terminal.waitFor('"q\\u001b[A"');
  terminal.resize(100, 30);
  await terminal.waitFor('100x30');
  assert.equal(terminal.screen().length, 30);
  terminal.type(ctrl('d'));
  assert.deepEqual(await terminal.exit, { code: 7, signal: 0 });
});

test('the emulator answers what the program asks the terminal', async () => {
  await using terminal = run(
    `process.stdin.setRawMode(true);
     process.stdin.once('data', (d) => { console.log(JSON.stringify(String(d))); process.exit(); });
     process.stdout.write('\\x1b[6n')`,
  );
  await terminal.waitFor('"\\u001b[1;1R"');
});

test('tells which modes are left switched', async () => {
  await using terminal = run(
    `process.stdout.write('\\x1b[?1049h\\x1b[?25l\\x1b[?2004h\\x1b[?1000;1006h\\x1b[>1u');
     process.stdin.once('data', () => process.stdout.write('\\x1b[?2004l\\x1b[<u\\x1b[?1006;1000l\\x1b[?25h'));`,
  );
  await terminal.waitFor(({ altScreen, modesLeft }) => altScreen && modesLeft.length === 6);
  assert.deepEqual(terminal.modesLeft, [
    'alternate screen on',
    'bracketed paste on',
    'cursor off',
    'key protocol pushed',
    'mouse coordinates on',
    'mouse on',
  ]);
  terminal.type('\r');
  await terminal.waitFor(({ modesLeft }) => modesLeft.join() === 'alternate screen on');
});

test('a signal that ends the program is told', async () => {
  await using terminal = run(`setInterval(() => {}, 1000); console.log('up')`);
  await terminal.waitFor('up');
  terminal.kill('SIGTERM');
  assert.deepEqual(await terminal.exit, { code: 0, signal: 15 });
});

test('a wait that fails says what for and shows the screen', async () => {
  await using terminal = run(`console.log('only this'); setInterval(() => {}, 1000)`);
  await terminal.waitFor('only this');
  await assert.rejects(
    terminal.waitFor('something else', { timeout: 50 }),
    /50 ms passed waiting for "something else".*only this/s,
  );
});

test('a wait does not outlive the program', async () => {
  await using terminal = run(`console.log('bye')`);
  await assert.rejects(terminal.waitFor('something else'), /The program ended .*bye/s);
});

test('nothing of the environment that runs the tests is in the program', async () => {
  process.env['CI_OF_THIS_TEST'] = '1';
  await using terminal = run(
    `console.log(Object.keys(process.env).filter((k) => k.startsWith('CI')).length, process.env.TERM)`,
  );
  await terminal.exit;
  assert.equal(terminal.screen()[0], '0 xterm-256color');
});

test('a shell runs commands one after the other and gives what they wrote', async () => {
  await using shell = await openShell();
  assert.equal(await shell.run('echo one; echo two'), 'one\ntwo\n');
  assert.match(await shell.run('stty -a'), /icanon/);
  const reading = shell.start('read line; echo "got $line"');
  shell.type('words\r');
  assert.match(await reading.done(), /got words\n$/);
});

test('a wait does not see half a frame', async () => {
  await using terminal = run(
    `process.stdout.write('\\x1b[?2026h' + 'half');
     setTimeout(() => process.stdout.write('\\rwhole\\x1b[?2026l'), 100);
     setTimeout(() => {}, 1000)`,
  );
  await terminal.waitFor(({ raw }) => raw.includes('half'));
  assert.equal(terminal.screen()[0], 'whole');
});

test('what a wait throws is the test’s own', async () => {
  await using terminal = run(`console.log('up'); setInterval(() => {}, 1000)`);
  const wait = terminal.waitFor(() => {
    throw new Error('thrown by the predicate');
  });
  await assert.rejects(wait, /thrown by the predicate/);
  await terminal.waitFor('up');
});
