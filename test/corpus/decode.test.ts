import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../../src/corpus/decode.ts';
import { Unreadable } from '../../src/corpus/unreadable.ts';

const bytes = (...parts: (number | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.of(part))));

test('UTF-8, with and without its mark', () => {
  assert.deepEqual(decode(bytes('“Kyïv” 😀')), { text: '“Kyïv” 😀', encoding: 'utf-8', broken: 0 });
  assert.equal(decode(bytes(0xef, 0xbb, 0xbf, 'a')).text, 'a');
});

test('UTF-16 by its mark, both ways round', () => {
  assert.equal(decode(Buffer.from('\ufeffé—', 'utf16le')).text, 'é—');
  assert.equal(decode(Buffer.from('\ufeffé—', 'utf16le').swap16()).text, 'é—');
});

test('what is not UTF-8 is read as Windows-1252', () => {
  assert.deepEqual(decode(bytes(0x93, 'caf', 0xe9, 0x94)), { text: '“café”', encoding: 'windows-1252', broken: 0 });
});

test('a file with zero bytes is not text', () => {
  assert.throws(() => decode(bytes(0x7f, 'ELF', 0, 1)), Unreadable);
});

test('what a page or an XML file declares is obeyed, in the names that browsers know', () => {
  const page = bytes(
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
    0xca,
    0xe8,
    0xbf,
    0xe2,
  );
  assert.deepEqual([decode(page).encoding, decode(page).text.slice(-4)], ['windows-1251', 'Київ']);
  const feed = bytes('<?xml version="1.0" encoding="ISO-8859-1"?><rss>', 0xe9);
  assert.deepEqual([decode(feed).encoding, decode(feed).text.slice(-1)], ['windows-1252', 'é']);
});

test('a broken byte in what is UTF-8 is replaced and counted', () => {
  const { text, encoding, broken } = decode(bytes('“Kyïv” '.repeat(40), 0xff, ' and on'));
  assert.deepEqual([text.slice(-8), encoding, broken], ['\ufffd and on', 'utf-8', 1]);
});
