import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'ink-testing-library';
import { App } from '../../src/ui/App.tsx';
import type { Outside } from '../../src/ui/outside.ts';
import { worldOf } from '../../src/ui/world.ts';
import { seedIndex } from '../corpora.ts';

const world = worldOf(await seedIndex(), 'seeds');
const noSuspend = async () => {};
const noCorrections = () => world;
const outside: Outside = {
  keepBookmarks: () => {},
  keepHistory: () => {},
  exporter: async () => ({ ended: 'failed', says: 'not in this test' }),
};

/** The explorer on the seeds; `press` gives what is drawn once the keys are obeyed. */
function open() {
  const { stdin, lastFrame, unmount } = render(
    <App
      world={world}
      colour={false}
      suspend={noSuspend}
      correct={noCorrections}
      outside={outside}
      begins={{ bookmarks: [], history: [], tour: false }}
    />,
  );
  const drawn = () => new Promise((resolve) => setTimeout(resolve, 30));
  return {
    frame: () => (lastFrame() ?? '').replaceAll(/\u001b\[[\d;]*m/g, ''),
    async press(...keys: string[]) {
      await drawn();
      for (const key of keys) {
        stdin.write(key);
        await drawn();
      }
      return this.frame();
    },
    [Symbol.dispose]: unmount,
  };
}

test('the explorer opens with its panes, their counts and the keys at the foot', async () => {
  using app = open();
  const frame = await app.press();
  assert.match(frame, /1 Sources ─+ 5 /);
  assert.match(frame, /2 Entities ─+ \d+ /);
  assert.match(frame, /3 Quotes ─+ \d+ /);
  assert.match(frame, /~The New York Times/);
  assert.match(frame, /\/ search/);
});

test('keys that come in one chunk are all obeyed: search, text and Enter', async () => {
  using app = open();
  const frame = await app.press('/lukashenko\r');
  assert.match(frame, /❯ lukashenko/);
  assert.match(frame, /1 Sources ─+ 1\/5 /);
  assert.match(await app.press('?'), /─ Help ─/, 'after Enter a letter is a command again');
});

test('a paste goes into the prompt as text and nowhere else', async () => {
  using app = open();
  assert.match(await app.press('/', '\u001b[200~q?c\u001b[201~'), /❯ q\?c/);
  using other = open();
  assert.match(await other.press('\u001b[200~q?c\u001b[201~'), /press \/ to search/);
});

test('side by side shows one utterance in two outlets’ words', async () => {
  using app = open();
  const frame = await app.press('c');
  assert.match(frame, /~The New York Times .*~Los Angeles Times/);
  assert.doesNotMatch(await app.press('\u001b'), /shown: /, 'Esc goes back to the explorer');
});

test('no frame has more rows than the terminal less one', async () => {
  using app = open();
  for (const key of ['3', 'c', '\u001b', '?']) {
    const frame = await app.press(key);
    assert.ok(frame.split('\n').length <= 23, `${key}: ${frame.split('\n').length} rows`);
  }
});
