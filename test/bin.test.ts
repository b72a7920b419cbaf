import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { LAUNCHER } from './pty/terminal.ts';
import { temporaryFolder } from './temporary.ts';

/** The launcher in a folder of its own, beside a program that is given here. */
function launcherBeside(program: string | null): string {
  const folder = temporaryFolder('bin');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  cpSync(LAUNCHER, join(folder, 'bin/crisis-tui.js'));
  if (program !== null) {
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/cli.js'), program);
  }
  return join(folder, 'bin/crisis-tui.js');
}

function launch(program: string | null, { pretendNode = '' } = {}) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${pretendNode}' } })`;
  const flags = pretendNode ? ['--import', `data:text/javascript,${pretend}`] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, launcherBeside(program), 'a', 'b'], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('hands its words to the built program, and the exit code back', () => {
  assert.deepEqual(launch(`console.log(process.argv.slice(2).join('+')); process.exitCode = 3`), {
    status: 3,
    stdout: 'a+b\n',
    stderr: '',
  });
});

for (const version of ['18.19.1', '8.0.0'])
  test(`Node ${version} is told to be too old, and what to do`, () => {
    const { status, stdout, stderr } = launch(`console.log('ran')`, { pretendNode: version });
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(
      stderr,
      new RegExp(`^crisis-tui: this needs Node 20 or newer, and this is Node ${version}\\.\n.*nvm install`),
    );
  });

for (const version of ['20.0.0', '24.1.0', '100.0.0'])
  test(`Node ${version} is new enough`, () => {
    assert.equal(launch(`console.log('ran')`, { pretendNode: version }).stdout, 'ran\n');
  });

test('an old Node can read it: it is a script too, not only a module', () => {
  const source = readFileSync(LAUNCHER, 'utf8').replace(/^#!.*/, '');
  assert.doesNotThrow(() => new vm.Script(source));
  assert.doesNotMatch(source, /\?\.|\?\?|\*\*|\basync\b|\bawait\b|\.\.\./, 'syntax that is younger than 2015');
});

test('without a built program it says how to build it', () => {
  assert.deepEqual(launch(null), {
    status: 2,
    stdout: '',
    stderr: 'crisis-tui: the program is not built yet. In its folder, run: npm run build\n',
  });
});

test('a program that breaks while it starts is not taken for one that is missing', () => {
  for (const program of [`throw new Error('broken inside')`, `import 'a-package-that-is-not-there'`]) {
    const { status, stderr } = launch(program);
    assert.equal(status, 1);
    assert.match(stderr, /broken inside|a-package-that-is-not-there/);
    assert.doesNotMatch(stderr, /npm run build/);
  }
});
