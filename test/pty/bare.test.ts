// In surroundings where little is as usual: no locale, no home, a home that cannot be written, no environment at all.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { explorerIsOpen } from './explorer.ts';
import { LAUNCHER, NODE, Terminal } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-bare-'));
after(() => rmSync(folder, { recursive: true, force: true }));
// Others than its owner are to look into it, too.
chmodSync(folder, 0o755);
const locked = join(folder, 'locked');
mkdirSync(locked, { mode: 0o555 });
const noFolder = join(folder, 'file');
writeFileSync(noFolder, '');

/** Somebody who is not root: who runs the tests, or where that is root nobody. */
const asRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65534, gid: 65534 };
const asNobody = ['setpriv', `--reuid=${NOBODY.uid}`, `--regid=${NOBODY.gid}`, '--clear-groups'];
const asUser = asRoot ? asNobody : [];
const mayRun = spawnSync(NODE, [LAUNCHER, '--version'], asRoot ? NOBODY : {}).status === 0;
const noUser = (!mayRun && 'who is not root may not read this folder') || (asRoot && without('setpriv'));

function without(command: string): string | false {
  return spawnSync(command, ['--version']).error !== undefined && `this machine has no ${command}`;
}

const PATH = `PATH=${process.env['PATH']}`;
const CASES: readonly (readonly [what: string, command: readonly string[], skip?: string | false])[] = [
  ['in the locale C', ['env', '-u', 'LANG', 'LC_ALL=C']],
  ['without HOME', ['env', '-u', 'HOME']],
  ['with a home that is nowhere', ['env', `HOME=${join(folder, 'nowhere')}/deep`]],
  ['with a home that is a file', ['env', `HOME=${noFolder}`]],
  ['with a home that may only be read', [...asUser, 'env', `HOME=${locked}`], noUser],
  ['with nothing in the environment but PATH and TERM', ['env', '-i', PATH, 'TERM=xterm']],
  ['as a user who is not root', [...asUser, 'env', `HOME=${folder}`], noUser],
];

for (const [what, [command = '', ...args], skip = false] of CASES)
  test(`${what} the explorer opens and quits, and quotes are printed`, { skip: skip || without(command) }, async () => {
    await using terminal = new Terminal(command, [...args, NODE, LAUNCHER], { cols: 100, rows: 30 });
    await terminal.waitFor(explorerIsOpen);
    terminal.type('q');
    assert.deepEqual(await terminal.exit, { code: 0, signal: 0 });
    assert.deepEqual(terminal.modesLeft, []);
    assert.deepEqual(readdirSync(locked), []);

    const printing = [...args, NODE, LAUNCHER, 'quotes', '--format', 'jsonl'];
    const { status, stdout, stderr } = spawnSync(command, printing, { encoding: 'utf8' });
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /“|"text":/);
    for (const line of stdout.trimEnd().split('\n')) JSON.parse(line);
  });
