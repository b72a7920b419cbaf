import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PRINT_COMMANDS } from '../../src/output/commands.ts';
import { sideBySideText } from '../../src/output/formats/side-by-side.ts';
import { table } from '../../src/output/formats/table.ts';
import { FORMATS } from '../../src/output/formats.ts';
import { type Page, plain } from '../../src/output/page.ts';
import { everythingOf } from '../../src/output/request.ts';
import { widthOf } from '../../src/terminal/width.ts';
import { indexFrom, seedIndex } from '../corpora.ts';
import { hostile } from './hostile.ts';

const rows = [
  { name: 'Зеленський 習近平', count: 3, note: null },
  { name: 'a\u001b[31m name that is much too long for a narrow table', count: 12, note: ['x', 'y'] },
];

test('a table is aligned by display width, fits, and lets no control character through', () => {
  const lines = [...table(rows, ['name', 'count', 'note'], 40)].map((line) => line.replace('\n', ''));
  assert.equal(lines.length, 3);
  for (const line of lines) {
    assert.ok(widthOf(line) <= 40, line);
    assert.doesNotMatch(line, /\u001b/);
  }
  const column = lines.map((line) => widthOf(line.slice(0, line.search(/count|\b3\b|\b12\b/))));
  assert.equal(new Set(column).size, 1);
  assert.match(lines[1] ?? '', /–$/);
});

const index = await seedIndex();
const terminal = FORMATS.find(({ name }) => name === 'table');
for (const width of [40, 80, 200])
  test(`what is printed fits ${width} columns`, () => {
    for (const command of PRINT_COMMANDS)
      for (const piece of terminal?.print(command, everythingOf(index, 'putin'), width) ?? [])
        for (const line of piece.split('\n')) assert.ok(widthOf(line) <= width, `${command.name}: ${line}`);
  });

test('what twelve outlets wrote fits 80 columns, one below the other', () => {
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [
      `outlet-${i}.txt`,
      `Talks in Geneva fail\n\n“We are ${i % 2 ? 'gravely' : 'very'} concerned about the troops,” Ned Price said in Geneva.\n`,
    ]),
  );
  const compare = PRINT_COMMANDS.find(({ name }) => name === 'compare')!;
  const text = [...terminal!.print(compare, everythingOf(indexFrom(files)), 80)].join('');
  for (const line of text.split('\n')) assert.ok(widthOf(line) <= 80, line);
  for (const path of Object.keys(files)) assert.ok(text.includes(path));
});

test('no text of a file reaches the terminal with a control or breaks the columns', () => {
  fc.assert(
    fc.property(hostile, hostile, fc.integer({ min: 10, max: 120 }), (one, other, width) => {
      const page: Page = {
        title: one,
        language: 'en',
        blocks: [
          { kind: 'paragraph', text: other },
          {
            kind: 'table',
            caption: one,
            head: [plain(''), plain(one), plain(other)],
            rows: [[plain(one), plain(other), [{ runs: [{ text: one }, { text: other, differs: true }] }]]],
            rowHeads: true,
          },
        ],
      };
      const rows = [{ one, other: [other] }];
      for (const piece of [...sideBySideText(page, width), ...table(rows, ['one', 'other'], width)])
        for (const line of piece.split('\n')) {
          assert.doesNotMatch(line, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
          assert.ok(widthOf(line) <= width, JSON.stringify([line, width]));
        }
    }),
    { numRuns: 300 },
  );
});
