import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'ink-testing-library';
import { App } from '../../src/ui/App.tsx';
import type { Outside } from '../../src/ui/outside.ts';
import { useTerminalInput } from '../../src/ui/useTerminalInput.ts';
import { worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const world = worldOf(await seedIndex(), 'seeds');
const noSuspend = async () => {};
const noCorrections = () => world;
const begins = {
  bookmarks: [],
  history: [],
  tour: false,
  mouse: true,
  links: false,
  sort: { sources: 0, entities: 0, quotes: 0 },
};
const outside: Outside = {
  keepBookmarks: (list) => list,
  keepHistory: () => {},
  exporter: async () => ({ ended: 'failed', says: 'not in this test' }),
};

function Opened() {
  return (
    <App
      world={world}
      input={useTerminalInput()}
      colour={false}
      suspend={noSuspend}
      correct={noCorrections}
      outside={outside}
      begins={begins}
    />
  );
}

/** The explorer on the seeds. */
function open() {
  const { stdin, lastFrame, frames, unmount } = render(<Opened />);
  const plain = (text: string) => text.replaceAll(/\u001b\[[\d;]*m/g, '');
  const frame = () => plain(lastFrame() ?? '');
  return {
    press: (keys: string) => stdin.write(keys),
    /** All frames so far. */
    frames: () => frames.map(plain),
    /** The first frame that shows something. */
    async shows(what: RegExp): Promise<string> {
      for (const began = Date.now(); !what.test(frame()); ) {
        assert.ok(Date.now() - began < 60_000, `never shown: ${what}\n${frame()}`);
        await new Promise(setImmediate);
      }
      return frame();
    },
    [Symbol.dispose]: unmount,
  };
}

test('the explorer opens with its panes, their counts and the keys at the foot', async () => {
  using app = open();
  const frame = await app.shows(/1 Sources ─+ 5 /);
  assert.match(frame, /2 Entities ─+ \d+ /);
  assert.match(frame, /3 Quotes ─+ \d+ /);
  assert.match(frame, /~The New York Times/);
  assert.match(frame, /\/ search/);
});

test('the preview follows the cursor, and in every frame it is of what its title says', async () => {
  using app = open();
  await app.shows(/Preview · ~The New York Times/);
  app.press('2');
  await app.shows(/Preview · Russia /);
  app.press('j');
  await app.shows(/▸Ukraine/);
  await app.shows(/Preview · Ukraine /);
  app.press('j');
  app.press('j');
  app.press('k');
  await app.shows(/Preview · Vladimir Putin /);
  const shown = app.frames().map((frame) => {
    const rows = frame.split('\n');
    const top = rows.findIndex((row) => row.includes('Preview · '));
    const name = /Preview · ~?(.*?) ─/.exec(rows[top] ?? '')?.[1] ?? '';
    assert.ok(rows[top + 1]?.includes(name), `${name}: ${rows[top + 1]}`);
    return name;
  });
  for (const name of ['The New York Times', 'Russia', 'Ukraine', 'Vladimir Putin'])
    assert.ok(shown.includes(name), name);
});

test('keys that come in one chunk are all obeyed: search, text and Enter', async () => {
  using app = open();
  await app.shows(/1 Sources/);
  app.press('/lukashenko\r');
  assert.match(await app.shows(/❯ lukashenko/), /1 Sources ─+ 1\/5 /);
  app.press('?');
  await app.shows(/─ Help ─/);
});

test('a paste goes into the prompt as text and nowhere else', async () => {
  using app = open();
  await app.shows(/1 Sources/);
  app.press('\u001b[200~q?c\u001b[201~/\u001b[200~q?c\u001b[201~');
  await app.shows(/❯ q\?c/);
});

test('side by side shows one utterance in two outlets’ words', async () => {
  using app = open();
  await app.shows(/1 Sources/);
  app.press('c');
  assert.match(await app.shows(/story 1 of/), /~The New York Times .*~Los Angeles Times/);
  app.press('\u001b');
  assert.doesNotMatch(await app.shows(/1 Sources/), /story 1 of/, 'Esc goes back to the explorer');
});

test('no frame has more rows than the terminal less one', async () => {
  using app = open();
  await app.shows(/1 Sources/);
  for (const [keys, what] of [
    ['3', /▸/],
    ['c', /story 1 of/],
    ['\u001b', /1 Sources/],
    ['?', /─ Help ─/],
  ] as const) {
    app.press(keys);
    const frame = await app.shows(what);
    assert.ok(frame.split('\n').length <= 23, `${keys}: ${frame.split('\n').length} rows`);
  }
});
