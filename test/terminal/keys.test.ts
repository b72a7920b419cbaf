import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Input, InputSplitter, isPrintable, plainKeys } from '../../src/terminal/keys.ts';

/** What arrives in these pieces, and what waits in the end taken for whole. */
function read(...chunks: string[]): readonly Input[] {
  const splitter = new InputSplitter();
  return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.flush()];
}
const keys = (...chunks: string[]) =>
  read(...chunks).map((it) => (it.type === 'key' ? it.key : it.type === 'paste' ? `paste ${it.text}` : it.mouse.did));
const mice = (...chunks: string[]) => read(...chunks).map((it) => (it.type === 'mouse' ? it.mouse : it));

test('keys that arrive together are taken apart, in order', () => {
  assert.deepEqual(keys('jjk'), ['j', 'j', 'k']);
  assert.deepEqual(keys('a\rq'), ['a', 'enter', 'q']);
  assert.deepEqual(keys('x\u0015y\u007f\t'), ['x', 'ctrl-u', 'y', 'backspace', 'tab']);
});

test('a character is what a person counts as one', () => {
  assert.deepEqual(keys('e\u0301👩‍👩‍👧'), ['e\u0301', '👩‍👩‍👧']);
});

test('named keys come by their names, whichever way a terminal sends them', () => {
  assert.deepEqual(keys('\x1b[A\x1bOB\x1b[1;2C\x1b[Z\x1b[5~\x1b[3;2~\x1bOM'), [
    'up',
    'down',
    'right',
    'shift-tab',
    'pageup',
    'delete',
    'enter',
  ]);
});

test('an arrow with Ctrl or Alt is a key of its own, and where that means nothing the arrow', () => {
  assert.deepEqual(keys('\x1b[1;5D\x1b[1;3C'), ['ctrl-left', 'ctrl-right']);
  assert.deepEqual(plainKeys('ctrl-left'), ['left']);
});

test('a sequence in pieces is one key; one that waits too long was the Escape key', () => {
  assert.deepEqual(keys('\x1b', '[', 'A'), ['up']);
  assert.deepEqual(keys('\x1b[', '5', '~j'), ['pageup', 'j']);
  const splitter = new InputSplitter();
  assert.deepEqual(splitter.push('\x1b'), []);
  assert.equal(splitter.waits, 'soon');
  assert.deepEqual(splitter.flush(), [{ type: 'key', key: 'escape' }]);
  assert.equal(splitter.waits, 'no');
});

test('the rest of a sequence that comes too late is no letters', () => {
  const splitter = new InputSplitter();
  splitter.push('\x1b');
  splitter.flush();
  assert.deepEqual(splitter.push('[<64;3;4M'), [
    { type: 'mouse', mouse: { did: 'wheelUp', button: 0, column: 2, row: 3 } },
  ]);
});

test('Escape with a letter right behind it is Alt with that letter, and where that means nothing the two of them', () => {
  assert.deepEqual(keys('\x1bjk'), ['alt-j', 'k']);
  assert.deepEqual(keys('\x1b', 'j'), ['alt-j']);
  assert.deepEqual(plainKeys('alt-j'), ['escape', 'j']);
  assert.deepEqual(plainKeys('j'), []);
});

test('Escape with another key right behind it is Escape and that key, also another Escape or a paste', () => {
  assert.deepEqual(keys('\x1b?'), ['escape', '?']);
  assert.deepEqual(keys('\x1b\x1b[A'), ['escape', 'up']);
  assert.deepEqual(keys('\x1b\x1b'), ['escape', 'escape']);
  assert.deepEqual(keys('\x1b\x1b[200~q\x1b[201~'), ['escape', 'paste q']);
});

test('a paste is one thing, in however many pieces it comes and whatever is in it', () => {
  assert.deepEqual(keys('a\x1b[20', '0~q\r\x1b[A', ' x\x1b[2', '01~b'), ['a', 'paste q\r\x1b[A x', 'b']);
});

test('clicks and the wheel come with their cell, counted from 0', () => {
  assert.deepEqual(mice('\x1b[<0;12;5M\x1b[<0;12;5m'), [
    { did: 'press', button: 0, column: 11, row: 4 },
    { did: 'release', button: 0, column: 11, row: 4 },
  ]);
  assert.deepEqual(mice('\x1b[<64;1;1M\x1b[<65;300;200M\x1b[<16;2;3M'), [
    { did: 'wheelUp', button: 0, column: 0, row: 0 },
    { did: 'wheelDown', button: 0, column: 299, row: 199 },
    { did: 'press', button: 0, column: 1, row: 2 },
  ]);
});

test('reports of the mouse that are torn, malformed, old or of its moving do nothing and leave no letters', () => {
  for (const report of [
    '\x1b[<0;12',
    '\x1b[<0;12;M',
    '\x1b[<0;0;5M',
    '\x1b[<;;M',
    '\x1b[<0;12;5;7M',
    '\x1b[<35;4;4M',
    '\x1b[<0;999999;5M',
    '\x1b[M !!',
    '\x1b[<0;12;5q',
  ])
    assert.deepEqual(keys(report), [], JSON.stringify(report));
  assert.deepEqual(keys('\x1b[<0;1\x1b[Bj'), ['down', 'j'], 'what comes behind is read');
  assert.deepEqual(keys('\x1b[<0;12;5Mjx'), ['press', 'j', 'x']);
});

test('what terminals report by themselves is no letters', () => {
  assert.deepEqual(keys('\x1b[I\x1b[O\x1b[?1;2c\x1b[12;40R\x1b[[A\x1b[3$\x1b[27;5;9~j'), ['j']);
});

test('the pieces that input comes in change nothing', () => {
  const piece = fc.constantFrom('\x1b', '[', '<', '0;3', ';5', 'M', 'm', '200~', '201~', 'A', 'q', '\r', 'é', 'O', '~');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.array(fc.nat(60), { maxLength: 6 }), (pieces, cuts) => {
      const whole = pieces.join('');
      const at = [0, ...cuts.filter((cut) => cut < whole.length).sort((a, b) => a - b), whole.length];
      const chunks = at.slice(1).map((end, i) => whole.slice(at[i], end));
      assert.deepEqual(read(...chunks), read(whole));
    }),
    { seed: 8, numRuns: 500 },
  );
});

test('only characters are typed into a text', () => {
  assert.deepEqual(['a', ' ', 'é', 'enter', 'ctrl-u', 'up', 'alt-b'].map(isPrintable), [
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('a paste that comes in many pieces is one, wherever its marks are torn', () => {
  const whole = `a\u001b[200~${'word \u001b[201'.repeat(50)}\u001b[201~b`;
  const expected = new InputSplitter().push(whole);
  for (const size of [1, 2, 3, 5, 7, 11]) {
    const splitter = new InputSplitter();
    const inputs = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) =>
      splitter.push(whole.slice(i * size, i * size + size)),
    ).flat();
    assert.deepEqual(inputs, expected, `${size} at a time`);
    assert.equal(splitter.waits, 'no');
  }
});
