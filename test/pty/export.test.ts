import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { SEEDS } from '../corpora.ts';
import { explorerIsOpen, openExplorer } from './explorer.ts';
import { ctrl, KEY } from './keys.ts';
import { LAUNCHER, Terminal, whenReady } from './terminal.ts';

function folder() {
  const path = mkdtempSync(join(tmpdir(), 'crisis-tui-export-'));
  return {
    path,
    read: (name: string) => readFileSync(join(path, name), 'utf8'),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

test('e writes the quotes that are listed into the file that it proposes', async () => {
  using here = folder();
  await using terminal = await openExplorer({ cwd: here.path });
  terminal.type('/gravely\r3e');
  await terminal.waitFor('Export to: quotes-gravely.md');
  terminal.type('\r');
  await terminal.waitFor(`Written: ${here.path}/quotes-gravely.md`);
  const written = here.read('quotes-gravely.md');
  assert.match(written, /^# Quotes\n/);
  assert.match(written, /> We continue to be gravely concerned/);
  assert.match(written, /\[\^1\]: The New York Times \(inferred, confidence high\), .*, line 42, characters/);
  assert.equal(written.match(/^>\n> —/gm)?.length, 1, 'only what the search shows');
});

test('the format is that of the ending, and the order that of the screen', async () => {
  using here = folder();
  await using terminal = await openExplorer({ cwd: here.path });
  terminal.type('2sG\re');
  await terminal.waitFor('Export to: entities.csv');
  terminal.type(`${ctrl('u')}names.json\r`);
  await terminal.waitFor('Written: ');
  const names: string[] = JSON.parse(here.read('names.json')).map(({ name }: { name: string }) => name);
  assert.ok(names.length > 20);
  assert.deepEqual(names, [...names].sort(new Intl.Collator('en', { sensitivity: 'base', numeric: true }).compare));
});

test('a file that is there is replaced only after a yes', async () => {
  using here = folder();
  writeFileSync(join(here.path, 'sources.csv'), 'mine');
  await using terminal = await openExplorer({ cwd: here.path });
  terminal.type('e\r');
  await terminal.waitFor('There already: sources.csv. Replace it?  y yes  n no');
  terminal.type('n');
  await terminal.waitFor('Export to: sources.csv');
  assert.equal(here.read('sources.csv'), 'mine');
  terminal.type('\r');
  await terminal.waitFor('Replace it?');
  terminal.type('y');
  await terminal.waitFor('Written: ');
  assert.match(here.read('sources.csv'), /^\ufeffpath,headline,/);
});

test('what is wrong with a name is told beside it, and nothing is left behind', async (t) => {
  using here = folder();
  await using terminal = await openExplorer({ cwd: here.path, cols: 160 });
  terminal.type(`e${ctrl('u')}missing/x.csv\r`);
  await terminal.waitFor('Export to: missing/x.csv   its folder is not there');
  terminal.type(`${ctrl('u')}x.exe\r`);
  await terminal.waitFor('the name must end in .txt, .json, .jsonl, .csv, .md, .html, .csl.json, .bib');
  terminal.type(`${ctrl('u')}\r`);
  await terminal.waitFor('type a name first');
  terminal.type(KEY.escape);
  await terminal.waitFor(/q quit/);
  assert.deepEqual(readdirSync(here.path), []);
  if (process.getuid?.() === 0) return t.skip('root may write everywhere');
  chmodSync(here.path, 0o500);
  terminal.type('e\r');
  await terminal.waitFor('it may not be written');
  assert.deepEqual(readdirSync(here.path), []);
});

test('a disk that takes no more is told of beside the name, and nothing half-written is left', async () => {
  using here = folder();
  // Files may not grow beyond 8 KB: the export breaks off in its midst, as on a full disk.
  const script = `ulimit -f 8; exec '${process.execPath}' '${LAUNCHER}'`;
  await using terminal = await whenReady(new Terminal('bash', ['-c', script], { cwd: here.path, cols: 160 }), (it) =>
    it.waitFor(explorerIsOpen),
  );
  terminal.type(`e${ctrl('u')}all.jsonl\r`);
  await terminal.waitFor('Export to: all.jsonl   the file is larger than is allowed');
  assert.deepEqual(readdirSync(here.path), []);
});

test('an article is written with its marks, and what was left out is said to be', async () => {
  using here = folder();
  await using terminal = await openExplorer({ cwd: here.path });
  terminal.type('re');
  await terminal.waitFor('Export to: 000_66bebe8ea728d4ec.md');
  terminal.type('\r');
  await terminal.waitFor('Written: ');
  const written = here.read('000_66bebe8ea728d4ec.md');
  assert.match(written, /\*\*Putin\*\*/);
  assert.match(written, /\\\[left out: /);
  terminal.type(`e${ctrl('u')}a.html\r`);
  await terminal.waitFor(/Written: .*a\.html/);
  assert.match(here.read('a.html'), /<span class="name">/);
  terminal.type(`e${ctrl('u')}a.bib\r`);
  await terminal.waitFor(/Written: .*a\.bib/);
  assert.equal(here.read('a.bib').match(/^@/gm)?.length, 1);
});

test('a comparison is written as it is shown', async () => {
  using here = folder();
  await using terminal = await openExplorer({ cwd: here.path, args: [SEEDS] });
  terminal.type('cve');
  await terminal.waitFor('Export to: story-1.html');
  terminal.type(`${ctrl('u')}c.jsonl\r`);
  await terminal.waitFor('Written: ');
  const rows = here
    .read('c.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.ok(rows.length > 2);
  assert.deepEqual([...new Set(rows.map(({ agreement }) => agreement))], ['different']);
});
