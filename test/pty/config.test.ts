// A file of settings, as a user writes one and sees what comes of it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { SEEDS } from '../corpora.ts';
import { openExplorer } from './explorer.ts';
import { LAUNCHER } from './terminal.ts';

function home({ own, theirs }: { own?: object; theirs?: object }) {
  const path = mkdtempSync(join(tmpdir(), 'crisis-tui-config-'));
  const corpus = join(path, 'articles');
  mkdirSync(corpus);
  for (const name of readdirSync(SEEDS).filter((it) => it.endsWith('.txt')))
    copyFileSync(join(SEEDS, name), join(corpus, name));
  mkdirSync(join(path, 'crisis-tui'));
  if (own) writeFileSync(join(path, 'crisis-tui/config.json'), JSON.stringify(own));
  if (theirs) writeFileSync(join(corpus, 'crisis-tui.config.json'), JSON.stringify(theirs));
  const env = { XDG_CONFIG_HOME: path };
  return {
    path,
    corpus,
    env,
    run: (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...args], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] ?? '', HOME: path, ...env },
      });
      return { status, stdout, stderr };
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

test('keys, order and theme are as the file says, in the help and at the foot, too', async () => {
  using here = home({
    own: { theme: 'plain', keys: { export: ['W'], 'panes.copy': 'Ctrl-Y' }, sort: { entities: 'by name' } },
  });
  await using terminal = await openExplorer({ env: here.env, cols: 220 });
  await terminal.waitFor(/2 Entities · by name/);
  assert.match(terminal.screen().at(-2) ?? '', /Ctrl-Y copy .* W export/);
  assert.deepEqual(
    terminal.runs(({ fg }) => fg !== undefined && fg !== null && fg !== 'default').filter((run) => run.trim() !== ''),
    [],
    'the plain theme has no colours',
  );
  terminal.type('eW');
  await terminal.waitFor('Export to: sources.csv');
});

test('a folder’s file leaves articles out and is no article itself; its settings go over the user’s', () => {
  using here = home({ own: { theme: 'plain' }, theirs: { theme: 'bright', exclude: ['003*'] } });
  const { stdout, stderr } = here.run('articles', here.corpus);
  assert.deepEqual([stdout.trimEnd().split('\n').length, stderr], [4, '']);
  const rows = JSON.parse(here.run('config', here.corpus, '--format', 'json').stdout);
  const of = (name: string) => rows.find(({ setting }: { setting: string }) => setting === name);
  assert.deepEqual(of('theme'), {
    setting: 'theme',
    value: 'bright',
    from: join(here.corpus, 'crisis-tui.config.json'),
  });
  assert.deepEqual(of('exclude').value, '003*');
  assert.deepEqual(of('keys.panes.copy'), { setting: 'keys.panes.copy', value: 'y', from: 'built in' });
  const all = here.run('articles', '--no-config', here.corpus);
  assert.equal(all.stdout.trimEnd().split('\n').length, 5);
});

test('a mistake is told with file, path and expectation, and nothing is opened: exit code 2', () => {
  using here = home({
    own: { theme: 'ansy', keys: { cpoy: ['w'], export: 'o' } },
    theirs: { sort: {}, theme: '\u001b[31m' },
  });
  const { status, stdout, stderr } = here.run('articles', here.corpus);
  const own = join(here.path, 'crisis-tui/config.json');
  assert.deepEqual([status, stdout], [2, '']);
  assert.ok(stderr.includes(`${own}: theme: there is no theme “ansy”`), stderr);
  assert.match(stderr, /did you mean ansi\?/);
  assert.match(stderr, /keys\.cpoy: no command is called “cpoy”.*did you mean copy\?/);
  assert.match(stderr, /keys\.export: “o” is open there already/);
  assert.match(stderr, /crisis-tui\.config\.json: sort: is no setting; beside articles there may be/);
  assert.doesNotMatch(stderr, /\u001b/);
});

test('config prints every setting as a table, and needs no articles', () => {
  using here = home({});
  const { status, stdout } = here.run('config', '--format', 'table');
  assert.equal(status, 0);
  assert.match(stdout, /theme +ansi +built in/);
  assert.match(stdout, /keys\.prompt\.complete +Tab +built in/);
  assert.match(here.run('config', '--format', 'csv').stderr, /config is printed as table or json; not as csv/);
});
