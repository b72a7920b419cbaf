import assert from 'node:assert/strict';
import { test } from 'node:test';
import xterm from '@xterm/headless';
import fc from 'fast-check';
import { isCertain } from '../../src/terminal/cells.ts';
import { framesOn } from '../../src/terminal/frames.ts';
import { graphemes, graphemeWidth, widthOf } from '../../src/terminal/width.ts';
import { type Line, render } from '../../src/ui/line.ts';
import type { StyleName } from '../../src/ui/theme.ts';
import { escapesIn } from '../attacks/escapes.ts';
import { cellsOf } from '../pty/screen.ts';
import { setTodaysWidths } from '../pty/width.ts';

/** An emulator with frames on it, and what was written to it. */
class Screen {
  readonly emulator: xterm.Terminal;
  readonly written: string[] = [];
  readonly stream;
  readonly frames;

  constructor(columns: number, rows: number) {
    this.emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    setTodaysWidths(this.emulator);
    const write = (text: string) => {
      this.written.push(text);
      this.emulator.write(text);
      return true;
    };
    this.stream = { columns, rows, write: write as NodeJS.WriteStream['write'] };
    this.frames = framesOn(this.stream);
  }

  resize(columns: number, rows: number): void {
    this.emulator.resize(columns, rows);
    Object.assign(this.stream, { columns, rows });
  }

  /** Writes what is no frame. */
  scribble(text: string): void {
    this.emulator.write(text);
  }

  /** Every cell with its looks and where it leads. */
  async cells(): Promise<readonly unknown[]> {
    await new Promise<void>((parsed) => this.emulator.write('', parsed));
    const { active } = this.emulator.buffer;
    return Array.from({ length: this.emulator.rows }, (_, y) => ({
      cells: cellsOf(this.emulator, y),
      links: Array.from({ length: this.emulator.cols }, (_, x) =>
        this.#linkOf(active.getLine(active.baseY + y)?.getCell(x)),
      ),
    }));
  }

  /** The emulator tells no link of a cell: it is asked where the emulator itself looks. */
  #linkOf(cell: unknown): string | undefined {
    const { extended } = cell as { extended: { urlId: number } };
    const { _core: core } = this.emulator as unknown as {
      _core: { _oscLinkService: { getLinkData(id: number): { uri: string } | undefined } };
    };
    return extended.urlId === 0 ? undefined : core._oscLinkService.getLinkData(extended.urlId)?.uri;
  }
}

/** A frame drawn on a screen that nothing was on. */
async function drawnAnew(frame: string, columns: number, rows: number): Promise<readonly unknown[]> {
  const screen = new Screen(columns, rows);
  screen.frames(frame);
  return screen.cells();
}

const TEXTS = [
  ...[
    'a',
    'the ',
    'said on Friday',
    '  ',
    '                    ',
    '“gravely concerned”',
    '…',
    '─',
    '│',
    '▂▃▄█',
    'é',
    'Київ',
    'Ωμέγα',
  ],
  ...['北京', '習近平主席', 'カタカナ', '서울', '，', 'が', 'か\u3099'],
  ...[
    '🌍',
    '👩‍👩‍👧',
    '🇺🇦',
    '👍🏽',
    '☂️',
    '☔',
    '▶',
    'e\u0301\u0323',
    'العربية',
    'עברית',
    'हिन्दी',
    'ไทย',
    '\u200d',
    '한',
  ],
];
const STYLES: readonly StyleName[] = [
  'title',
  'border',
  'dim',
  'match',
  'selected',
  'cue',
  'speaker',
  'guess',
  'heat4',
  'bar',
];
const segment = fc.record({
  text: fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme', maxLength: 6 })),
  styles: fc.subarray([...STYLES], { maxLength: 2 }),
  link: fc.option(fc.constantFrom('file:///a.txt', 'file:///b/%20.txt'), { freq: 6, nil: undefined }),
});
const line = fc.array(
  segment.map(({ link, ...its }) => (link === undefined ? its : { ...its, link })),
  { maxLength: 9 },
);
const SIZES = [
  [40, 12],
  [41, 12],
  [23, 9],
  [80, 14],
] as const;
/** A frame is of another size than the terminal for a moment, whenever that changes. */
const step = fc.record({
  lines: fc.array(line, { maxLength: 13 }),
  /** Lines that stay as they were. */
  kept: fc.integer({ min: 0, max: 13 }),
  width: fc.constantFrom(40, 40, 40, 39, 80),
  size: fc.option(fc.constantFrom(...SIZES), { freq: 5, nil: undefined }),
  before: fc.constantFrom('nothing', 'nothing', 'nothing', 'clear', 'reset', 'sync'),
  cursor: fc.option(fc.record({ x: fc.nat(20), y: fc.nat(3) }), { nil: undefined }),
});

const framed = (line: Line, width: number) => `${render(line, width - 1, true)}│`;

