import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
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

test('words are gone over as in readline, by whatever stands between them', () => {
  assert.equal(after(typed('red, “lines” 😀'), 'wordLeft').cursor, 6);
  assert.equal(after(typed('red, “lines”'), 'wordLeft', 'wordLeft').cursor, 0);
  assert.equal(after(typed('red, lines'), 'cursorStart', 'wordRight', 'wordRight').cursor, 10);
  assert.deepEqual(after(typed('red, lines'), 'cursorStart', 'deleteNextWord'), { text: ', lines', cursor: 0 });
  assert.equal(after(typed('über Zürich e\u0301te\u0301'), 'wordLeft').cursor, 12);
});

const EDITS = [
  ...(['backspace', 'delete', 'deleteWord', 'deleteNextWord', 'deleteToStart', 'deleteToEnd'] as const),
  ...(['cursorLeft', 'cursorRight', 'wordLeft', 'wordRight', 'cursorStart', 'cursorEnd'] as const),
];
const PIECES = [
  'a',
  ' ',
  'é',
  'e\u0301',
  '\u0301',
  '👩',
  '\u200d',
  '👧',
  '🇩',
  '🇪',
  '漢',
  '"',
  ':',
  'ـ',
  '\u001b[2J',
  '\r\n',
];

test('whatever is typed and edited, the cursor stands between two characters and no control character is in the text', () => {
  const step = fc.oneof(
    fc.constantFrom(...EDITS),
    fc.constantFrom(...PIECES).map((text) => ({ text })),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let prompt = EMPTY_PROMPT;
      for (const what of steps) {
        prompt = typeof what === 'string' ? after(prompt, what) : insert(prompt, what.text);
        const edges = [...new Intl.Segmenter().segment(prompt.text)].map(({ index }) => index);
        assert.ok([...edges, prompt.text.length].includes(prompt.cursor), JSON.stringify(prompt));
        assert.doesNotMatch(prompt.text, /[\u0000-\u001f\u007f-\u009f]/);
      }
    }),
    { seed: 8 },
  );
});
