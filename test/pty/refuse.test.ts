// What cannot be read gets a clear sentence and exit code 2, and no full screen.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../temporary.ts';
import { openExplorer } from './explorer.ts';
import { openShell } from './shell.ts';
import { LAUNCHER, NODE, openTerminal } from './terminal.ts';

const folder = temporaryFolder('folder');
const inFolder = (name: string) => join(folder, name);
mkdirSync(inFolder('empty'));
mkdirSync(inFolder('others'));
writeFileSync(inFolder('others/picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]));
mkdirSync(inFolder('blank'));
writeFileSync(inFolder('blank/a.txt'), ' \n\n');
mkdirSync(inFolder('locked'));
writeFileSync(inFolder('locked/a.txt'), 'The minister said “we will see” on Monday.');
chmodSync(inFolder('locked/a.txt'), 0);

symlinkSync('loop.txt', inFolder('loop.txt'));

const isRoot = process.getuid?.() === 0;
const CASES: readonly (readonly [what: string, args: readonly string[], says: RegExp, skip?: string | false])[] = [
  ['a path that is missing', [inFolder('nowhere')], /nowhere.*(not there|no such|does not exist|missing)/i],
  ['an empty folder', [inFolder('empty')], /no articles/i],
  ['a folder without articles', [inFolder('others')], /no articles/i],
  ['a file that is empty', [inFolder('blank/a.txt')], /empty|no text|no articles/i],
  [
    'what may not be read',
    [inFolder('locked')],
    /may not|permission|cannot be read|not readable/i,
    isRoot && 'root may read all',
  ],
  ['a link that leads back to itself', [inFolder('loop.txt')], /loop.txt.*(itself|circle|loop)/],
  ['a device', ['/dev/null'], /\/dev\/null .*(neither|not).* file/],
  ['a flag that is unknown', ['--colour-of-money'], /colour-of-money/],
  ['a format that is unknown', ['quotes', '--format', 'poem'], /poem/],
];

for (const [what, args, says, skip = false] of CASES)
  test(`${what} is refused with a clear sentence and exit code 2`, { skip }, async () => {
    await using terminal = openTerminal({ args, cols: 200 });
    const { code } = await terminal.exit;
    const screen = terminal.screen().filter(Boolean);
    assert.match(screen.join('\n'), says);
    assert.doesNotMatch(screen.join('\n'), /\bat .*:\d+:\d+|node:internal/, 'no stack trace');
    assert.equal(code, 2);
    assert.doesNotMatch(terminal.raw, /\x1b\[\?1049h/, 'the full screen was never opened');
  });

const noFullDisk = !existsSync('/dev/full') && 'no /dev/full here';
test('a full disk is told of in a sentence', { skip: noFullDisk }, async () => {
  await using shell = await openShell({ cols: 200 });
  const said = await shell.run(`'${NODE}' '${LAUNCHER}' quotes --format jsonl > /dev/full; echo "code $?"`);
  assert.match(said, /^crisis-tui: .*space.*\ncode [1-9]\d*\n$/i);
});

test('one file that cannot be read does not keep the others from being read', async () => {
  mkdirSync(inFolder('mixed'));
  writeFileSync(inFolder('mixed/a.txt'), 'Talks go on\n\n“We will see,” Ned Price said in Geneva on Monday.\n');
  writeFileSync(inFolder('mixed/b.txt'), Buffer.from([0, 1, 2, 3, 0, 0, 255, 254]));
  await using terminal = await openExplorer({ args: [inFolder('mixed')] });
  await terminal.waitFor('Talks go on');
});

test('a folder of .txt and .md files is opened like the seeds', async () => {
  mkdirSync(inFolder('two'));
  writeFileSync(inFolder('two/a.txt'), 'Talks go on\n\n“We will see,” Ned Price said in Geneva on Monday.\n');
  writeFileSync(inFolder('two/b.md'), '# Talks break down\n\n“It is over,” Ned Price said in Geneva on Tuesday.\n');
  await using terminal = await openExplorer({ args: [inFolder('two')], cols: 200 });
  await terminal.waitFor(/1 Sources ─* 2 ─/);
  for (const words of ['Talks go on', 'Talks break down', 'It is over']) await terminal.waitFor(words);
});
