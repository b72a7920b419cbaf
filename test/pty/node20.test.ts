// The built program runs on Node 20 too, though it is developed on a newer one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { box } from './box.ts';
import { openExplorer } from './explorer.ts';

/** A Node 20 of this machine: CRISIS_TUI_NODE20, or the first on the path. */
function node20(): string | undefined {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  return [process.env['CRISIS_TUI_NODE20'], ...places].find(
    (file) => file && existsSync(file) && /^v20\./.test(execFileSync(file, ['--version'], { encoding: 'utf8' })),
  );
}
const node = node20();

test('runs on Node 20: searches, compares, quits', { skip: !node && 'this machine has no Node 20' }, async () => {
  await using terminal = await openExplorer({ node: node ?? '' });
  terminal.type('/zelenksy');
  await terminal.waitFor('❯ zelenksy');
  assert.match(box(terminal, '1 Sources').rows.join('\n'), /Zelensk/);
  terminal.type('\r');
  await terminal.waitFor(/^\/ search/m);
  terminal.type('c');
  await terminal.waitFor('story 1');
  terminal.type('q');
  assert.deepEqual(await terminal.exit, { code: 0, signal: 0 });
  assert.deepEqual(terminal.modesLeft, []);
});
