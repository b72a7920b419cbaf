import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../../src/corpus/decode.ts';
import { Unreadable } from '../../src/corpus/unreadable.ts';

const bytes = (...parts: (number | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.of(part))));

test('UTF-8, with and without its mark', () => {
  assert.deepEqual(decode(bytes('“Kyïv” 😀')), { text: '“Kyïv” 😀', encoding: 'utf-8' });
  assert.equal(decode(bytes(0xef, 0xbb, 0xbf, 'a')).text, 'a');
});

test('UTF-16 by its mark, both ways round', () => {
  assert.equal(decode(Buffer.from('\ufeffé—', 'utf16le')).text, 'é—');
  assert.equal(decode(Buffer.from('\ufeffé—', 'utf16le').swap16()).text, 'é—');
});

test('what is not UTF-8 is read as Windows-1252', () => {
  assert.deepEqual(decode(bytes(0x93, 'caf', 0xe9, 0x94)), { text: '“café”', encoding: 'windows-1252' });
});

test('a file with zero bytes is not text', () => {
  assert.throws(() => decode(bytes(0x7f, 'ELF', 0, 1)), Unreadable);
});
