import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FLAG_WORDS } from '../../src/cli/flags.ts';
import { commandForm, programHelp } from '../../src/cli/help.ts';
import { manualPage } from '../../src/cli/manual.ts';
import { COMMANDS, KNOWN_FORMATS } from '../../src/output/words.ts';
import { ROOT } from '../pty/terminal.ts';

const { version, man } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const groff = spawnSync('groff', ['--version']).error === undefined;

test('the manual in the package is made from the tables of today', () => {
  assert.equal(readFileSync(join(ROOT, man), 'utf8'), manualPage(version));
});

test('troff reads the manual without a warning, and nothing of the help is missing', {
  skip: !groff && 'this machine has no groff',
}, () => {
  const args = ['-man', '-ww', '-Tascii', '-P-c', '-P-b', '-P-u', '-rLL=200n'];
  const { status, stdout, stderr } = spawnSync('groff', args, { input: manualPage(version), encoding: 'utf8' });
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  const words = stdout.replaceAll(/\s+/g, ' ');
  for (const entry of [...COMMANDS, ...KNOWN_FORMATS])
    assert.ok(words.includes(`${commandForm(entry)} ${entry.does}`), entry.name);
  for (const { flag, does, more } of FLAG_WORDS) {
    for (const said of [flag, does, ...(more ? [more] : [])]) assert.ok(words.includes(said), said);
    for (const said of [flag, does]) assert.ok(programHelp().includes(said), said);
  }
  for (const { examples } of COMMANDS) for (const example of examples) assert.ok(words.includes(example), example);
});
