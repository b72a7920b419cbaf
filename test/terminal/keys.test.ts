import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Key as InkKey } from 'ink';
import { isPrintable, keysOf, plainKeys } from '../../src/terminal/keys.ts';

const none = {} as InkKey;

test('keys that arrive together are taken apart, in order', () => {
  assert.deepEqual(keysOf('jjk', none), ['j', 'j', 'k']);
  assert.deepEqual(keysOf('a\rq', none), ['a', 'enter', 'q']);
  assert.deepEqual(keysOf('x\u0015y\u007f\t', none), ['x', 'ctrl-u', 'y', 'backspace', 'tab']);
});

test('a character is what a person counts as one', () => {
  assert.deepEqual(keysOf('e\u0301👩‍👩‍👧', none), ['e\u0301', '👩‍👩‍👧']);
});

test('named keys and control letters come by their names', () => {
  assert.deepEqual(keysOf('', { ...none, upArrow: true }), ['up']);
  assert.deepEqual(keysOf('', { ...none, tab: true, shift: true }), ['shift-tab']);
  assert.deepEqual(keysOf('u', { ...none, ctrl: true }), ['ctrl-u']);
});

test('Escape with a key right behind it is Alt with that key, and where that means nothing the two of them', () => {
  assert.deepEqual(keysOf('j', { ...none, meta: true }), ['alt-j']);
  assert.deepEqual(plainKeys('alt-j'), ['escape', 'j']);
  assert.deepEqual(keysOf('jk', { ...none, meta: true }), ['escape', 'j', 'k']);
  assert.deepEqual(plainKeys('j'), []);
});

test('an arrow with Ctrl or Alt is a key of its own, and where that means nothing the arrow', () => {
  assert.deepEqual(keysOf('', { ...none, leftArrow: true, ctrl: true }), ['ctrl-left']);
  assert.deepEqual(keysOf('', { ...none, rightArrow: true, meta: true }), ['ctrl-right']);
  assert.deepEqual(plainKeys('ctrl-left'), ['left']);
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
