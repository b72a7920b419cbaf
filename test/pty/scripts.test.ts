// Text that is not written as English is: from right to left, joined, wider than it looks.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isMatch, openExplorer } from './explorer.ts';
import { framesAreWhole } from './frames.ts';
import { KEY } from './keys.ts';
import type { Terminal } from './terminal.ts';

const A = `---
outlet: Haaretz הארץ
date: 2022-01-05
headline: "Minister שמעון כהן meets 3 envoys in القاهرة"
---

Minister שמעון כהן met 3 envoys on 2022-01-04. “שלום לכולם, we sent 1,200 troops 👩‍👩‍👧,” said Minister Cohen. Protesters carried ❤️ and 1️⃣ 👍🏽 signs 🇺🇦 🏴‍☠️ in the square on Tuesday.

“الرئيس said 45 percent of them \u202eleft\u202c early,” said Ahmad Hassan, a spokesman for the ministry. “We are gravely concerned about שלום and 3 more,” said Ahmad Hassan.
`;
const B = `---
outlet: Wire א
date: 2022-01-05
headline: "Envoys meet in القاهرة"
---

Minister Cohen met 3 envoys on 2022-01-04. “We are gravely concerned about שלום and 3 more,” said Ahmad Hassan, a spokesman for the ministry.

“שלום לכולם, we sent 1,300 troops,” said Minister Cohen.
`;

async function withScripts(cols: number, rows: number, does: (terminal: Terminal) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'crisis-tui-scripts-'));
  writeFileSync(join(folder, 'a.md'), A);
  writeFileSync(join(folder, 'b.md'), B);
  try {
    await using terminal = await openExplorer({ cols, rows, args: [folder] });
    await does(terminal);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const [cols, rows] of [
  [80, 24],
  [120, 40],
] as const)
  test(`Hebrew and Arabic stand in the order of the file, with numbers and Latin between, at ${cols}×${rows}`, () =>
    withScripts(cols, rows, async (terminal) => {
      const shows = async (keys: string, ...words: readonly (string | RegExp)[]) => {
        terminal.type(keys);
        for (const word of words) await terminal.waitFor(word);
        framesAreWhole(terminal);
      };
      await shows('3', 'Haaretz הארץ  Minister ', 'שלום לכולם, we sent 1,200');
      await shows('j', '⟨U+202E⟩left⟨U+202C⟩');
      assert.doesNotMatch(
        terminal.raw,
        /[\u202a-\u202e\u2066-\u2069]/,
        'what turns the direction is shown, not obeyed',
      );
      await shows('gc', /Haaretz הארץ +│ Wire א/, /“שלום לכולם, we sent 1,200.*│ “שלום לכולם, we sent 1,300/);
      await shows(`${KEY.escape}t`, /Haaretz הארץ · 2022-01-05/, 'Minister שמעון כהן met 3 envoys on 2022-01-04.');
      await shows(`${KEY.escape}m`, /Haaretz הארץ +Wire א/);
      await shows(`${KEY.escape}1r`, 'Minister שמעון כהן met 3 envoys on 2022-01-04. “שלום לכולם, we');
    }));

test('what the search finds is marked on its own cells, right to left as well', () =>
  withScripts(120, 40, async (terminal) => {
    terminal.type('/שלום');
    await terminal.waitFor(/❯ שלום {2}[\s\S]*3 Quotes ─+ 4\/5/);
    framesAreWhole(terminal);
    const marked = terminal.runs(isMatch).filter((run) => /\P{ASCII}/u.test(run));
    assert.ok(marked.length >= 4, marked.join());
    assert.deepEqual([...new Set(marked)], ['שלום']);
    assert.deepEqual(terminal.cursor(), { row: 0, col: '❯ שלום'.length });
    terminal.type(`${KEY.left}${KEY.left}x`);
    await terminal.waitFor('❯ שלxום');
    assert.deepEqual(terminal.cursor(), { row: 0, col: '❯ שלx'.length });
  }));

test('joined emoji push no edge, and the cursor stands where the next letter comes', () =>
  withScripts(80, 24, async (terminal) => {
    terminal.type('3');
    await terminal.waitFor(/troops 👩👩👧,”/);
    await terminal.waitFor(/carried ❤ and 1/);
    framesAreWhole(terminal);
    terminal.type('/👩‍👩‍👧❤️👍🏽1️⃣🇺🇦x');
    await terminal.waitFor('❯ 👩👩👧❤👍1🇺🇦x');
    framesAreWhole(terminal);
    // Of each of the parts its own width: 6, 1, 2, 1, 2 and 1.
    assert.deepEqual(terminal.cursor(), { row: 0, col: 2 + 13 });
    terminal.type(`${KEY.backspace}${KEY.backspace}y`);
    await terminal.waitFor('❯ 👩👩👧❤👍1y');
    assert.deepEqual(terminal.cursor(), { row: 0, col: 2 + 11 });
    terminal.type(`${KEY.home}${KEY.right}z`);
    await terminal.waitFor('❯ 👩👩👧z❤👍1y');
    assert.deepEqual(terminal.cursor(), { row: 0, col: 2 + 7 });
  }));
