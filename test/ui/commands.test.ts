import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BINDINGS, type Context, commandFor, keyName } from '../../src/ui/commands.ts';
import { hintLine, hintsFor } from '../../src/ui/present/hints.ts';

test('no key means two things in one place', () => {
  const seen = new Set<string>();
  for (const { keys, where } of BINDINGS) {
    for (const place of where) {
      for (const key of keys) {
        assert.ok(!seen.has(`${place} ${key}`), `${key} is bound twice in ${place}`);
        seen.add(`${place} ${key}`);
      }
    }
  }
});

test('a letter is typed in the prompt and commands in the panes', () => {
  assert.equal(commandFor('prompt', 'q'), undefined);
  assert.equal(commandFor('panes', 'q'), 'quit');
});

test('Ctrl-C and Esc work everywhere', () => {
  for (const context of ['panes', 'prompt', 'compare', 'help'] satisfies Context[]) {
    assert.equal(commandFor(context, 'ctrl-c'), 'interrupt');
    assert.equal(commandFor(context, 'escape'), 'back');
  }
});

test('the foot names the keys that the table hints at', () => {
  const foot = hintLine(hintsFor('panes', 200))
    .map(({ text }) => text)
    .join('');
  assert.match(foot, /\/ search .*c compare.*\? help {2}q quit/);
});

test('on a narrow screen the foot still says how to get help and how to leave', () => {
  const foot = hintLine(hintsFor('panes', 40))
    .map(({ text }) => text)
    .join('');
  assert.ok(foot.length <= 40);
  assert.match(foot, /\? help {2}q quit$/);
});

test('keys have names that a person reads', () => {
  assert.deepEqual(['escape', ' ', 'ctrl-d', 'G', 'down'].map(keyName), ['Esc', 'Space', 'Ctrl-D', 'G', '↓']);
});
