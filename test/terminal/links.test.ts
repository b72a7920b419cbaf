import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileAddress, linked, showsLinks } from '../../src/terminal/links.ts';

test('links are written only where they are known to be shown, or where the user asks for them', () => {
  assert.ok(!showsLinks({ TERM: 'xterm-256color' }));
  assert.ok(showsLinks({ TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm' }));
  assert.ok(showsLinks({ TERM: 'xterm-256color', VTE_VERSION: '7006' }));
  assert.ok(!showsLinks({ TERM: 'xterm-256color', VTE_VERSION: '4600' }));
  assert.ok(showsLinks({ TERM: 'xterm-kitty' }));
  assert.ok(!showsLinks({ TERM: 'tmux-256color', TERM_PROGRAM: 'WezTerm', TMUX: '/tmp/tmux' }));
  assert.ok(!showsLinks({ TERM: 'dumb', VTE_VERSION: '7006' }));
  assert.ok(showsLinks({ TERM: 'xterm', FORCE_HYPERLINK: '1' }));
  assert.ok(!showsLinks({ TERM: 'xterm-kitty', FORCE_HYPERLINK: '0' }));
});

test('whatever a file is called, its address is of plain characters and ends no sequence', () => {
  assert.match(fileAddress('/a b/ü\u0007\u001b]2;x.txt') ?? '', /^file:\/\/\/a%20b\/%C3%BC%07%1B(?:\]|%5D)2;x\.txt$/);
  assert.equal(fileAddress('-'), undefined);
  assert.equal(linked('x', 'file:///a\u0007b'), 'x');
  assert.equal(linked('x', 'file:///a'), '\u001b]8;;file:///a\u0007x\u001b]8;;\u0007');
});
