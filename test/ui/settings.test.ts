import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { BINDINGS, bind, bindings, commandFor, keyName, keyWritten } from '../../src/ui/commands.ts';
import { envOf } from '../../src/ui/env.ts';
import { layOutBy, layoutOf, SIZES } from '../../src/ui/layout.ts';
import { whyOff } from '../../src/ui/off.ts';
import { chapters, helpLines, hintLine, hintsFor } from '../../src/ui/present/hints.ts';
import { noQuotesFound } from '../../src/ui/present/listed.ts';
import { put, settingsOf, type Wishes } from '../../src/ui/settings.ts';
import { initialState } from '../../src/ui/state.ts';
import { dress, paint } from '../../src/ui/theme.ts';
import { tourLines } from '../../src/ui/tour.ts';
import { worldOf } from '../../src/ui/world.ts';
import { indexFrom } from '../corpora.ts';

const of = (...wishes: Wishes[]) => settingsOf(wishes.map((it, i) => ({ from: `file ${i + 1}`, wishes: it })));
const mistakesOf = (wishes: Wishes) => of(wishes).mistakes.map(({ path, says }) => `${path}: ${says}`);
const inForce = (wishes: Wishes) => {
  const { settings, mistakes } = of(wishes);
  assert.deepEqual(mistakes, []);
  put(settings);
};

afterEach(() => {
  bind(BINDINGS);
  dress('ansi');
  layOutBy(SIZES);
});

test('without wishes all is as built in', () => {
  const { settings, table } = of();
  put(settings);
  assert.deepEqual(bindings(), BINDINGS);
  assert.deepEqual([...new Set(table.map(({ from }) => from))], ['built in']);
});

test('every key that is shown can be written so', () => {
  for (const { keys } of BINDINGS) for (const key of keys) assert.equal(keyWritten(keyName(key)), key, key);
  assert.deepEqual(['ctrl-d', 'CTRL-D', 'pgdn', 'pagedown', 'space', 'Alt-f', 'é', '漢', 'G'].map(keyWritten), [
    ...['ctrl-d', 'ctrl-d', 'pagedown', 'pagedown', ' ', 'alt-f', 'é', '漢', 'G'],
  ]);
  for (const none of ['', '  ', 'jj', 'Hyper-x', 'Ctrl-', 'Ctrl-1', 'Ctrl-i', 'Ctrl-M', '\u001b', '\u0007', 'e\u200b'])
    assert.equal(keyWritten(none), undefined, JSON.stringify(none));
});

test('a command that is bound anew has its keys everywhere but in texts, in help and hints, too', () => {
  inForce({ keys: { copy: ['Ctrl-Y', 'Y'], 'compare.read': ['R'] } });
  for (const place of ['panes', 'compare', 'read'] as const) {
    assert.equal(commandFor(place, 'ctrl-y'), 'copy');
    assert.equal(commandFor(place, 'y'), undefined);
  }
  assert.equal(commandFor('panes', 'r'), 'read');
  assert.deepEqual([commandFor('compare', 'r'), commandFor('compare', 'R')], [undefined, 'read']);
  const text = (lines: readonly (readonly { text: string }[])[]) =>
    lines
      .flat()
      .map((it) => it.text)
      .join('');
  assert.match(text([hintLine(hintsFor('panes', 300))]), /Ctrl-Y copy/);
  assert.match(text(helpLines(200)), /Ctrl-Y Y +Copy this/);
});

test('on a narrow screen the foot names the keys of the view before those that hold in several', () => {
  const foot = (place: 'compare' | 'read') =>
    hintLine(hintsFor(place, 80))
      .map(({ text }) => text)
      .join('');
  assert.equal(foot('compare'), 'l columns  v show  w kind  ] story  Enter quote  Esc back  ? help  q quit');
  assert.equal(foot('read'), '/ find  n next  N previous  m mark  Enter mentions  Esc back  ? help  q quit');
});

test('sentences that name a key name it as it is bound', () => {
  const env = envOf(worldOf(indexFrom({ 'a.txt': 'Mr. Smith said that it rained.\n' }), 'one'));
  const state = initialState({ columns: 120, rows: 40 });
  const said = () => [
    tourLines(0).flat().at(-1)?.text,
    whyOff(env, state, 'back'),
    chapters().find(([context]) => context === 'bookmarks')?.[1],
    noQuotesFound(env.world, state),
  ];
  assert.deepEqual(said(), [
    'Press / and type zelenksy, misspelt as it is.',
    'Nothing to go back from; q quits',
    "Bookmarks (after ')",
    'Nothing in quotation marks; i shows what is said without.',
  ]);
  inForce({ keys: { search: ['Ctrl-S'], quit: ['Q'], bookmarks: [], indirect: ['I'] } });
  assert.deepEqual(said(), [
    'Press Ctrl-S and type zelenksy, misspelt as it is.',
    'Nothing to go back from; Q quits',
    'Bookmarks (after (no key))',
    'Nothing in quotation marks; I shows what is said without.',
  ]);
});

