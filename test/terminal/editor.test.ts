import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clipboardSequence } from '../../src/terminal/clipboard.ts';
import { editorCommand, runOnTerminal } from '../../src/terminal/editor.ts';

test('the user’s own program goes first, with its flags, at the line', () => {
  assert.deepEqual(editorCommand('a.txt', 7, { VISUAL: 'nvim -R', EDITOR: 'nano' }), ['nvim', '-R', '+7', 'a.txt']);
  assert.deepEqual(editorCommand('a.txt', 7, { EDITOR: '/usr/bin/code' }), [
    '/usr/bin/code',
    '--wait',
    '--goto',
    'a.txt:7',
  ]);
  assert.deepEqual(editorCommand('a.txt', 7, { PAGER: 'unknown' }), ['unknown', 'a.txt']);
  assert.deepEqual(editorCommand('a.txt', 7, {}), ['less', '+7', 'a.txt']);
});

test('a file name is never read by a shell', async () => {
  const command = editorCommand('x"; touch /tmp/owned; "', 1, { EDITOR: 'true' });
  assert.deepEqual(command, ['true', 'x"; touch /tmp/owned; "']);
  assert.equal(await runOnTerminal(['true']), undefined);
});

test('a program that is not there is told of', async () => {
  assert.match((await runOnTerminal(['no-such-editor-here'])) ?? '', /there is no no-such-editor-here/);
});

test('what is copied cannot act: it goes as base64', () => {
  assert.equal(
    clipboardSequence('“a”\u0007\u001b[2J'),
    `\u001b]52;c;${Buffer.from('“a”\u0007\u001b[2J').toString('base64')}\u0007`,
  );
});
