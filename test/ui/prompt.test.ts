import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../../src/ui/commands.ts';
import { EMPTY_PROMPT, edit, insert, type Prompt } from '../../src/ui/prompt.ts';

const after = (prompt: Prompt, ...commands: Command[]) =>
  commands.reduce((p, command) => edit(p, command) ?? p, prompt);
const typed = (text: string) => insert(EMPTY_PROMPT, text);

test('typing goes in at the cursor', () => {
  assert.deepEqual(insert(after(typed('ptin'), 'cursorLeft', 'cursorLeft', 'cursorLeft'), 'u'), {
    text: 'putin',
    cursor: 2,
  });
});

test('deleting takes whole characters: emoji, combining marks', () => {
  assert.deepEqual(after(typed('a👩‍👩‍👧'), 'backspace'), { text: 'a', cursor: 1 });
  assert.deepEqual(after(typed('e\u0301x'), 'cursorStart', 'delete'), { text: 'x', cursor: 0 });
});

test('words and lines go as in readline', () => {
  assert.deepEqual(after(typed('red lines '), 'deleteWord'), { text: 'red ', cursor: 4 });
  assert.deepEqual(after(typed('red lines'), 'deleteToStart'), { text: '', cursor: 0 });
  assert.deepEqual(after(typed('red lines'), 'cursorStart', 'deleteToEnd'), { text: '', cursor: 0 });
});

test('at the edges nothing happens', () => {
  assert.deepEqual(after(EMPTY_PROMPT, 'backspace', 'delete', 'cursorLeft', 'cursorRight', 'deleteWord'), EMPTY_PROMPT);
});

test('a pasted line break is a space, and no control character gets in', () => {
  assert.equal(insert(EMPTY_PROMPT, 'a\r\nb\u001b[31m').text, 'a b [31m');
});

test('a command that edits nothing is not the prompt’s', () => {
  assert.equal(edit(EMPTY_PROMPT, 'compare'), undefined);
});
