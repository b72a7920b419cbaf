import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readConfig } from '../../src/keep/config.ts';
import { configFiles } from '../../src/keep/config-files.ts';

/** A home and a folder of articles, each with the file of settings that is given. */
function places({ own, theirs }: { own?: string; theirs?: string }) {
  const path = mkdtempSync(join(tmpdir(), 'crisis-tui-config-'));
  const corpus = join(path, 'articles');
  mkdirSync(join(path, 'crisis-tui'));
  mkdirSync(corpus);
  if (own !== undefined) writeFileSync(join(path, 'crisis-tui/config.json'), own);
  if (theirs !== undefined) writeFileSync(join(corpus, 'crisis-tui.config.json'), theirs);
  return {
    corpus,
    files: () => configFiles([corpus, '-', join(corpus, 'nowhere')], { XDG_CONFIG_HOME: path }),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}
const mistakes = (own: string) => {
  using here = places({ own });
  const read = readConfig(here.files()[0]!);
  return 'mistakes' in read ? read.mistakes : [];
};

test('the user’s own settings come first, those of the folder go over them', () => {
  using here = places({ own: '{"theme":"plain"}', theirs: '{"exclude":["*.old"]}' });
  assert.deepEqual(
    here.files().map(({ whose }) => whose),
    ['user', 'corpus'],
  );
  assert.deepEqual(here.files().map(readConfig), [{ config: { theme: 'plain' } }, { config: { exclude: ['*.old'] } }]);
  using nothing = places({});
  assert.deepEqual(nothing.files(), []);
  assert.deepEqual(configFiles([], {}), []);
});

test('one key may be written without a list', () => {
  using here = places({ own: '\ufeff{"keys":{"copy":"Y","open":["o","O"]}}' });
  assert.deepEqual(readConfig(here.files()[0]!), { config: { keys: { copy: ['Y'], open: ['o', 'O'] } } });
});

test('what is wrong is told with its path and what is expected there', () => {
  assert.match(mistakes('{"theme": 3}')[0] ?? '', /^theme: .*Expected string but received 3/);
  assert.match(mistakes('{"keys": {"copy": [1]}}')[0] ?? '', /^keys\.copy.*: .*Expected string/);
  assert.match(mistakes('{"sizes": {"wide": {"columns": 1.5, "rows": 3}}}')[0] ?? '', /^sizes\.wide\.columns: /);
  assert.match(mistakes('{"colour": "red"}')[0] ?? '', /^colour: is no setting; there are theme, keys, exclude, sort/);
  assert.match(mistakes('{"theme": ')[0] ?? '', /is not to be read as JSON/);
  assert.match(mistakes('[]')[0] ?? '', /^the whole: /);
  assert.match(mistakes(`"${'x'.repeat(1 << 17)}"`)[0] ?? '', /is larger than 64 kB/);
});

test('a stranger’s file may set no more than the theme, the keys and what is left out', () => {
  for (const name of ['sort', 'sizes', 'editor', '__proto__']) {
    using here = places({ theirs: `{"${name}": {}}` });
    const read = readConfig(here.files()[0]!);
    assert.match(
      'mistakes' in read ? (read.mistakes[0] ?? '') : '',
      /is no setting; beside articles there may be theme, keys, exclude$/,
    );
  }
});

test('what is no file is not waited for', () => {
  using here = places({});
  mkdirSync(join(here.corpus, 'crisis-tui.config.json'));
  assert.deepEqual(readConfig(here.files()[0]!), { mistakes: ['is not a file'] });
});
