import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './pty/terminal.ts';
import { temporaryFolder } from './temporary.ts';

/** Runs the prepare script where `npm` only says what it was told. @returns what that was, and the exit code */
function prepare(command: string, { installed, fails = false }: { installed: boolean; fails?: boolean }) {
  const folder = temporaryFolder('prepare');
  if (installed) mkdirSync(join(folder, 'node_modules/esbuild'), { recursive: true });
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\necho "$@"\nexit ${fails ? 3 : 0}\n`);
  chmodSync(join(folder, 'npm'), 0o755);
  const { stdout, status } = spawnSync(process.execPath, [join(ROOT, 'scripts/prepare.mjs')], {
    cwd: folder,
    encoding: 'utf8',
    env: { npm_command: command, PATH: `${folder}${delimiter}${process.env['PATH']}` },
  });
  return { told: stdout.trim(), status };
}

test('npm install and npm pack build the program', () => {
  assert.deepEqual(prepare('install', { installed: true }), { told: 'run build', status: 0 });
  assert.deepEqual(prepare('pack', { installed: true }), { told: 'run build', status: 0 });
});

test('npx in a fresh clone installs first, and only then', () => {
  assert.equal(prepare('exec', { installed: false }).told, 'install');
  assert.equal(prepare('exec', { installed: true }).told, 'run build');
  assert.equal(prepare('install', { installed: false }).told, 'run build', 'or it would call itself for ever');
});

test('a build that fails makes npm fail', () => {
  assert.equal(prepare('install', { installed: true, fails: true }).status, 3);
});
