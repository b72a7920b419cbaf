// The terminal is given back as it was, however the program ends.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { explorerIsOpen, openExplorer } from './explorer.ts';
import { ctrl } from './keys.ts';
import { openShell, type Shell } from './shell.ts';
import { LAUNCHER } from './terminal.ts';

const PROGRAM = `'${process.execPath}' '${LAUNCHER}'`;

interface Visit {
  readonly shell: Shell;
  /** The process that runs the program. */
  readonly pid: number;
  /** Waits for the shell's prompt. @returns the exit code; fails when anything is not as it was before */
  readonly left: () => Promise<number>;
}

/** Opens the explorer from a shell that has something on its screen. */
async function visit(t: TestContext, { preload = '' } = {}): Promise<Visit> {
  const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-visit-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const pidFile = join(folder, 'pid');
  const preloaded = join(folder, 'preloaded.mjs');
  writeFileSync(preloaded, preload);
  const shell = await openShell({ cols: 100, rows: 30 });
  t.after(() => shell.close());
  await shell.run('echo what was here before');
  const settings = await shell.run('stty -a');
  const screen = shell.screen().slice(0, shell.cursor().row);
  // The pid is the program's own: the inner shell becomes it.
  const running = shell.start(
    `NODE_OPTIONS='--import=${preloaded}' bash -c 'echo $$ > "$0"; exec "$@"' '${pidFile}' ${PROGRAM}`,
  );
  await shell.waitFor(explorerIsOpen);
  assert.ok(shell.altScreen);
  const left = async () => {
    await running.done();
    assert.deepEqual(shell.modesLeft, []);
    assert.deepEqual(shell.screen().slice(0, screen.length), screen);
    assert.equal(shell.rowOf('1 Sources'), -1, shell.picture());
    const code = Number(await shell.run('echo $?'));
    assert.equal(await shell.run('stty -a'), settings);
    return code;
  };
  return { shell, pid: Number(readFileSync(pidFile, 'utf8')), left };
}

test('q quits with 0', async (t) => {
  const { shell, left } = await visit(t);
  shell.type('q');
  assert.equal(await left(), 0);
});

test('q is a letter while typing', async (t) => {
  const { shell, left } = await visit(t);
  shell.type('/q');
  await shell.waitFor('❯ q');
  shell.type('\x1b');
  await shell.waitFor(/^\/ search/m);
  shell.type('q');
  assert.equal(await left(), 0);
});

for (const [where, keys, sign] of [
  ['in the panes', '', '1 Sources'],
  ['while typing', '/bi', '❯ bi'],
  ['side by side', 'c', 'story 1'],
  ['in the help', '?', 'Help'],
] as const)
  test(`Ctrl-C ends it with 130, ${where}`, async (t) => {
    const { shell, left } = await visit(t);
    shell.type(keys);
    await shell.waitFor(sign);
    shell.type(ctrl('c'));
    assert.equal(await left(), 130);
  });

for (const [signal, code] of [
  ['SIGTERM', 143],
  ['SIGINT', 130],
  ['SIGHUP', 129],
] as const)
  test(`${signal} ends it with ${code}`, async (t) => {
    const { pid, left } = await visit(t);
    process.kill(pid, signal);
    assert.equal(await left(), code);
  });

// Drawing measures text with the segmenter. React tries twice before it gives up; Ink then draws the error itself.
for (const [what, failures] of [
  ['an error thrown while drawing', 2],
  ['an error thrown while drawing, and again when the error is drawn', 1e9],
] as const)
  test(`${what} ends it with 1 and says what it was`, async (t) => {
    const preload = `
      const { segment } = Intl.Segmenter.prototype;
      process.on('SIGUSR2', () => {
        let failures = ${failures};
        Intl.Segmenter.prototype.segment = function (text) {
          if (failures-- > 0) throw new Error('thrown while drawing');
          return segment.call(this, text);
        };
        process.stdout.write('\\x1b]2;armed\\x07');
      });`;
    const { shell, pid, left } = await visit(t, { preload });
    process.kill(pid, 'SIGUSR2');
    await shell.waitFor(({ raw }) => raw.includes(']2;armed'));
    shell.type('j');
    assert.equal(await left(), 1);
    assert.match(shell.raw, /thrown while drawing/);
  });

test('an error thrown by a view where even the error cannot be drawn ends it with 1 and says what it was', async () => {
  await using shell = await openShell();
  const running = shell.start(`'${process.execPath}' --import tsx test/pty/faulty.tsx`);
  await shell.waitFor('waiting for a key');
  shell.type('j');
  assert.match(await running.done(), /Error: thrown by a view/);
  assert.deepEqual(shell.modesLeft, []);
  assert.equal(await shell.run('echo $?'), '1\n');
});

test('an error thrown anywhere else ends it with 1 and says what it was', async (t) => {
  const preload = `process.on('SIGUSR2', () => { throw new Error('thrown elsewhere') })`;
  const { shell, pid, left } = await visit(t, { preload });
  process.kill(pid, 'SIGUSR2');
  assert.equal(await left(), 1);
  const told = shell.screen().join('');
  assert.match(told, /stopped by a fault of its own: thrown elsewhere/);
  assert.match(told, /your articles were not touched, and there were no corrections to keep/);
  const [, details = ''] = /the details are in (\/.*?\.txt)/.exec(told) ?? [];
  assert.match(readFileSync(details, 'utf8'), /^crisis-tui \d.*Node v\d.*Error: thrown elsewhere\n +at /s);
});

test('Ctrl-Z gives the terminal to the shell, and fg takes it up again where it was', async (t) => {
  const { shell, left } = await visit(t);
  shell.type('/putin\r');
  await shell.waitFor('❯ putin');
  shell.type(ctrl('z'));
  assert.equal(await left(), 148);
  shell.start('fg');
  await shell.waitFor(explorerIsOpen);
  await shell.waitFor('❯ putin');
  shell.type('q');
  await shell.waitFor(({ altScreen, modesLeft }) => !altScreen && modesLeft.length === 0);
});

test('a reader who stops reading is no failure', async () => {
  await using shell = await openShell({ cols: 200 });
  const printed = await shell.run(`${PROGRAM} sentences --format jsonl | head -1; echo "\${PIPESTATUS[@]}"`);
  assert.match(printed, /^\{"path":"000_.*\}\n0 0\n$/);
});

test('a terminal that is closed ends it', async () => {
  await using terminal = await openExplorer();
  terminal.kill('SIGHUP');
  await terminal.exit;
});
