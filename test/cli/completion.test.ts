import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { completionFor, SHELL_NAMES, type Shell } from '../../src/cli/completion.ts';
import { FLAG_WORDS, FLAGS } from '../../src/cli/flags.ts';
import { COMMANDS, KNOWN_FORMATS } from '../../src/output/words.ts';
import { LAUNCHER, Terminal } from '../pty/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-completion-'));
after(() => rmSync(folder, { recursive: true }));
const scripts = Object.fromEntries(
  SHELL_NAMES.map((shell) => {
    const file = join(folder, `completion.${shell}`);
    writeFileSync(file, completionFor(shell));
    return [shell, file];
  }),
) as Record<Shell, string>;
mkdirSync(join(folder, 'here/two words'), { recursive: true });
writeFileSync(join(folder, 'here/quotes.html'), '');

/** Why a test that needs a shell is not run here. */
function without(shell: string): string | false {
  return spawnSync(shell, ['-c', 'exit 0']).error !== undefined && `this machine has no ${shell}`;
}

/** What bash completes the last word of a line to. */
function bashCompletes(...words: readonly string[]): readonly string[] {
  const script = [
    'source "$1"; shift',
    'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _crisis_tui',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is bash's.
    'for word in "${COMPREPLY[@]}"; do echo "$word"; done',
  ].join('\n');
  const args = ['--norc', '-c', script, 'bash', scripts.bash, 'crisis-tui', ...words];
  const { status, stdout, stderr } = spawnSync('bash', args, { cwd: join(folder, 'here'), encoding: 'utf8' });
  // Outside of a line that is edited there are no options of it to set.
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return stdout.split('\n').filter(Boolean);
}

test('every flag that is read is told of, and no other', () => {
  const told = FLAG_WORDS.map(({ flag }) => flag.replace(/^--(?:no-)?/, ''));
  const read = Object.keys(FLAGS).map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  assert.deepEqual([...new Set(told)].sort(), read.sort());
});

test('a shell that is not known is told of', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, 'completion', 'tcsh'], {
    encoding: 'utf8',
  });
  assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
  assert.match(stderr, /completion wants a shell: bash, zsh, fish; not tcsh/);
});

for (const shell of SHELL_NAMES)
  test(`what is printed for ${shell} is in its language`, { skip: without(shell) }, () => {
    const { status, stdout } = spawnSync(process.execPath, [LAUNCHER, 'completion', shell], { encoding: 'utf8' });
    assert.equal(status, 0);
    assert.equal(stdout, completionFor(shell));
    const { status: read, stderr } = spawnSync(shell, ['-n', scripts[shell]], { encoding: 'utf8' });
    assert.deepEqual({ read, stderr }, { read: 0, stderr: '' });
  });

test('bash completes commands, flags, their values and files', { skip: without('bash') }, () => {
  assert.deepEqual(bashCompletes('e'), ['entities', 'events']);
  assert.deepEqual(
    bashCompletes('').slice(0, COMMANDS.length),
    COMMANDS.map(({ name }) => name),
  );
  assert.deepEqual(
    bashCompletes('quotes', '--format', ''),
    KNOWN_FORMATS.map(({ name }) => name),
  );
  assert.deepEqual(bashCompletes('quotes', '--format', '=', 'js'), ['json', 'jsonl']);
  assert.deepEqual(bashCompletes('quotes', '--o'), ['--output']);
  assert.deepEqual(bashCompletes('quotes', '-o', 'q'), ['quotes.html']);
  assert.deepEqual(bashCompletes('quotes', 't'), ['two words']);
  assert.deepEqual(bashCompletes('quotes', '--story', ''), []);
  assert.deepEqual(bashCompletes('completion', ''), SHELL_NAMES);
});

test('at the prompt of bash, Tab completes', { skip: without('bash') }, async () => {
  const env = { PS1: 'ready$ ', TERM: 'xterm' };
  await using terminal = new Terminal('bash', ['--norc', '--noprofile', '-i'], { cwd: join(folder, 'here'), env });
  await terminal.waitFor('ready$');
  terminal.type(`source ${scripts.bash}; bind 'set show-all-if-ambiguous on'; echo sou''rced\r`);
  await terminal.waitFor(/^sourced$/m);
  terminal.type('crisis-tui utt\t--format js\t');
  await terminal.waitFor(/crisis-tui utterances --format json/);
  await terminal.waitFor(/^json +jsonl\b/m);
});

test('fish completes commands, flags and their values', { skip: without('fish') }, () => {
  const completes = (line: string) => {
    const command = `source ${scripts.fish}; complete --do-complete '${line}'`;
    const { stdout } = spawnSync('fish', ['--no-config', '-c', command], {
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    });
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((row) => row.split('\t')[0]);
  };
  assert.deepEqual(completes('crisis-tui utt'), ['utterances']);
  assert.deepEqual(completes('crisis-tui quotes --format js'), ['json', 'jsonl']);
  assert.deepEqual(completes('crisis-tui quotes --mentio'), ['--mentions']);
});