test('a frame looks as if it were drawn on an empty screen, whatever was there before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const screen = new Screen(40, 12);
      let lines: string[] = [];
      for (const { lines: more, kept, width, size, before, cursor } of steps) {
        if (size) screen.resize(size[0], size[1]);
        if (before === 'clear') screen.frames.clear();
        else if (before === 'reset' || (size && before === 'nothing')) {
          screen.scribble('\u001b[5;5Hwhat others write\r\n\n\u001b[31mthere\u001b[m');
          screen.frames.reset();
        } else if (before === 'sync') {
          screen.scribble('\u001b[H\u001b[Jby Ink');
          screen.frames.sync('by Ink\n');
        }
        lines = [...lines.slice(0, kept), ...more.slice(kept).map((its) => framed(its, width))];
        const frame = lines.map((text) => text.trimEnd()).join('\n');
        screen.frames.setCursorPosition(cursor);
        screen.frames(frame);
        const { columns, rows } = screen.stream;
        assert.deepEqual(await screen.cells(), await drawnAnew(frame, columns, rows));
        if (!cursor) continue;
        const { cursorX, cursorY } = screen.emulator.buffer.active;
        assert.deepEqual([cursorX, cursorY], [cursor.x, cursor.y]);
      }
      assert.deepEqual(escapesIn(screen.written.join(''), [/^\]8;;[\u0021-\u007e]*\u0007$/]), []);
    }),
    { numRuns: 300 },
  );
});

test('what every terminal draws alike stands as it would if the whole line were written', async () => {
  const certain = fc.array(
    segment.filter(({ text, link }) => isCertain(text) && link === undefined).map(({ link, ...its }) => its),
    { maxLength: 9 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(certain, { maxLength: 8 }), { minLength: 2, maxLength: 4 }), async (frames) => {
      const screen = new Screen(40, 12);
      for (const frame of frames) screen.frames(frame.map((its) => framed(its, 40)).join('\n'));
      const plain = new Screen(40, 12);
      for (const its of frames.at(-1) ?? []) plain.scribble(`${framed(its, 40)}\r\n`);
      assert.deepEqual(await screen.cells(), await plain.cells());
    }),
    { numRuns: 200 },
  );
});

test('behind a character whose width this terminal sees otherwise all stands where it should', async () => {
  const screen = new Screen(40, 4);
  // The emulator gives each of the family two columns, and the umbrella one.
  screen.frames(['👩‍👩‍👧 said', '☂️ rain', 'x'].map((text) => framed([{ text, styles: [] }], 30)).join('\n'));
  await screen.cells();
  const { active } = screen.emulator.buffer;
  for (const y of [0, 1, 2]) {
    assert.equal(active.getLine(y)?.getCell(29)?.getChars(), '│');
    assert.equal(active.getLine(y)?.translateToString(true, 30), '');
  }
});

test('what is certain is one character a cell, as wide as the screen counts it', () => {
  const split = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (let unit = 0; unit < 0x1_0000; unit++) {
    const character = String.fromCharCode(unit);
    if (!isCertain(character)) continue;
    assert.equal(graphemeWidth(character), unit < 0x3000 ? 1 : 2, unit.toString(16));
    for (const beside of ['a', '北', '가', 'か', '─', character])
      assert.equal([...split.segment(beside + character)].length, 2, unit.toString(16));
  }
});

test('a cursor that moves through a list costs the two rows, and what stays is not written', () => {
  const screen = new Screen(200, 60);
  const frame = (at: number) =>
    Array.from({ length: 50 }, (_, i) =>
      render([{ text: `row ${i} of the list`, styles: [] }], 190, true, i === at ? ['selected'] : []),
    ).join('\n');
  screen.frames(frame(3));
  screen.written.length = 0;
  assert.equal(screen.frames(frame(3)), false);
  screen.frames(frame(4));
  assert.equal(screen.written.length, 1);
  // Inverse blanks are written, plain ones are erased.
  const [written = ''] = screen.written;
  assert.ok(written.length < 190 + 100, JSON.stringify(written));
  assert.ok(!written.includes('row 5'));
});

test('no control gets through but looks and links', () => {
  const screen = new Screen(40, 5);
  screen.frames(
    'a\u001b[2Jb\u001b]0;title\u0007c\u001b[31md\u001b[5me\u009b2Jf\u0007\u001b]8;;evil\u202e\u0007g\u001b]8;;\u0007\u001bPq\u001b\\',
  );
  assert.deepEqual(escapesIn(screen.written.join('')), []);
});

test('many looks are forgotten, and frames stay right', async () => {
  const screen = new Screen(40, 5);
  const linkTo = (n: number) => `\u001b]8;;file:///${n}\u0007article ${n}\u001b]8;;\u0007\nas before`;
  for (let n = 0; n < 5000; n++) screen.frames(linkTo(n));
  assert.deepEqual(await screen.cells(), await drawnAnew(linkTo(4999), 40, 5));
});

test('widths add up, so that rows of frames are as wide as their text', () => {
  fc.assert(
    fc.property(line, (its) => {
      const text = render(its, 40, false);
      assert.equal(
        [...graphemes(text.replaceAll(/\u001b\][^\u0007]*\u0007|\u001b\[[\d;]*m/g, ''))].reduce(
          (sum, one) => sum + graphemeWidth(one),
          0,
        ),
        40,
      );
      assert.equal(widthOf('北x'), 3);
    }),
  );
});
