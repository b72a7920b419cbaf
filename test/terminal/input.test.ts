import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { terminalInput } from '../../src/terminal/input.ts';
import type { Input } from '../../src/terminal/keys.ts';

class Keyboard extends EventEmitter {
  raw = false;
  flowing = false;
  setRawMode(raw: boolean) {
    this.raw = raw;
  }
  resume() {
    this.flowing = true;
  }
  pause() {
    this.flowing = false;
  }
}

function open() {
  const keyboard = new Keyboard();
  let written = '';
  const input = terminalInput(keyboard, { write: (text: string) => (written += text) });
  const heard: string[] = [];
  const listener = (inputs: readonly Input[]) =>
    heard.push(...inputs.map((it) => (it.type === 'key' ? it.key : it.type)));
  const press = (data: string | Uint8Array) => keyboard.emit('data', data);
  return { keyboard, input, heard, listener, press, written: () => written };
}

test('what comes between two listeners is for the next', () => {
  const { input, heard, listener, press } = open();
  input.take();
  const leave = input.listen(listener);
  press('a');
  leave();
  press('bc');
  assert.deepEqual(heard, ['a']);
  input.listen(listener);
  press('d');
  assert.deepEqual(heard, ['a', 'b', 'c', 'd']);
});

test('a terminal that was taken is given back as it was, with pastes and the mouse', () => {
  const { keyboard, input, written } = open();
  input.mouse(true);
  assert.equal(written(), '', 'nothing is written before it is taken');
  input.take();
  assert.deepEqual([keyboard.raw, keyboard.flowing], [true, true]);
  input.give();
  input.give();
  assert.deepEqual([keyboard.raw, keyboard.flowing, keyboard.listenerCount('data')], [false, false, 0]);
  assert.equal(written(), '\x1b[?2004h\x1b[?1000;1006h\x1b[?1000;1006l\x1b[?2004l');
});

test('the mouse is switched when it is asked for, once', () => {
  const { input, written } = open();
  input.take();
  const before = written().length;
  input.mouse(true);
  input.mouse(true);
  input.mouse(false);
  assert.equal(written().slice(before), '\x1b[?1000;1006h\x1b[?1000;1006l');
});

test('a character whose bytes come apart is one key', () => {
  const { input, heard, listener, press } = open();
  input.take();
  input.listen(listener);
  const bytes = Buffer.from('é🌍');
  for (const byte of bytes) press(Buffer.from([byte]));
  assert.deepEqual(heard, ['é', '🌍']);
});

test('the Escape key is one when nothing follows', async () => {
  const { input, heard, listener, press } = open();
  input.take();
  const escaped = new Promise<void>((resolve) => {
    input.listen((inputs) => {
      listener(inputs);
      resolve();
    });
  });
  press('\x1b');
  assert.deepEqual(heard, []);
  await escaped;
  assert.deepEqual(heard, ['escape']);
});
