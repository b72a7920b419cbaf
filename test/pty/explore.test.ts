import assert from 'node:assert/strict';
import { test } from 'node:test';
import { box, findBox } from './box.ts';
import { isMatch, openExplorer } from './explorer.ts';
import { KEY } from './keys.ts';
import { runsOf } from './screen.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** How many of how many: `3/5` → 3, `5` → 5. */
const shown = (terminal: Terminal, title: string) => Number(box(terminal, title).count.split('/')[0]);

test('opens on the five seeds: three panes with counts, and a preview', async () => {
  await using terminal = await openExplorer();
  assert.ok(terminal.altScreen);
  assert.equal(box(terminal, '1 Sources').count, '5');
  assert.equal(box(terminal, '1 Sources').rows.length, 5);
  assert.ok(shown(terminal, '2 Entities') > 20);
  assert.ok(shown(terminal, '3 Quotes') > 20);
  assert.match(box(terminal, 'Preview').rows.join('\n'), /Biden and Putin Will Hold a Call on Ukraine/);
});

test('the seeds are opened without a complaint', async () => {
  await using terminal = await openExplorer();
  terminal.type('q');
  await terminal.exit;
  assert.deepEqual(terminal.screen().filter(Boolean), []);
});

test('colours are used where the terminal has them, and not with NO_COLOR', async () => {
  const coloured = (terminal: Terminal) => terminal.runs(({ fg }) => fg !== 'default').length;
  await using plain = await openExplorer({ env: { NO_COLOR: '1' } });
  await using colourful = await openExplorer();
  assert.equal(coloured(plain), 0);
  assert.ok(coloured(colourful) > 0);
});

test('a misspelt name finds the president of Ukraine, and his mentions in the other panes', async () => {
  await using terminal = await openExplorer({ cols: 160 });
  terminal.type('/zelenksy');
  await terminal.waitFor(function onlyHe(it) {
    return it.rowOf('❯ zelenksy') === 0 && /Zelensk/.test(findBox(it, '2 Entities')?.rows[0] ?? '');
  });
  const entities = box(terminal, '2 Entities');
  assert.match(entities.rows[0] ?? '', /person/);
  for (const row of entities.rows) assert.match(row, /Zelensk/);

  const sources = box(terminal, '1 Sources');
  assert.ok(shown(terminal, '1 Sources') > 0);
  // Each as its own file writes it: one of the seeds has Zeleskyy.
  for (const row of sources.rows) assert.match(row, /Zelen?sk/);
  assert.ok(sources.rows.some((row) => row.includes('Zeleskyy')));

  const quotes = box(terminal, '3 Quotes');
  assert.ok(shown(terminal, '3 Quotes') > 0, terminal.picture());
  for (const row of quotes.rows) assert.match(row, /Zelensk/);

  for (const pane of [sources, entities, quotes])
    assert.match(runsOf(pane.cells.flat(), isMatch).join(' '), /Zelensk/, 'the match is marked');
});

test('each key filters all three panes, and Esc takes the search back', async () => {
  await using terminal = await openExplorer();
  const counts = () => ['1 Sources', '2 Entities', '3 Quotes'].map((title) => shown(terminal, title));
  const all = counts();
  let before = all;
  let typed = '';
  terminal.type('/');
  for (const more of ['pu', 'tin', ' ukraine', ' qqqqq']) {
    terminal.type(more);
    typed += more;
    await terminal.waitFor(`❯ ${typed}`);
    const now = counts();
    assert.ok(
      now.every((count, i) => count <= (before[i] ?? 0)),
      `${typed}: ${before} → ${now}`,
    );
    before = now;
  }
  assert.deepEqual(before, [0, 0, 0]);
  terminal.type(KEY.escape);
  await terminal.waitFor(/^\/ search/m);
  terminal.type(KEY.escape);
  await terminal.waitFor('press / to search');
  assert.deepEqual(counts(), all);
});

test('Enter on a source leaves its own entities and quotes; Esc peels the filter off', async () => {
  await using terminal = await openExplorer();
  const [entities, quotes] = [shown(terminal, '2 Entities'), shown(terminal, '3 Quotes')];
  const own = Number(/(\d+) “”/.exec(box(terminal, '1 Sources').rows[0] ?? '')?.[1]);
  terminal.type(KEY.enter);
  await terminal.waitFor('[source: ~The New York Times]');
  assert.ok(shown(terminal, '2 Entities') < entities);
  assert.equal(shown(terminal, '3 Quotes'), own, 'as many as the number beside the source says');
  terminal.type(KEY.escape);
  await terminal.waitFor(function filterIsGone(it) {
    return it.rowOf('[source:') < 0;
  });
  assert.deepEqual([shown(terminal, '2 Entities'), shown(terminal, '3 Quotes')], [entities, quotes]);
});

test('the preview shows the selected quote in its sentence, at its place', async () => {
  await using terminal = await openExplorer();
  terminal.type('/gravely concerned');
  await terminal.waitFor(/❯ gravely concerned/);
  terminal.type(`${KEY.enter}3`);
  await terminal.waitFor(function quoteInItsContext(it) {
    return /gravely concerned/.test(findBox(it, 'Preview')?.rows.join(' ') ?? '');
  });
  assert.match(box(terminal, 'Preview').rows.join(' '), /line \d+|New York Times/);
});

test('keys that arrive together do what they do one by one', async () => {
  const keys = ['/', 'b', 'i', 'd', 'e', 'n', KEY.enter, '2', 'j', 'j', KEY.tab, 'j'];
  await using together = await openExplorer();
  await using apart = await openExplorer();
  together.type(keys.join(''));
  for (const key of keys) {
    apart.type(key);
    await apart.settled(60);
  }
  const sameScreen = () => together.screen().join('\n') === apart.screen().join('\n');
  // Either may be the later: a terminal looks only when its own program has written.
  await Promise.any([together.waitFor(sameScreen), apart.waitFor(sameScreen)]);
  assert.equal(apart.rowOf('❯ biden'), 0);
});

test('keys typed before the explorer is there are obeyed when it is', async () => {
  await using terminal = openTerminal();
  terminal.type('/zelenksy');
  await terminal.waitFor(/❯ zelenksy/);
});

test('? shows every key, G its end, and Esc goes back', async () => {
  await using terminal = await openExplorer();
  terminal.type('?');
  await terminal.waitFor('Search all three panes');
  terminal.type('G');
  await terminal.waitFor('Draw the screen anew');
  await terminal.waitFor('Signs');
  terminal.type(KEY.escape);
  await terminal.waitFor('1 Sources');
});
