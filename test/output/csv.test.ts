import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import papaparse from 'papaparse';
import { PRINT_COMMANDS } from '../../src/output/commands.ts';
import { csv } from '../../src/output/formats/csv.ts';
import { everythingOf } from '../../src/output/request.ts';
import { seedIndex } from '../corpora.ts';
import { hostile } from './hostile.ts';

const index = await seedIndex();
const read = (text: string) => papaparse.parse<string[]>(text, { header: false, skipEmptyLines: 'greedy' });

for (const { name, rows, cells } of PRINT_COMMANDS)
  test(`the csv of ${name} is read back by another parser: a line a row or member, as many cells as the head`, () => {
    const request = everythingOf(index, 'putin');
    const text = [...csv(rows(request), cells)].join('');
    const { data, errors } = read(text);
    assert.deepEqual(errors, []);
    const unrolled = cells.some((cell) => cell.startsWith('members.'));
    const lines = [...rows(request)].flatMap((row) => (unrolled ? (row['members'] as unknown[]) : [row]));
    assert.equal(data.length, lines.length + 1);
    for (const line of data) assert.equal(line.length, cells.length);
    for (const key of Object.keys([...rows(request)][0] ?? {}))
      assert.ok(
        cells.some((cell) => cell.split('.')[0] === key),
        `${key} has no column`,
      );
    // What every row has is in its column, so no path is misspelt.
    for (const [c, cell] of cells.entries())
      assert.ok(data.slice(1).some((line) => line[c] !== '') || SELDOM.has(cell), `${cell} is always empty`);
  });
/** Nothing of the kind is in the seeds. */
const SELDOM = new Set([
  ...['byline', 'origin', 'dateline', 'suspects', 'leftOut', 'unit', 'members.counted', 'members.copies'],
  ...['sameTextAs.paths', 'sameTextAs.shared', 'sameTextAs.counted'],
]);

test('any text comes back as it was, but for an apostrophe before what a spreadsheet would run', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1 }), (texts) => {
      const text = [
        ...csv(
          texts.map((a, b) => ({ a, b })),
          ['a', 'b'],
        ),
      ].join('');
      const { data, errors } = papaparse.parse<string[]>(text, { newline: '\r\n', delimiter: ',' });
      assert.deepEqual(errors, []);
      assert.deepEqual(data[0], ['a', 'b']);
      for (const [i, original] of texts.entries()) {
        const [cell = '', number] = data[i + 1] ?? [];
        assert.ok(cell === original || cell === `'${original}`);
        assert.doesNotMatch(cell, /^[=+\-@\t\r\n＝＋－＠]/);
        assert.equal(number, String(i));
      }
    }),
  );
});

test('a number is no formula, lists are joined, what is nested deeper is JSON, nothing is nothing', () => {
  const row = { n: -5, list: ['a', null, 'b'], deep: [{ x: 1 }], none: null };
  const text = [...csv([row], ['n', 'list', 'deep', 'none', 'absent'])].join('');
  assert.equal(text, 'n,list,deep,none,absent\r\n-5,a; ; b,"[{""x"":1}]",,\r\n'.replace('a; ; b', '"a; ; b"'));
});
