import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import Output from '../../node_modules/ink/build/output.js';
import { rowOf } from '../../src/terminal/cells.ts';
import { PLAIN } from '../../src/terminal/looks.ts';
import { joining } from '../../src/terminal/side-by-side.ts';
import { type Line, render, seg } from '../../src/ui/line.ts';

// What it reads of Ink's class is private to it.
const Joining = joining(Output as never) as unknown as typeof Output;

/** What both make of the same writes. */
function both(height: number, write: (output: Output) => void): readonly [slow: string, joined: string] {
  const [slow, quick] = [new Output({ width: 60, height }), new Joining({ width: 60, height })];
  write(slow);
  write(quick);
  assert.equal(slow.get().height, quick.get().height);
  return [slow.get().output, quick.get().output];
}

/** Lines by what is seen of them: the sequences may be others, and plain blanks at the end. */
const seen = (frame: string) =>
  frame.split('\n').map((line) => {
    const { runs } = rowOf(line);
    const last = runs.at(-1);
    if (last?.look !== PLAIN) return runs;
    return [...runs.slice(0, -1), ...(last.text.trimEnd() === '' ? [] : [{ ...last, text: last.text.trimEnd() }])];
  });

const line: fc.Arbitrary<Line> = fc.array(
  fc.record({
    text: fc.oneof(
      fc.constantFrom('said ', '“so”', '北京', '▂▃', '…', '👍🏽 ok', 'e\u0301'),
      fc.string({ maxLength: 5 }),
    ),
    styles: fc.subarray(['title', 'dim', 'selected', 'match'] as const, { maxLength: 2 }),
  }),
  { maxLength: 4 },
);
const texts = fc.array(
  fc.record({
    rows: fc.array(line, { minLength: 1, maxLength: 4 }),
    width: fc.integer({ min: 4, max: 20 }),
    bold: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);
const bold = (text: string) => (text === '' ? text : `\u001b[1m${text}\u001b[22m`);

test('texts beside each other are the same lines that Ink makes of them', () => {
  fc.assert(
    fc.property(texts, fc.nat(3), (columns, top) => {
      const [slow, joined] = both(8, (output) => {
        let x = 0;
        for (const { rows, width, bold: isBold } of columns) {
          const text = rows
            .map((its) => render(isBold ? its.map(({ text }) => seg(text)) : its, width, true))
            .join('\n');
          output.write(x, top, text, { transformers: isBold ? [bold] : [] });
          x += width;
        }
      });
      assert.deepEqual(seen(joined), seen(slow));
    }),
  );
});

test('what overlaps, is clipped or leaves a look behind is left to Ink', () => {
  const cases: readonly ((output: Output) => void)[] = [
    (output) => {
      output.write(0, 0, 'below all of it', { transformers: [] });
      output.write(3, 0, 'above', { transformers: [] });
    },
    (output) => {
      output.clip({ x1: 0, x2: 4, y1: 0, y2: 1 });
      output.write(0, 0, 'cut here', { transformers: [] });
      output.unclip();
    },
    (output) => {
      output.write(0, 0, '\u001b[31mred\nred', { transformers: [] });
      output.write(6, 0, 'plain', { transformers: [] });
    },
    (output) => output.write(0, 0, 'a\u001b[2Jb', { transformers: [] }),
    (output) => output.write(-2, 0, 'left', { transformers: [] }),
  ];
  for (const write of cases) {
    const [slow, joined] = both(2, write);
    assert.equal(joined, slow);
  }
});