test('in a text only keys that are no letters can be bound, and only by its place', () => {
  inForce({ keys: { down: ['Ctrl-X'], 'prompt.down': ['Ctrl-X'] } });
  assert.equal(commandFor('prompt', 'ctrl-x'), 'down');
  assert.equal(commandFor('prompt', 'ctrl-n'), undefined);
  assert.equal(commandFor('ask', 'down'), 'down');
  assert.match(mistakesOf({ keys: { 'prompt.down': ['x'] } })[0] ?? '', /keys\.prompt\.down: “x” is a letter/);
  assert.match(mistakesOf({ keys: { deleteWord: ['x'] } })[0] ?? '', /a letter of the text/);
});

test('two commands cannot have one key in one place, but they can swap theirs', () => {
  assert.match(mistakesOf({ keys: { copy: ['o'] } })[0] ?? '', /^keys\.copy: “o” is open there already \(panes\)/);
  assert.match(mistakesOf({ keys: { copy: ['Esc'] } })[0] ?? '', /“Esc” is back there already/);
  inForce({ keys: { copy: ['o'], open: ['y'] } });
  assert.deepEqual([commandFor('read', 'o'), commandFor('read', 'y')], ['copy', 'open']);
});

test('a key can be taken away, but not the last way out', () => {
  inForce({ keys: { mark: [] } });
  assert.equal(commandFor('panes', ' '), undefined);
  assert.deepEqual(mistakesOf({ keys: { quit: [] } }), ['keys.quit: wants one key at least']);
  for (const keys of [{ interrupt: ['x'] }, { copy: ['Ctrl-C'] }])
    assert.match(mistakesOf({ keys })[0] ?? '', /Ctrl-C always quits/);
});

test('what is not known is told with what there is', () => {
  assert.match(mistakesOf({ theme: 'noir' })[0] ?? '', /^theme: there is no theme “noir”; there are ansi, /);
  assert.match(mistakesOf({ sort: { quotes: 'colour' } })[0] ?? '', /^sort\.quotes: .*there are by place, by speaker/);
  assert.match(mistakesOf({ keys: { cpoy: ['w'] } })[0] ?? '', /^keys\.cpoy: no command is called “cpoy”/);
  assert.match(
    mistakesOf({ keys: { 'kitchen.copy': ['w'] } })[0] ?? '',
    /there is no place “kitchen”; there are panes/,
  );
  assert.match(mistakesOf({ keys: { copy: ['Hyper-w'] } })[0] ?? '', /“Hyper-w” cannot be read as a key/);
  assert.match(mistakesOf({ sizes: { wide: { columns: 9, rows: 9 } } })[0] ?? '', /^sizes\.wide: must be 80 columns/);
});

test('later wishes go over earlier ones, and the table says whose each is', () => {
  const { settings, table } = of(
    { theme: 'bright', sort: { sources: 'date' } },
    { theme: 'plain', keys: { copy: ['Y'] } },
  );
  assert.deepEqual([settings.theme, settings.sort.sources], ['plain', 2]);
  const from = (setting: string) => table.find((it) => it.setting === setting);
  assert.deepEqual(from('theme'), { setting: 'theme', value: 'plain', from: 'file 2' });
  assert.deepEqual(from('sort.sources'), { setting: 'sort.sources', value: 'by date', from: 'file 1' });
  assert.deepEqual(from('keys.panes.copy'), { setting: 'keys.panes.copy', value: 'Y', from: 'file 2' });
  assert.equal(initialState({ columns: 80, rows: 24 }, null, { sort: settings.sort }).arranged.sources.sort, 2);
});

test('a theme changes colours alone: what is told by an attribute stays', () => {
  const attributes = (text: string) => text.replaceAll(/;?[39][0-7](?=[;m])/g, '');
  const ansi = paint('x', ['differs'], true);
  for (const theme of ['colour-blind', 'bright', 'light', 'plain'] as const) {
    dress(theme);
    assert.equal(attributes(paint('x', ['differs'], true)), attributes(ansi));
  }
  assert.doesNotMatch(paint('x', ['quote', 'name', 'figure'], true), /\u001b/);
});

test('panes stand side by side from the size that is wished for', () => {
  assert.equal(layoutOf({ columns: 90, rows: 24 }, 'sources').kind, 'square');
  inForce({ sizes: { wide: { columns: 85, rows: 22 } } });
  assert.equal(layoutOf({ columns: 90, rows: 24 }, 'sources').kind, 'wide');
});
